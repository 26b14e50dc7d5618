import type { Graph } from '../../graph/graph.ts';
import { escapeHtml, type Markup } from '../page/markup.ts';
import { foldGraph } from './fold.ts';
import { layOut } from './layout.ts';
import type { View } from './picture.ts';
import { arrowShapes, drawShapes, type Shape } from './shapes.ts';
import { SVG_STYLE } from './page.generated.ts';

/** Room around the drawing. */
export const AROUND = 24;

/** A drawing as text. Names are escaped here, and nowhere before. */
export function writeShape({ tag, attributes, children }: Shape): string {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeHtml(String(value))}"`);
  const inner = children.map(child => (typeof child === 'string' ? escapeHtml(child) : writeShape(child)));
  return inner.length === 0 ? `<${tag}${written.join('')}/>` : `<${tag}${written.join('')}>${inner.join('')}</${tag}>`;
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly body: Markup;
}

/** Draws a graph as it is viewed. */
export function drawGraph(graph: Graph, view: View): Drawing {
  const layout = layOut(graph, foldGraph(graph, view), view);
  const body = [arrowShapes(), ...drawShapes(layout)].map(writeShape).join('\n');
  return { width: Math.ceil(layout.width) + 2 * AROUND, height: Math.ceil(layout.height) + 2 * AROUND, body: { html: body } };
}

/** A picture of its own, which follows the colours of whoever shows it. */
export function renderSvg(graph: Graph, view: View): string {
  const { width, height, body } = drawGraph(graph, view);
  const size = `width="${String(width)}" height="${String(height)}" viewBox="${String(-AROUND)} ${String(-AROUND)} ${String(width)} ${String(height)}"`;
  const paper = `<rect class="paper" x="${String(-AROUND)}" y="${String(-AROUND)}" width="${String(width)}" height="${String(height)}"/>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" ${size} class="graph">\n<title>svclint graph</title>\n<style>${SVG_STYLE}</style>\n${paper}\n${body.html}\n</svg>\n`;
}
