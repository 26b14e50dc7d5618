import type { SetOptions } from '../model/build-clusters.ts';
import type { SourceFile } from '../yaml/source-file.ts';
import type { BuildFiles } from './files.ts';
import { GivenFiles } from './given-files.ts';
import { followerOf } from './gitops/applied-clusters.ts';
import { rendererOf } from './render.ts';

/** What makes the objects of kustomizations, and follows those of GitOps tools, among the files of a run and those that the host can reach. */
export function makersOf(sources: readonly SourceFile[], beside?: BuildFiles): Required<Pick<SetOptions, 'render' | 'follow'>> {
  const files = new GivenFiles(sources, beside);
  return { render: rendererOf(files), follow: followerOf(files, beside?.top) };
}
