import type { Severity } from '../rule/finding.ts';

/** What an object is on the way of a request and beside it. A drawing makes columns of it. */
export const ROLES = ['entry', 'gateway', 'route', 'service', 'guard', 'workload', 'config', 'other'] as const;
export type Role = (typeof ROLES)[number];

/**
 * `present`: a manifest is in the set. `made`: an object of the set makes it. `absent`: it is named and not in the set, which proves
 * nothing. `unknown`: its name is a placeholder.
 */
export const NODE_STATES = ['present', 'made', 'absent', 'unknown'] as const;
export type NodeState = (typeof NODE_STATES)[number];

/** `sure`: both ends meet. `possible`: nothing proves that they do or do not. `absent`: the other end is not in the set. */
export const EDGE_STATES = ['sure', 'possible', 'absent'] as const;
export type EdgeState = (typeof EDGE_STATES)[number];

/** What is said of an object, a line each. */
export interface GraphFact {
  readonly label: string;
  readonly text: string;
}

/** Objects of one namespace of one scope. */
export interface GraphGroup {
  readonly id: string;
  /** Name of the scope; empty for a run with one scope. */
  readonly scope: string;
  /** null where the manifests give none, and for objects of the whole cluster. */
  readonly namespace: string | null;
  /** Objects that have no namespace because of their kind. */
  readonly isClusterWide: boolean;
}

export interface GraphNode {
  readonly id: string;
  readonly group: string;
  readonly role: Role;
  readonly state: NodeState;
  /** null for what is no object: a host, a node port. */
  readonly apiVersion: string | null;
  readonly kind: string;
  readonly name: string;
  /** Where its manifest begins; null where there is none. */
  readonly path: string | null;
  readonly line: number | null;
  readonly facts: readonly GraphFact[];
  /** Numbers of findings about the object. */
  readonly findings: readonly number[];
}

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  /** What the one does with the other: "selects", "env", "scales". */
  readonly as: string;
  /** Paths, ports and keys. */
  readonly text: string;
  readonly state: EdgeState;
  /** How grave what breaks it is; null where nothing does. */
  readonly broken: Exclude<Severity, 'info'> | null;
  /** Where the reference is written; null where it follows from labels alone. */
  readonly path: string | null;
  readonly line: number | null;
  readonly findings: readonly number[];
}

export interface GraphFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly help: string | null;
  readonly path: string;
  readonly line: number;
  readonly fingerprint: string;
}

/** The objects of a set and what connects them, from where requests come in to what the pods are given. */
export interface Graph {
  readonly groups: readonly GraphGroup[];
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly findings: readonly GraphFinding[];
}
