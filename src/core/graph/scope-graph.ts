import type { Cluster } from '../model/cluster.ts';
import { groupBy } from '../model/group-by.ts';
import type { PodTemplate } from '../model/pod.ts';
import type { KindName } from '../model/references/reference.ts';
import { nameplateOf, type Resource } from '../model/resource.ts';
import { isClusterWide, splitKind } from '../predict/references/same-kind.ts';
import type { Span } from '../text/span.ts';
import type { Cursor } from '../yaml/cursor.ts';
import { valueOf, type Field } from '../yaml/field.ts';
import type { Place } from '../yaml/place.ts';
import type { SourceFile } from '../yaml/source-file.ts';
import { factsOf } from './facts.ts';
import type { EdgeState, GraphFact, GraphGroup, NodeState, Role } from './graph.ts';
import { isOfThePlatform, roleOfKind } from './roles.ts';

/** A node while the graph of a scope is built. */
export interface DraftNode {
  readonly group: GraphGroup;
  readonly role: Role;
  state: NodeState;
  readonly apiVersion: string | null;
  readonly kind: string;
  readonly name: string;
  readonly resource: Resource | undefined;
  readonly facts: GraphFact[];
  /** Left out unless a finding is about it: what the platform brings. */
  readonly isQuiet: boolean;
}

/** A part of a file that an edge stands for, or rests on. */
export interface Written {
  readonly file: SourceFile;
  readonly span: Span;
}

export interface DraftEdge {
  readonly from: DraftNode;
  readonly to: DraftNode;
  readonly words: Set<string>;
  readonly texts: Set<string>;
  state: EdgeState;
  readonly written: Written[];
  /** Where it is shown to be written; undefined where it follows from labels. */
  at: Place | undefined;
}

/** What connects two nodes. */
export interface Link {
  readonly as: string;
  readonly text?: string | undefined;
  readonly state?: EdgeState;
  /** Where the reference is written. */
  readonly at?: Place | undefined;
  /** What it rests on besides: findings there are about the edge. */
  readonly basis?: readonly Place[];
}

/** What is named and is not in the set. */
export interface Named {
  readonly kind: KindName;
  readonly name: string;
  readonly from: Resource;
  /** As the reference writes it. */
  readonly namespace: Field<string> | undefined;
  readonly state: Exclude<NodeState, 'present'>;
}

/** What is no object: a host name, a port of all nodes. */
export interface NamedEntry {
  readonly kind: string;
  readonly name: string;
  readonly from: Resource;
  /** The object that it belongs to alone; it is one for all of its name where absent. */
  readonly of?: string;
}

const RANK: Readonly<Record<EdgeState, number>> = { sure: 0, possible: 1, absent: 2 };

/** What the name of an object is called where it is not known. */
export function writtenName(name: Field<string>, cursor: Cursor<unknown>, fallback = 'no name'): string {
  return valueOf(name) ?? (cursor.isWritten ? (cursor.text ?? cursor.source) : fallback);
}

const asWritten = ({ file, span }: Place): Written => ({ file, span });

/** The graph of one scope while it is built: each object and each named one once, and one edge between two of them. */
export class ScopeGraph {
  readonly cluster: Cluster;
  readonly nodes: DraftNode[] = [];
  #edges: DraftEdge[] = [];
  readonly #groups = new Map<string, GraphGroup>();
  readonly #ofResource = new Map<Resource, DraftNode>();
  readonly #ofName = new Map<string, DraftNode>();
  readonly #between = new Map<DraftNode, Map<DraftNode, DraftEdge>>();
  /** Groups with an object of the set. */
  readonly #inhabited = new Set<string>();
  readonly #prefix: string;

  constructor(cluster: Cluster, prefix: string) {
    this.cluster = cluster;
    this.#prefix = prefix;
    const pods = groupBy(cluster.podTemplates, ({ workload }) => workload);
    for (const resource of cluster.resources) this.#add(resource, pods.get(resource) ?? []);
  }

