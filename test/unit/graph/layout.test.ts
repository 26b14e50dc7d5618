import { describe, expect, test } from 'vitest';
import type { Graph, GraphNode } from '../../../src/core/graph/graph.ts';
import { foldGraph } from '../../../src/core/report/graph/fold.ts';
import { layOut, type Layout } from '../../../src/core/report/graph/layout.ts';
import { drawShapes } from '../../../src/core/report/graph/shapes.ts';
import { firstView, type View } from '../../../src/core/report/graph/picture.ts';

const node = (id: string, role: GraphNode['role'], group = 'a', findings: readonly number[] = []): GraphNode => ({
  id,
  group,
  role,
  state: 'present',
  apiVersion: 'v1',
  kind: role,
  name: id,
  path: 'a.yaml',
  line: 1,
  facts: [],
  findings,
});

const edge = (from: string, to: string): Graph['edges'][number] => ({
  from,
  to,
  as: 'to',
  text: '80',
  state: 'sure',
  broken: null,
  path: null,
  line: null,
  findings: [],
});

/** Services with pods, what these are given, and calls from each to the next one. */
function graphOfSize(services: number, namespaces: number): Graph {
  const numbers = Array.from({ length: services }, (_, index) => index);
  const group = (index: number): string => `ns${String(index % namespaces)}`;
  return {
    groups: Array.from({ length: namespaces }, (_, index) => ({ id: `ns${String(index)}`, scope: '', namespace: `ns${String(index)}`, isClusterWide: false })),
    nodes: numbers.flatMap(index => [
      node(`s${String(index)}`, 'service', group(index)),
      node(`w${String(index)}`, 'workload', group(index)),
      node(`c${String(index)}`, 'config', group(index)),
    ]),
    edges: numbers.flatMap(index => [
      edge(`s${String(index)}`, `w${String(index)}`),
      edge(`w${String(index)}`, `c${String(index)}`),
      ...(index % 3 === 0 ? [edge(`w${String(index)}`, `s${String((index * 7 + namespaces) % services)}`)] : []),
    ]),
    findings: [],
  };
}

const draw = (graph: Graph, view: View = firstView(graph)): Layout => layOut(graph, foldGraph(graph, view), view);

const overlaps = (a: { x: number; y: number; width: number; height: number }, b: typeof a): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe('a layout', () => {
  test.each([
    [4, 1],
    [30, 2],
    [100, 3],
    [100, 12],
  ])('of %d Services in %d namespaces has no box on another one, and each in its frame', (services, namespaces) => {
    const { nodes, groups, width, height } = draw(graphOfSize(services, namespaces), { details: true, closed: new Set() });
    expect(nodes).toHaveLength(services * 3);
    for (const list of [nodes, groups]) {
      const pairs = list.flatMap((a, index) => list.slice(index + 1).map(b => [a, b] as const));
      expect(pairs.filter(([a, b]) => overlaps(a, b))).toEqual([]);
    }
    for (const placed of nodes) {
      const frame = groups.find(({ group }) => group.id === placed.node.group);
      expect(frame && placed.x > frame.x && placed.y > frame.y && placed.x + placed.width < frame.x + frame.width).toBe(true);
      expect(frame && placed.y + placed.height < frame.y + frame.height).toBe(true);
    }
    expect(width / height).toBeGreaterThan(0.8);
    expect(width / height).toBeLessThan(4);
  });

  test('a chain is level, from left to right', () => {
    const graph = graphOfSize(1, 1);
    const { nodes, edges } = draw({ ...graph, edges: graph.edges.filter(({ to }) => to !== 's0') });
    expect(nodes.map(({ node: { id } }) => id)).toEqual(['s0', 'w0', 'c0']);
    expect(new Set(nodes.map(({ y }) => y)).size).toBe(1);
    for (const { points } of edges) expect(points.map(({ y }) => y)).toEqual(points.map(() => points[0]?.y));
    expect(edges.flatMap(({ points }) => points.map(({ x }) => x))).toEqual(edges.flatMap(({ points }) => points.map(({ x }) => x)).sort((a, b) => a - b));
  });

  test('the same graph gives the same drawing', () => {
    expect(drawShapes(draw(graphOfSize(60, 4)))).toEqual(drawShapes(draw(graphOfSize(60, 4))));
  });

  test('a circle of calls and an object that is connected with itself by others end', () => {
    const graph: Graph = {
      groups: graphOfSize(1, 1).groups,
      nodes: ['a', 'b', 'c'].map(id => node(id, 'workload', 'ns0')),
      edges: [edge('a', 'b'), edge('b', 'c'), edge('c', 'a')],
      findings: [],
    };
    expect(draw(graph).edges).toHaveLength(3);
  });
});

describe('folding', () => {
  test('a small graph shows all of it, a large one what is on the way', () => {
    expect(foldGraph(graphOfSize(3, 1), firstView(graphOfSize(3, 1))).nodes).toHaveLength(9);
    const large = graphOfSize(100, 1);
    const folded = foldGraph(large, firstView(large));
    expect(folded.nodes).toHaveLength(200);
    expect(folded.nodes.find(({ id }) => id === 'w1')?.folded).toBe('config');
  });

  test('what is wrong is never folded away', () => {
    const large = graphOfSize(100, 1);
    const finding = { rule: 'r', severity: 'error', message: 'm', help: null, path: 'a.yaml', line: 1, fingerprint: 'f' } as const;
    const nodes = large.nodes.map(each => (each.id === 'c7' ? { ...each, findings: [0] } : each));
    expect(foldGraph({ ...large, nodes, findings: [finding] }, firstView(large)).nodes.map(({ id }) => id)).toContain('c7');
  });

  test('three that are alike are one box', () => {
    const graph: Graph = {
      groups: [],
      nodes: [...['a', 'b', 'c'].map(id => node(id, 'workload')), node('s', 'service')],
      edges: ['a', 'b', 'c'].map(id => edge('s', id)),
      findings: [],
    };
    const { nodes, edges } = foldGraph(graph, { details: false, closed: new Set() });
    expect(nodes.map(({ members, folded }) => [members, folded])).toEqual([
      [['a', 'b', 'c'], 'and 2 more alike'],
      [['s'], ''],
    ]);
    expect(edges).toHaveLength(1);
  });

  test('a closed namespace is one box that keeps its connections', () => {
    const graph = graphOfSize(8, 2);
    const { nodes, edges } = foldGraph(graph, { details: true, closed: new Set(['ns0']) });
    expect(nodes.filter(({ group }) => group === 'ns0').map(({ name }) => name)).toEqual(['12 objects']);
    expect(edges.every(({ from, to }) => nodes.some(({ id }) => id === from) && nodes.some(({ id }) => id === to))).toBe(true);
  });
});
