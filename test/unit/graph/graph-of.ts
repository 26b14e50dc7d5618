import { buildGraph } from '../../../src/core/graph/build-graph.ts';
import type { Graph } from '../../../src/core/graph/graph.ts';
import { DEFAULT_SETTINGS } from '../../../src/core/engine/settings.ts';
import { buildClusters } from '../../../src/core/model/build-clusters.ts';
import { maskGraph } from '../../../src/core/report/graph/mask-graph.ts';
import { maskReport } from '../../../src/core/report/mask.ts';
import { lint, readSources } from '../../../src/index.ts';
import { loadKinds } from '../../../src/node/load-kinds.ts';

/** The graph of some files, with the findings of all rules in it. */
export async function graphOf(files: Readonly<Record<string, string>>): Promise<Graph> {
  const input = Object.entries(files).map(([path, text]) => ({ path, text }));
  const sources = await readSources(input);
  const report = maskReport(await lint({ files: input, sources }));
  const { clusters } = buildClusters(sources, { ...DEFAULT_SETTINGS, kinds: loadKinds() });
  return maskGraph(buildGraph(clusters, report.findings));
}

/** `Service/web -selects-> Deployment/web`, and how it stands. */
export function edgesOf({ edges }: Graph): string[] {
  return edges.map(({ from, to, as, text, state, broken }) => {
    const stands = broken ?? (state === 'sure' ? '' : state);
    return [`${from} -${as}-> ${to}`, text, stands].filter(part => part !== '').join(' | ');
  });
}
