import type { Graph } from '../../graph/graph.ts';
import { maskText } from '../mask.ts';

/** Hides the passwords of addresses that stand in names and facts. Values of Secrets, ConfigMaps and variables are in no graph. */
export function maskGraph(graph: Graph): Graph {
  const mask = (text: string): string => maskText(text, []);
  const nodes = graph.nodes.map(node => ({ ...node, name: mask(node.name), facts: node.facts.map(({ label, text }) => ({ label, text: mask(text) })) }));
  return { ...graph, nodes, edges: graph.edges.map(edge => ({ ...edge, text: mask(edge.text) })) };
}
