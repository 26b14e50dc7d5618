import { compareByName } from './name-order.ts';
import type { Place } from '../yaml/place.ts';
import type { Resource } from './resource.ts';

/**
 * Why a GitOps tool does not apply what its object asks for, or applies something else. `path-…` and `values-missing`: what it names is not in
 * the repository. `substitution-…` and `variable-…`: what Flux fills into the set. `dependency-…`: what it waits for.
 */
export type ReleaseFaultKind =
  | 'path-missing'
  | 'path-no-directory'
  | 'path-outside'
  | 'values-missing'
  | 'substitution-malformed'
  | 'substitution-breaks-yaml'
  | 'variable-name'
  | 'variable-unset'
  | 'dependency-circle'
  | 'dependency-missing';

export interface ReleaseFault {
  readonly kind: ReleaseFaultKind;
  /** The Flux or Argo CD object. */
  readonly from: Resource;
  readonly at: Place;
  /** What it is about, as it is written. */
  readonly subject: string;
  /** What the tool says. */
  readonly answer?: string | undefined;
  /** What was perhaps meant. */
  readonly near?: string | undefined;
  /** Whether the repository that is meant is surely this one. */
  readonly isCertain: boolean;
  readonly related?: readonly { readonly at: Place; readonly note: string }[];
}

/** A Flux or Argo CD object that asks for what is not applied so. */
export interface FaultyRelease {
  readonly resource: Resource;
  readonly faults: readonly ReleaseFault[];
}

const keyOf = ({ kind, subject, at: { file, span } }: ReleaseFault): string => [kind, subject, file.path, String(span.start)].join('\u0000');

/** Each fault once, by the object that it is of: what stands in several sets is told for the one whose name comes first. */
export function faultyReleasesOf(found: readonly ReleaseFault[]): readonly FaultyRelease[] {
  const faults = found.toSorted((a, b) => compareByName(a.from, b.from));
  const once = new Map(faults.toReversed().map(fault => [keyOf(fault), fault]));
  const byResource = new Map<Resource, ReleaseFault[]>();
  for (const fault of faults) {
    if (once.get(keyOf(fault)) !== fault) continue;
    const own = byResource.get(fault.from);
    if (own) own.push(fault);
    else byResource.set(fault.from, [fault]);
  }
  return [...byResource].map(([resource, own]) => ({ resource, faults: own }));
}

/** The tool that an object speaks to. */
export function toolOf({ group }: Resource): 'Flux' | 'Argo CD' {
  return group === 'argoproj.io' ? 'Argo CD' : 'Flux';
}
