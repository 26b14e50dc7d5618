import type { Graph } from '../../graph/graph.ts';
import { renderSafeJson } from '../escape.ts';
import { firstView } from './picture.ts';

export interface GraphOptions {
  /** Version of svclint. */
  readonly version: string;
}

type Render = (graph: Graph, options: GraphOptions) => string | Promise<string>;

const FORMATS = {
  html: async (graph, { version }) => (await import('./html.ts')).renderGraphPage(graph, firstView(graph), version),
  svg: async graph => (await import('./svg.ts')).renderSvg(graph, firstView(graph)),
  dot: async graph => (await import('./dot.ts')).renderDot(graph, firstView(graph)),
  mermaid: async graph => (await import('./mermaid.ts')).renderMermaid(graph, firstView(graph)),
  json: (graph, { version }) => renderSafeJson({ version: 1, tool: { name: 'svclint', version }, ...graph }),
} as const satisfies Readonly<Record<string, Render>>;

export type GraphFormat = keyof typeof FORMATS;

export function isGraphFormat(name: string): name is GraphFormat {
  return Object.hasOwn(FORMATS, name);
}

/** Names of the formats, the default one first. */
export const GRAPH_FORMATS: readonly GraphFormat[] = Object.keys(FORMATS).filter(isGraphFormat);

/** Writes a graph: as a page, a picture, or a text that others draw. JSON holds all of it, the others what is drawn. */
export async function renderGraph(format: GraphFormat, graph: Graph, options: GraphOptions): Promise<string> {
  return FORMATS[format](graph, options);
}
