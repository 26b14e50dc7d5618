import type { Location, ReportedFinding } from '../engine/report.ts';
import { groupBy } from '../model/group-by.ts';
import { fileOf, type Resource } from '../model/resource.ts';
import type { SourceFile } from '../yaml/source-file.ts';
import type { DraftEdge, DraftNode, ScopeGraph, Written } from './scope-graph.ts';

/** The findings of a scope, put onto the objects that they are about and the connections that they break. */
export interface Blame {
  readonly ofNode: ReadonlyMap<DraftNode, ReadonlySet<ReportedFinding>>;
  readonly ofEdge: ReadonlyMap<DraftEdge, ReadonlySet<ReportedFinding>>;
}

const holds = ({ file, span }: Written, location: Location): boolean =>
  file === location.file && span.start <= location.span.start && location.span.start < Math.max(span.end, span.start + 1);

const lengthOf = ({ span }: Written): number => span.end - span.start;

function add<K>(to: Map<K, Set<ReportedFinding>>, key: K, finding: ReportedFinding): void {
  to.set(key, (to.get(key) ?? new Set()).add(finding));
}

class Judge {
  readonly ofNode = new Map<DraftNode, Set<ReportedFinding>>();
  readonly ofEdge = new Map<DraftEdge, Set<ReportedFinding>>();
  /** Edges to nothing that lead to the pods that were meant instead. */
  readonly turned = new Set<DraftEdge>();
  readonly #graph: ScopeGraph;
  readonly #byFile: ReadonlyMap<SourceFile, readonly Resource[]>;
  readonly #edgesOf: ReadonlyMap<DraftNode, readonly DraftEdge[]>;

  constructor(graph: ScopeGraph) {
    this.#graph = graph;
    this.#byFile = groupBy(graph.cluster.resources, fileOf);
    const ends = graph.edges.flatMap(edge => [edge.from, edge.to].map(end => ({ edge, end })));
    this.#edgesOf = new Map([...groupBy(ends, ({ end }) => end)].map(([end, those]) => [end, those.map(({ edge }) => edge)]));
  }

  judge(finding: ReportedFinding): void {
    const own = this.#ownerOf(finding.location);
    if (!own) return;
    add(this.ofNode, own, finding);
    if (finding.severity === 'info') return;
    const others = finding.related.flatMap(({ location }) => this.#ownerOf(location) ?? []).filter(other => other !== own);
    for (const edge of this.#edgesBrokenBy(finding, own, others)) add(this.ofEdge, edge, finding);
  }

  #ownerOf(location: Location): DraftNode | undefined {
    const { start } = location.span;
    const owner = (this.#byFile.get(location.file) ?? []).find(({ body }) => {
      const span = body.at.valueSpan;
      return start >= span.start && start <= span.end;
    });
    return owner && this.#graph.nodeOf(owner);
  }

  /** The edges that rest on what the finding is about; else those between the objects at its two ends. */
  #edgesBrokenBy({ location, rule }: ReportedFinding, own: DraftNode, others: readonly DraftNode[]): readonly DraftEdge[] {
    const edges = this.#edgesOf.get(own) ?? [];
    const around = edges.flatMap(edge => edge.written.filter(written => holds(written, location)).map(written => ({ edge, length: lengthOf(written) })));
    const least = Math.min(...around.map(({ length }) => length));
    const nearest = [...new Set(around.filter(({ length }) => length === least).map(({ edge }) => edge))];
    const toOthers = edges.filter(edge => others.includes(edge.from === own ? edge.to : edge.from));
    const both = nearest.filter(edge => toOthers.includes(edge));
    if (both.length > 0) return both;
    // A selector that meets no pods, and the pods that it nearly meets.
    if (nearest.some(({ to }) => to.kind === 'Pod' && to.state === 'absent') && rule.category === 'wiring') return this.#turn(nearest, own, others);
    return nearest.length > 0 ? nearest : toOthers;
  }

  #turn(nearest: readonly DraftEdge[], own: DraftNode, others: readonly DraftNode[]): readonly DraftEdge[] {
    const pods = others.filter(({ role }) => role === 'workload');
    if (pods.length === 0) return nearest;
    const [first] = nearest;
    const text = first ? [...first.texts].join(', ') : undefined;
    const turned = pods.map(pod => this.#graph.link(own, pod, { as: 'selects', text, state: 'absent' }));
    for (const edge of nearest) this.turned.add(edge);
    return turned;
  }
}

/** Finds out whose findings they are. What is suppressed breaks nothing. */
export function blame(graph: ScopeGraph, findings: readonly ReportedFinding[]): Blame {
  const judge = new Judge(graph);
  for (const finding of findings) if (!finding.suppressed && finding.scopes.includes(graph.cluster.scope)) judge.judge(finding);
  graph.drop(judge.turned);
  return judge;
}
