import type { Graph } from '../../graph/graph.ts';
import { renderCount } from '../plural.ts';

export interface Counted {
  /** `24 objects, 31 connections` */
  readonly text: string;
  readonly broken: number;
  readonly endangered: number;
}

/** What a graph comes to. */
export function summarize({ nodes, edges }: Graph): Counted {
  const objects = nodes.filter(node => node.path !== null).length;
  const count = (grade: string): number => edges.filter(edge => edge.broken === grade).length;
  return { text: `${renderCount(objects, 'object')}, ${renderCount(edges.length, 'connection')}`, broken: count('error'), endangered: count('warning') };
}

/** `24 objects, 31 connections, 2 broken` */
export function renderSummary(graph: Graph): string {
  const { text, broken, endangered } = summarize(graph);
  return `${[text, ...(broken > 0 ? [`${String(broken)} broken`] : []), ...(endangered > 0 ? [`${String(endangered)} endangered`] : [])].join(', ')}\n`;
}
