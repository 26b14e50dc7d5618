import type { SetOptions } from '../model/build-clusters.ts';
import type { ChartRequest, RenderedChart } from '../model/rendered-chart.ts';
import type { SourceFile } from '../yaml/source-file.ts';
import type { BuildFiles } from './files.ts';
import { GivenFiles } from './given-files.ts';
import { followerOf, installerOf } from './gitops/applied-clusters.ts';
import { ChartInstaller } from './gitops/install-charts.ts';
import type { Repository } from './gitops/repository.ts';
import { rendererOf } from './render.ts';

/** What makers know beside the files of a run. */
export interface MakerOptions {
  /** What the host can reach. */
  readonly beside?: BuildFiles | undefined;
  /** What helm made of charts. */
  readonly charts?: readonly RenderedChart[] | undefined;
  /** Told of each release of a chart that GitOps objects ask for. */
  readonly ask?: (request: ChartRequest) => void;
}

/** What makes the objects of kustomizations, and follows those of GitOps tools, among the files of a run and those that the host can reach. */
export function makersOf(
  sources: readonly SourceFile[],
  { beside, charts = [], ask }: MakerOptions = {},
): Required<Pick<SetOptions, 'render' | 'follow' | 'install'>> {
  const files = new GivenFiles(sources, beside);
  const repository: Repository = {
    top: beside?.top,
    // Only GitOps objects ask, and the host may have to start a program.
    get urls() {
      return beside?.repository?.urls ?? [];
    },
    get branch() {
      return beside?.repository?.branch;
    },
    tree: files,
    source: files.source,
  };
  const tools = { files, repository, installer: new ChartInstaller(files, charts, ask) };
  return { render: rendererOf(files), follow: followerOf(tools), install: installerOf(tools) };
}
