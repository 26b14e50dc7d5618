import type { Target } from '../../model/cluster.ts';
import type { Resource } from '../../model/resource.ts';
import type { Cursor } from '../../yaml/cursor.ts';
import type { CheckId } from './checks/index.ts';
import type { Cel } from '../cel/cel.ts';
import type { Refusals } from './refusals.ts';

/** What a check may know beside the object. */
export interface AdmissionContext {
  readonly target: Target;
  readonly resource: Resource;
  readonly engines: Engines;
}

/** A step of a create beside validation. */
export interface CreateStep {
  /** Of several refusals the server tells one. */
  readonly tells?: 'first';
  refuse(object: Cursor, to: Refusals, context: AdmissionContext): void;
}

/** How the API server validates one built-in kind, after its object has been decoded and its metadata have been checked. */
export interface KindValidator {
  /** `v1`, or what else of the group's versions has this form; all versions where absent. */
  readonly versions?: readonly string[];
  /** What the server says against `metadata.name`; the form of a DNS subdomain where absent. */
  readonly nameFaults?: (name: string) => readonly string[];
  /** The check that such a name fails, where users know it by a rule of its own. */
  readonly nameCheck?: CheckId;
  readonly scope?: 'Namespaced' | 'Cluster';
  /** What the server does before it validates, step by step: a step that refuses ends the create, and hides what follows (S-065). */
  readonly before?: readonly CreateStep[];
  /** The server gives a name to an object that has none. */
  readonly isNamedByServer?: true;
  /** Refusals in the order in which the server makes them, then warnings. `object` is the whole object. */
  validate(object: Cursor, to: Refusals, context: AdmissionContext): void;
  /** What a dry run lets pass and the real create refuses (S-350). */
  readonly after?: readonly CreateStep[];
}

/** By group and kind: `apps/Deployment`, `/Service`. */
export type ValidatorTable = Readonly<Record<string, KindValidator>>;

/** What is heavy and loaded only when a set needs it. A check that wants one that is not there stays silent. */
export interface Engines {
  /** The validators of kinds that few sets hold. */
  readonly validators?: ValidatorTable | undefined;
  readonly cel?: Cel | undefined;
}
