import type { ReportedFinding } from '../engine/report.ts';
import type { Cluster } from '../model/cluster.ts';
import { blame, type Blame } from './blame.ts';
import { drawEntries } from './draw-entries.ts';
import { drawReferences } from './draw-references.ts';
import { drawSelectors } from './draw-selectors.ts';
import { drawServices, drawServiceUses } from './draw-services.ts';
import type { Graph, GraphEdge, GraphFinding, GraphNode } from './graph.ts';
import { placeOf, ScopeGraph, type DraftEdge, type DraftNode } from './scope-graph.ts';

/** Gives each node a name that tells it from all others, and stays the same while its object keeps its name. */
class Names {
  readonly #names = new Map<DraftNode, string>();
  readonly #seen = new Map<string, number>();

  of(node: DraftNode): string {
    const known = this.#names.get(node);
    if (known !== undefined) return known;
    const { group, kind, name } = node;
    const parts = [group.scope, kind, group.namespace, name].filter(part => part !== null && part !== '');
    const plain = parts.join('/');
    const count = (this.#seen.get(plain) ?? 0) + 1;
    this.#seen.set(plain, count);
    const own = count === 1 ? plain : `${plain}#${String(count)}`;
    this.#names.set(node, own);
    return own;
  }
}

class Writer {
  readonly #names = new Names();
  readonly #numbers: ReadonlyMap<ReportedFinding, number>;

  constructor(findings: readonly ReportedFinding[]) {
    this.#numbers = new Map(findings.map((finding, index) => [finding, index]));
  }

  node(draft: DraftNode, found: Blame): GraphNode {
    const at = placeOf(draft);
    return {
      id: this.#names.of(draft),
      group: draft.group.id,
      role: draft.role,
      state: draft.state,
      apiVersion: draft.apiVersion,
      kind: draft.kind,
      name: draft.name,
      path: at?.file.path ?? null,
      line: at ? at.file.lines.position(at.span.start).line : null,
      facts: draft.facts,
      findings: this.#numbersOf(found.ofNode.get(draft)),
    };
  }

  edge(draft: DraftEdge, found: Blame): GraphEdge {
    const findings = [...(found.ofEdge.get(draft) ?? [])];
    return {
      from: this.#names.of(draft.from),
      to: this.#names.of(draft.to),
      as: [...draft.words].join(', '),
      text: [...draft.texts].join(', '),
      state: draft.state,
      broken: findings.length === 0 ? null : findings.some(({ severity }) => severity === 'error') ? 'error' : 'warning',
      path: draft.at?.file.path ?? null,
      line: draft.at ? draft.at.file.lines.position(draft.at.span.start).line : null,
      findings: this.#numbersOf(findings),
    };
  }

  #numbersOf(findings: Iterable<ReportedFinding> = []): number[] {
    return [...findings].flatMap(finding => this.#numbers.get(finding) ?? []);
  }
}

function writeFinding({ rule, severity, message, help, location, fingerprint }: ReportedFinding): GraphFinding {
  return { rule: rule.id, severity, message, help, path: location.file.path, line: location.start.line, fingerprint };
}

/** What the platform brings is a fact of those that name it, unless something is wrong with it. */
function leaveOutQuiet(graph: ScopeGraph, found: Blame): void {
  const quiet = new Set<DraftEdge>();
  for (const edge of graph.edges) {
    const { from, to } = edge;
    if (!to.isQuiet || to.state === 'made' || found.ofEdge.has(edge)) continue;
    from.facts.push({ label: [...edge.words].join(', ').replace(/^./, letter => letter.toUpperCase()), text: `${to.kind} ${to.name}, not in these files` });
    quiet.add(edge);
  }
  graph.drop(quiet);
}

function drawScope(cluster: Cluster, prefix: string, findings: readonly ReportedFinding[]): { readonly graph: ScopeGraph; readonly found: Blame } {
  const graph = new ScopeGraph(cluster, prefix);
  drawServices(graph);
  drawReferences(graph);
  drawSelectors(graph);
  drawServiceUses(graph);
  drawEntries(graph);
  const found = blame(graph, findings);
  leaveOutQuiet(graph, found);
  return { graph, found };
}

/** Draws the objects of all scopes and what connects them, with the findings of a report at both ends. */
export function buildGraph(clusters: readonly Cluster[], reported: readonly ReportedFinding[]): Graph {
  const findings = reported.filter(({ suppressed }) => !suppressed);
  const writer = new Writer(findings);
  const shown = clusters.filter(({ resources }) => resources.length > 0);
  const drawn = shown.map((cluster, index) => drawScope(cluster, shown.length > 1 ? `${String(index + 1)} ` : '', findings));
  return {
    groups: drawn.flatMap(({ graph }) => graph.groups()),
    nodes: drawn.flatMap(({ graph, found }) => graph.connected().map(node => writer.node(node, found))),
    edges: drawn.flatMap(({ graph, found }) => graph.edges.map(edge => writer.edge(edge, found))),
    findings: findings.map(writeFinding),
  };
}
