import type { Graph, GraphEdge, GraphNode } from '../../../graph/graph.ts';
import { make, need } from '../../html/page/make.ts';
import { escapeUnseen } from '../../escape.ts';

const text = (words: string): string => escapeUnseen(words);

function heading(words: string): HTMLElement {
  return make('h3', { text: words });
}

function placeElement(path: string, line: number): HTMLElement {
  const place = `${path}:${String(line)}`;
  const button = make('button', { className: 'copy', text: 'Copy' });
  button.type = 'button';
  button.dataset['place'] = place;
  button.setAttribute('aria-label', `Copy ${text(place)}`);
  return make('p', { className: 'place', children: [make('code', { className: 'at', text: text(place) }), button] });
}

function row(label: string, value: string): HTMLElement {
  return make('div', { children: [make('dt', { text: text(label) }), make('dd', { text: text(value) })] });
}

/** What is known of the box or the connection that is chosen. */
export class Panel {
  readonly #graph: Graph;
  readonly #byId: ReadonlyMap<string, GraphNode>;
  readonly #element = need('panel', HTMLElement);
  readonly #choose: (id: string) => void;

  constructor(graph: Graph, choose: (id: string) => void) {
    this.#graph = graph;
    this.#byId = new Map(graph.nodes.map(node => [node.id, node]));
    this.#choose = choose;
  }

  hide(): void {
    this.#element.hidden = true;
  }

  /** Shows an object, or the several ones that a box stands for. */
  showNodes(ids: readonly string[]): void {
    const nodes = ids.flatMap(id => this.#byId.get(id) ?? []);
    const [node] = nodes;
    if (!node) return;
    if (nodes.length === 1) this.#show(this.#nodeParts(node));
    else
      this.#show([
        make('h2', { text: `${String(nodes.length)} objects` }),
        ...this.#listOf(
          'In this box',
          nodes.map(each => ({ other: each, as: each.kind, broken: null })),
        ),
      ]);
  }

  showEdge(edges: readonly GraphEdge[]): void {
    const parts = edges.flatMap(edge => {
      const [from, to] = [this.#byId.get(edge.from), this.#byId.get(edge.to)];
      if (!from || !to) return [];
      const state = { sure: '', possible: 'Not certain: a value that is not known decides', absent: 'The other end is not in these files' }[edge.state];
      return [
        make('h2', { text: text(`${from.name} → ${to.name}`) }),
        make('p', { className: 'what', text: text([edge.as, edge.text].filter(words => words !== '').join(' · ')) }),
        ...(edge.path !== null && edge.line !== null ? [placeElement(edge.path, edge.line)] : []),
        ...(state === '' || edge.broken !== null ? [] : [make('p', { text: state })]),
        ...this.#findingsOf(edge.findings),
        ...this.#listOf('Ends', [
          { other: from, as: from.kind, broken: null },
          { other: to, as: to.kind, broken: null },
        ]),
      ];
    });
    this.#show(parts);
  }

  #show(parts: readonly HTMLElement[]): void {
    const close = make('button', { className: 'close', text: '✕' });
    close.type = 'button';
    close.setAttribute('aria-label', 'Close');
    close.dataset['close'] = '';
    this.#element.replaceChildren(close, ...parts);
    this.#element.scrollTop = 0;
    this.#element.hidden = false;
  }

  #nodeParts(node: GraphNode): HTMLElement[] {
    const group = this.#graph.groups.find(({ id }) => id === node.group);
    const namespace = group?.isClusterWide === true ? 'cluster-wide' : (group?.namespace ?? 'no namespace written');
    const state = { present: '', made: 'Made by an object of these files', absent: 'Not in these files', unknown: 'Its name is a placeholder' }[node.state];
    const out = this.#graph.edges.filter(edge => edge.from === node.id);
    const into = this.#graph.edges.filter(edge => edge.to === node.id);
    const ends = (edges: readonly GraphEdge[], end: 'from' | 'to'): { other: GraphNode; as: string; broken: GraphEdge['broken'] }[] =>
      edges.flatMap(edge => {
        const other = this.#byId.get(edge[end]);
        return other ? [{ other, as: edge.as, broken: edge.broken }] : [];
      });
    return [
      make('h2', { text: text(node.name) }),
      make('p', { className: 'what', text: text([node.kind, namespace, group?.scope ?? ''].filter(words => words !== '').join(' · ')) }),
      ...(state === '' ? [] : [make('p', { text: state })]),
      ...(node.path !== null && node.line !== null ? [placeElement(node.path, node.line)] : []),
      ...this.#findingsOf(node.findings),
      ...(node.facts.length === 0 ? [] : [heading('Facts'), make('dl', { children: node.facts.map(fact => row(fact.label, fact.text)) })]),
      ...this.#listOf('Leads to', ends(out, 'to')),
      ...this.#listOf('Reached from', ends(into, 'from')),
    ];
  }

  #findingsOf(numbers: readonly number[]): HTMLElement[] {
    const findings = numbers.flatMap(number => this.#graph.findings[number] ?? []);
    if (findings.length === 0) return [];
    const boxes = findings.map(({ severity, message, help, rule, path, line }) =>
      make('div', {
        className: `finding ${severity}`,
        children: [
          make('p', { text: text(message) }),
          ...(help === null ? [] : [make('p', { className: 'help', text: text(help) })]),
          make('p', { className: 'rule', text: `${severity} · ${text(rule)}` }),
          placeElement(path, line),
        ],
      }),
    );
    return [heading(findings.length === 1 ? 'Finding' : 'Findings'), ...boxes];
  }

  #listOf(title: string, ends: readonly { readonly other: GraphNode; readonly as: string; readonly broken: GraphEdge['broken'] }[]): HTMLElement[] {
    if (ends.length === 0) return [];
    const items = ends.map(({ other, as, broken }) => {
      const button = make('button', { text: text(`${other.kind} ${other.name}`) });
      button.type = 'button';
      button.addEventListener('click', () => {
        this.#choose(other.id);
      });
      return make('li', { className: broken === null ? '' : `broken ${broken}`, children: [make('span', { text: text(as) }), button] });
    });
    return [heading(title), make('ul', { children: items })];
  }
}
