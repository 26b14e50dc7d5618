import type { EdgeState } from '../../graph/graph.ts';
import { escapeUnseen } from '../escape.ts';
import type { PlacedEdge, PlacedNode, Point } from './component.ts';
import type { Layout, PlacedGroup } from './layout.ts';

/** An element of a drawing, to be written as text or made in a page. */
export interface Shape {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly (Shape | string)[];
}

const shape = (tag: string, attributes: Shape['attributes'], ...children: readonly (Shape | string)[]): Shape => ({ tag, attributes, children });

const round = (value: number): number => Math.round(value * 10) / 10;

/** A smooth line through points that are level at both ends of each column. */
function pathOf(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  let path = `M${String(round(first.x))} ${String(round(first.y))}`;
  let last = first;
  for (const point of rest) {
    const reach = Math.abs(point.x - last.x) < 40 && Math.abs(point.y - last.y) > 40 ? 60 : Math.abs(point.x - last.x) / 2;
    const way = point.x >= last.x ? reach : -reach;
    if (Math.abs(point.y - last.y) < 0.5) path += `L${String(round(point.x))} ${String(round(point.y))}`;
    else path += `C${[last.x + way, last.y, point.x - way, point.y, point.x, point.y].map(value => String(round(value))).join(' ')}`;
    last = point;
  }
  return path;
}

function loopOf([start, out, , end]: readonly Point[]): string {
  if (!start || !out || !end) return '';
  return `M${String(round(start.x))} ${String(round(start.y))}C${[out.x + 6, start.y, out.x + 6, end.y, end.x, end.y].map(value => String(round(value))).join(' ')}`;
}

function classOf(state: EdgeState, broken: string | null, as: string): string {
  return ['edge', broken === null ? state : `broken ${broken}`, ...(as === 'calls' && broken === null ? ['calls'] : [])].join(' ');
}

function edgeShape({ edge, points }: PlacedEdge): Shape {
  const isLoop = points.length === 4 && points[1]?.x === points[2]?.x;
  const arrow = edge.broken !== null ? `arrow-${edge.broken}` : edge.as === 'calls' ? 'arrow-calls' : 'arrow';
  const says = [edge.as, edge.text].filter(text => text !== '').join(' ');
  return shape(
    'g',
    { class: classOf(edge.state, edge.broken, edge.as), 'data-from': edge.from, 'data-to': edge.to },
    shape('path', { d: isLoop ? loopOf(points) : pathOf(points), 'marker-end': `url(#${arrow})` }),
    ...(says === '' ? [] : [shape('title', {}, escapeUnseen(says))]),
  );
}

function labelShape({ edge, label }: PlacedEdge): Shape[] {
  if (!label) return [];
  const { x, y } = label.at;
  const attributes = {
    class: `label ${edge.broken ?? ''}`.trim(),
    x: round(x),
    y: round(y),
    'text-anchor': label.anchor,
    'data-from': edge.from,
    'data-to': edge.to,
  };
  return [shape('text', attributes, label.text)];
}

function badgeShapes({ node, width }: PlacedNode): Shape[] {
  if (node.severity === null) return [];
  const count = String(node.findings.length);
  return [
    shape('circle', { class: `badge ${node.severity}`, cx: round(width - 13), cy: 13, r: 8.5 }),
    shape('text', { class: 'count', x: round(width - 13), y: 16.6, 'text-anchor': 'middle' }, count),
  ];
}

function nodeShape(placed: PlacedNode): Shape {
  const { node, title, below, folded, width, height, x, y } = placed;
  const isStack = node.members.length > 1;
  const outline = { x: 0, y: 0, width: round(width), height, rx: node.role === 'entry' ? height / 2 : 7 };
  const left = node.role === 'entry' ? 18 : 14;
  return shape(
    'g',
    {
      class: `node ${node.role} ${node.state}${node.severity === null ? '' : ` ${node.severity}`}`,
      transform: `translate(${String(round(x))} ${String(round(y))})`,
      'data-id': node.id,
    },
    shape('title', {}, escapeUnseen(`${node.kind} ${node.name}`)),
    ...(isStack ? [shape('rect', { ...outline, x: 5, y: 5, class: 'stack' })] : []),
    shape('rect', { ...outline, class: 'box' }),
    ...(node.role === 'entry' ? [] : [shape('rect', { class: 'bar', x: 0, y: 8, width: 3.5, height: height - 16, rx: 1.75 })]),
    shape('text', { class: 'name', x: left, y: 19 }, title),
    shape('text', { class: 'kind', x: left, y: 35 }, below),
    ...(folded === '' ? [] : [shape('text', { class: 'folded', x: left, y: 51 }, folded)]),
    ...badgeShapes(placed),
  );
}

function groupShape({ group, title, isClosed, x, y, width, height }: PlacedGroup): Shape {
  return shape(
    'g',
    { class: `group${isClosed ? ' closed' : ''}`, transform: `translate(${String(round(x))} ${String(round(y))})`, 'data-group': group.id },
    shape('rect', { class: 'frame', x: 0, y: 0, width: round(width), height: round(height), rx: 12 }),
    shape('text', { class: 'heading', x: 16, y: 24 }, title),
    shape('title', {}, escapeUnseen(group.namespace ?? title)),
  );
}

function arrowShape(id: string): Shape {
  const size = { viewBox: '0 0 8 8', refX: 7.2, refY: 4, markerWidth: 7, markerHeight: 7, orient: 'auto-start-reverse', markerUnits: 'userSpaceOnUse' };
  return shape('marker', { id, ...size }, shape('path', { d: 'M0 0.6L7.6 4L0 7.4z' }));
}

/** Arrow heads; they are referred to by their ids. */
export function arrowShapes(): Shape {
  return shape('defs', {}, arrowShape('arrow'), arrowShape('arrow-calls'), arrowShape('arrow-error'), arrowShape('arrow-warning'));
}

/** All of a layout, what is to be seen above the rest last. */
export function drawShapes({ groups, nodes, edges }: Layout): readonly Shape[] {
  const ordered = edges.toSorted((a, b) => Number(a.edge.broken !== null) - Number(b.edge.broken !== null));
  return [...groups.map(groupShape), ...ordered.map(edgeShape), ...nodes.map(nodeShape), ...ordered.flatMap(labelShape)];
}
