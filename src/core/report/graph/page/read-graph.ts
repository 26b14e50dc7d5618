import type { Graph } from '../../../graph/graph.ts';

/** The graph as the report wrote it into the page. */
function isGraph(value: unknown): value is Graph {
  return typeof value === 'object' && value !== null && 'nodes' in value && 'edges' in value && 'groups' in value && 'findings' in value;
}

export function readGraph(): Graph {
  const graph: unknown = JSON.parse(document.getElementById('graph')?.textContent ?? '');
  if (!isGraph(graph)) throw new Error('the page has no graph');
  return graph;
}
