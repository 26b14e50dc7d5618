import type { Graph, GraphEdge } from '../../../graph/graph.ts';
import { foldGraph } from '../fold.ts';
import { layOut, type Layout } from '../layout.ts';
import type { Picture, View } from '../picture.ts';
import { arrowShapes, drawShapes } from '../shapes.ts';
import { makeShape } from './elements.ts';
import type { Area } from './stage.ts';

/** The drawing in the page, as it is viewed. */
export class PictureView {
  readonly #graph: Graph;
  readonly #world: SVGElement;
  readonly #elements = new Map<string, SVGElement>();
  #picture: Picture = { nodes: [], edges: [], left: [] };
  #layout: Layout | undefined;
  /** The box that stands for an object. */
  readonly #boxes = new Map<string, string>();

  constructor(graph: Graph, world: SVGElement) {
    this.#graph = graph;
    this.#world = world;
  }

  get area(): Area {
    return { x: 0, y: 0, width: this.#layout?.width ?? 1, height: this.#layout?.height ?? 1 };
  }

  get picture(): Picture {
    return this.#picture;
  }

  draw(view: View): void {
    this.#picture = foldGraph(this.#graph, view);
    this.#layout = layOut(this.#graph, this.#picture, view);
    this.#world.replaceChildren(makeShape(arrowShapes()), ...drawShapes(this.#layout).map(makeShape));
    this.#elements.clear();
    this.#boxes.clear();
    for (const { id, members } of this.#picture.nodes) for (const member of members) this.#boxes.set(member, id);
    const byBox = new Map(this.#picture.nodes.map(node => [node.id, node]));
    for (const element of this.#world.querySelectorAll<SVGElement>('.node')) {
      const id = element.dataset['id'] ?? '';
      const node = byBox.get(id);
      this.#elements.set(id, element);
      element.setAttribute('tabindex', '0');
      element.setAttribute('role', 'button');
      element.setAttribute(
        'aria-label',
        `${node?.kind ?? ''} ${node?.name ?? ''}${node && node.findings.length > 0 ? `, ${String(node.findings.length)} findings` : ''}`,
      );
    }
  }

  boxOf(id: string): string | undefined {
    return this.#elements.has(id) ? id : this.#boxes.get(id);
  }

  elementOf(box: string): SVGElement | undefined {
    return this.#elements.get(box);
  }

  /** The area that boxes take. */
  areaOf(boxes: readonly string[]): Area {
    const wanted = new Set(boxes);
    const placed = this.#layout?.nodes.filter(({ node }) => wanted.has(node.id)) ?? [];
    const [x, y] = [Math.min(...placed.map(each => each.x)), Math.min(...placed.map(each => each.y))];
    const right = Math.max(...placed.map(each => each.x + each.width));
    return { x, y, width: right - x, height: Math.max(...placed.map(each => each.y + each.height)) - y };
  }

  neighboursOf(box: string): readonly string[] {
    return this.#picture.edges.flatMap(({ from, to }) => (from === box ? [to] : to === box ? [from] : []));
  }

  /** The connections that an edge of the drawing stands for. */
  edgesBetween(from: string, to: string): readonly GraphEdge[] {
    return this.#graph.edges.filter(edge => this.boxOf(edge.from) === from && this.boxOf(edge.to) === to);
  }

  /** Puts all back that is not one of these boxes, or connected with one. */
  light(boxes: ReadonlySet<string>, alone?: { readonly from: string; readonly to: string }): void {
    this.#world.classList.toggle('dimmed', boxes.size > 0);
    const lit = new Set(boxes);
    for (const { from, to } of alone ? [] : this.#picture.edges) {
      if (boxes.has(from)) lit.add(to);
      if (boxes.has(to)) lit.add(from);
    }
    for (const [id, element] of this.#elements) {
      element.classList.toggle('lit', lit.has(id));
      element.classList.toggle('chosen', boxes.size === 1 && boxes.has(id));
    }
    for (const element of this.#world.querySelectorAll<SVGElement>('.edge, .label')) {
      const { from = '', to = '' } = element.dataset;
      element.classList.toggle('lit', alone ? from === alone.from && to === alone.to : boxes.has(from) || boxes.has(to));
    }
  }

  /** Marks what a search has found, and nothing else. */
  mark(boxes: ReadonlySet<string>): void {
    for (const [id, element] of this.#elements) element.classList.toggle('found', boxes.has(id));
  }

  /** The nearest box in a direction from another one. */
  findBeside(box: string, direction: 'left' | 'right' | 'up' | 'down'): string | undefined {
    const from = this.#layout?.nodes.find(({ node }) => node.id === box);
    if (!from) return undefined;
    const isLevel = direction === 'left' || direction === 'right';
    const sign = direction === 'right' || direction === 'down' ? 1 : -1;
    let best: { readonly id: string; readonly far: number } | undefined;
    for (const { node, x, y, height } of this.#layout?.nodes ?? []) {
      const [dx, dy] = [x - from.x, y + height / 2 - from.y - from.height / 2];
      const [along, across] = isLevel ? [dx * sign, Math.abs(dy)] : [dy * sign, Math.abs(dx)];
      const far = along + across * 2.5;
      if (along > 4 && node.id !== box && (!best || far < best.far)) best = { id: node.id, far };
    }
    return best?.id;
  }
}
