import { buildClusters, type SetOptions } from '../model/build-clusters.ts';
import { keyOfRequest, type ChartRequest } from '../model/rendered-chart.ts';
import { parseSource } from '../yaml/parse-source.ts';
import type { BuildFiles } from './files.ts';
import { makersOf } from './makers.ts';

/**
 * What GitOps objects of a run ask of helm: the scopes are put together as for the lint, whose charts are not rendered yet. Each release that
 * differs from the others is asked for once.
 */
export function chartRequestsOf(
  files: readonly { readonly path: string; readonly text: string }[],
  { target, scopes }: Pick<SetOptions, 'target' | 'scopes'>,
  beside: BuildFiles | undefined,
): readonly ChartRequest[] {
  const sources = files.map(({ path, text }) => parseSource(path, text));
  const asked = new Map<string, ChartRequest>();
  const ask = (request: ChartRequest): void => void asked.set(keyOfRequest(request), request);
  buildClusters(sources, { target, scopes, tree: beside, ...makersOf(sources, { beside, ask }) });
  return [...asked.values()];
}
