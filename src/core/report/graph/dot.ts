import type { Graph, Role } from '../../graph/graph.ts';
import { escapeUnseen } from '../escape.ts';
import { foldGraph } from './fold.ts';
import { titleOf } from './layout.ts';
import type { PictureEdge, PictureNode, View } from './picture.ts';

const COLORS = { error: '#c11c2b', warning: '#b26a00', info: '#0a5fb0' } as const;
const SHAPES: Readonly<Partial<Record<Role, string>>> = { entry: 'oval', config: 'note', other: 'note', guard: 'component' };

/** A text in double quotes: a backslash and a quote are escaped, and no entity is one. */
function quote(text: string): string {
  return `"${escapeUnseen(text).replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('&', '&amp;')}"`;
}

/** Lines of a label; what joins them is no part of a name. */
function label(...lines: readonly string[]): string {
  const written = lines.filter(line => line !== '').map(line => quote(line).slice(1, -1));
  return `"${written.join('\\n')}"`;
}

function nodeLine(node: PictureNode, name: string): string {
  const style = node.state === 'present' ? 'rounded' : 'rounded,dashed';
  const color = node.severity === null ? [] : [`color="${COLORS[node.severity]}"`, 'penwidth=2'];
  const note = node.state === 'absent' ? 'not in these files' : node.state === 'unknown' ? 'name not known' : '';
  return `    ${name} [${[`label=${label(node.name, node.kind, node.folded, note)}`, `shape=${SHAPES[node.role] ?? 'box'}`, `style="${style}"`, ...color].join(', ')}];`;
}

function edgeLine(edge: PictureEdge, ends: readonly [string, string], graph: Graph): string {
  const says = edge.findings.flatMap(number => graph.findings[number] ?? []);
  const attributes = [
    `label=${label([edge.as, edge.text].filter(text => text !== '').join(' '), ...says.map(({ rule }) => rule))}`,
    ...(says.length > 0 ? [`tooltip=${label(...says.map(({ message }) => message))}`] : []),
    ...(edge.broken === null ? [] : [`color="${COLORS[edge.broken]}"`, `fontcolor="${COLORS[edge.broken]}"`, 'penwidth=2']),
    ...(edge.state === 'sure' ? [] : [`style=${edge.state === 'possible' ? 'dashed' : 'dotted'}`]),
  ];
  return `  ${ends[0]} -> ${ends[1]} [${attributes.join(', ')}];`;
}

/** A graph for Graphviz, namespaces as clusters. */
export function renderDot(graph: Graph, view: View): string {
  const { nodes, edges } = foldGraph(graph, view);
  const names = new Map(nodes.map(({ id }, index) => [id, `n${String(index)}`]));
  const clusters = graph.groups.flatMap((group, index) => {
    const own = nodes.filter(node => node.group === group.id);
    if (own.length === 0) return [];
    const head = [`  subgraph cluster_${String(index)} {`, `    label=${label(titleOf(group))};`, '    style=rounded;', '    color="#b5bcc7";'];
    return [...head, ...own.map(node => nodeLine(node, names.get(node.id) ?? '')), '  }'];
  });
  const lines = edges.map(edge => edgeLine(edge, [names.get(edge.from) ?? '', names.get(edge.to) ?? ''], graph));
  const head = [
    'digraph svclint {',
    '  rankdir=LR;',
    '  node [fontname="Helvetica", fontsize=11];',
    '  edge [fontname="Helvetica", fontsize=9, color="#66707d"];',
  ];
  return `${[...head, ...clusters, ...lines, '}'].join('\n')}\n`;
}