  /** Groups that something stands in. */
  groups(): readonly GraphGroup[] {
    const used = new Set(this.connected().map(({ group }) => group));
    return [...this.#groups.values()].filter(group => used.has(group));
  }

  nodeOf(resource: Resource): DraftNode | undefined {
    return this.#ofResource.get(resource);
  }

  /** A node for a named object that is not in the set; one for each name. */
  nodeOfNamed({ kind: kindName, name, from, namespace, state }: Named): DraftNode {
    const { group: apiGroup, kind } = splitKind(kindName);
    const own = this.#groupOf(kindName, namespace ?? from.namespace, namespace ? undefined : from.metadata.get('namespace').text);
    // A namespace of which the set has nothing is no frame of its own.
    const isForeign = !this.#inhabited.has(own.id) && own.namespace !== null;
    const group = isForeign ? (this.nodeOf(from)?.group ?? own) : own;
    const key = [own.id, apiGroup, kind, name].join('\u0000');
    const known = this.#ofName.get(key);
    if (known) {
      if (state === 'made') known.state = state;
      return known;
    }
    return this.#keep(key, {
      group,
      role: roleOfKind(kind, false),
      state,
      kind,
      name: isForeign ? `${own.namespace}/${name}` : name,
      isQuiet: isOfThePlatform(kind, name),
    });
  }

  nodeOfEntry({ kind, name, from, of = '' }: NamedEntry): DraftNode {
    const group = this.nodeOf(from)?.group ?? this.#groupOf(`${from.group}/${from.kind}`, from.namespace);
    const key = [group.id, 'entry', kind, name, of].join('\u0000');
    return this.#ofName.get(key) ?? this.#keep(key, { group, role: 'entry', state: 'present', kind, name, isQuiet: false });
  }

  edgeBetween(from: DraftNode, to: DraftNode): DraftEdge | undefined {
    return this.#between.get(from)?.get(to);
  }

  link(from: DraftNode, to: DraftNode, { as, text, state = 'sure', at, basis = [] }: Link): DraftEdge {
    const ends = this.#between.get(from) ?? new Map<DraftNode, DraftEdge>();
    this.#between.set(from, ends);
    const known = ends.get(to);
    const edge = known ?? { from, to, words: new Set<string>(), texts: new Set<string>(), state, written: [], at: undefined };
    if (!known) {
      ends.set(to, edge);
      this.#edges.push(edge);
    }
    if (RANK[state] < RANK[edge.state]) edge.state = state;
    edge.words.add(as);
    if (text !== undefined && text !== '') edge.texts.add(text);
    edge.at ??= at;
    edge.written.push(...[...(at ? [at] : []), ...basis].map(asWritten));
    return edge;
  }

  get edges(): readonly DraftEdge[] {
    return this.#edges;
  }

  /** Takes edges away again. */
  drop(edges: ReadonlySet<DraftEdge>): void {
    for (const { from, to } of edges) this.#between.get(from)?.delete(to);
    this.#edges = this.#edges.filter(edge => !edges.has(edge));
  }

  /** All objects of the set, and of the rest what an edge leads to. */
  connected(): readonly DraftNode[] {
    const ends = new Set(this.edges.flatMap(({ from, to }) => [from, to]));
    return this.nodes.filter(node => node.resource !== undefined || ends.has(node));
  }

  #keep(key: string, node: Omit<DraftNode, 'apiVersion' | 'resource' | 'facts'>): DraftNode {
    const made: DraftNode = { ...node, apiVersion: null, resource: undefined, facts: [] };
    this.#ofName.set(key, made);
    this.nodes.push(made);
    return made;
  }

  #add(resource: Resource, pods: readonly PodTemplate[]): void {
    const { apiVersion, kind } = resource;
    const node: DraftNode = {
      group: this.#groupOf(`${resource.group}/${kind}`, resource.namespace, resource.metadata.get('namespace').text),
      role: roleOfKind(kind, pods.length > 0),
      state: 'present',
      apiVersion,
      kind,
      name: writtenName(resource.name, resource.metadata.get('name')),
      resource,
      facts: [...factsOf(resource, pods)],
      isQuiet: false,
    };
    this.nodes.push(node);
    this.#inhabited.add(node.group.id);
    this.#ofResource.set(resource, node);
  }

  #groupOf(kind: KindName, field: Field<string>, text = '?'): GraphGroup {
    const wide = isClusterWide(kind, this.cluster.kinds) === true;
    const namespace = wide || field.state === 'absent' ? null : (valueOf(field) ?? text);
    const id = `${this.#prefix}${wide ? 'cluster' : namespace === null ? 'unnamed' : `ns ${namespace}`}`;
    const known = this.#groups.get(id);
    if (known) return known;
    const group = { id, scope: this.cluster.scope, namespace, isClusterWide: wide };
    this.#groups.set(id, group);
    return group;
  }
}

/** Where the manifest of a node begins: at its name. */
export function placeOf({ resource }: DraftNode): Place | undefined {
  return resource && nameplateOf(resource);
}
