import type { Graph } from '../../graph/graph.ts';
import { escapeUnseen } from '../escape.ts';
import { foldGraph } from './fold.ts';
import { titleOf } from './layout.ts';
import type { Picture, PictureEdge, PictureNode, View } from './picture.ts';

/** A text in double quotes. All that Mermaid, Markdown or HTML could read as more than a letter is an entity of Mermaid's. */
function quote(...lines: readonly string[]): string {
  const escape = (text: string): string => escapeUnseen(text).replaceAll(/[^\p{L}\p{N} .:,→·–_-]/gu, character => `#${String(character.codePointAt(0) ?? 0)};`);
  return `"${lines
    .filter(line => line !== '')
    .map(line => (/^\s*(?:\d+\.|-)\s/.test(line) ? `#8203;${escape(line)}` : escape(line)))
    .join('<br>')}"`;
}

function nodeLine({ role, name, kind, folded, state }: PictureNode, id: string): string {
  const note = state === 'absent' ? 'not in these files' : state === 'unknown' ? 'name not known' : '';
  const text = quote(name, kind, folded, note);
  return role === 'entry' ? `    ${id}([${text}])` : `    ${id}[${text}]`;
}

function edgeLine(edge: PictureEdge, from: string, to: string): string {
  const text = [edge.as, edge.text].filter(words => words !== '').join(' ');
  const arrow = edge.broken !== null ? '==>' : edge.state === 'sure' ? '-->' : '-.->';
  return text === '' ? `  ${from} ${arrow} ${to}` : `  ${from} ${arrow}|${quote(text)}| ${to}`;
}

/** Styles of nodes by what is wrong with them, and of broken edges by their numbers. */
function styleLines({ nodes, edges }: Picture, names: ReadonlyMap<string, string>): string[] {
  const lines = [
    '  classDef error stroke:#c11c2b,stroke-width:2px',
    '  classDef warning stroke:#b26a00,stroke-width:2px',
    '  classDef absent stroke-dasharray:4 3',
  ];
  for (const [name, those] of [
    ['error', nodes.filter(node => node.severity === 'error')],
    ['warning', nodes.filter(node => node.severity === 'warning')],
    ['absent', nodes.filter(node => node.state !== 'present')],
  ] as const)
    if (those.length > 0) lines.push(`  class ${those.map(({ id }) => names.get(id) ?? '').join(',')} ${name}`);
  for (const [broken, color] of [['error', '#c11c2b'] as const, ['warning', '#b26a00'] as const]) {
    const numbers = edges.flatMap((edge, index) => (edge.broken === broken ? [String(index)] : []));
    if (numbers.length > 0) lines.push(`  linkStyle ${numbers.join(',')} stroke:${color},color:${color}`);
  }
  return lines;
}

/** A flowchart for Mermaid, which Markdown on GitHub and GitLab shows; namespaces as subgraphs. */
export function renderMermaid(graph: Graph, view: View): string {
  const picture = foldGraph(graph, view);
  const names = new Map(picture.nodes.map(({ id }, index) => [id, `n${String(index)}`]));
  const groups = graph.groups.flatMap((group, index) => {
    const own = picture.nodes.filter(node => node.group === group.id);
    if (own.length === 0) return [];
    return [`  subgraph g${String(index)}[${quote(titleOf(group))}]`, ...own.map(node => nodeLine(node, names.get(node.id) ?? '')), '  end'];
  });
  const edges = picture.edges.map(edge => edgeLine(edge, names.get(edge.from) ?? '', names.get(edge.to) ?? ''));
  return `${['flowchart LR', ...groups, ...edges, ...styleLines(picture, names)].join('\n')}\n`;
}
