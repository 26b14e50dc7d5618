import type { Target } from '../../model/cluster.ts';
import { isOfKnownKind, type Resource } from '../../model/resource.ts';
import type { KindInfo, Kinds } from '../../schema/kinds.ts';
import type { Minor } from '../../schema/schema.ts';
import type { Cause, Warning } from './cause.ts';
import { decodeCustomResource, findCustomResource, validateCustomResource, type CustomResource } from './custom-resource.ts';
import { decode } from './decode.ts';
import type { Engines } from './engines.ts';
import { Refusals } from './refusals.ts';
import type { AdmissionContext, KindValidator } from './validator.ts';
import { validateObjectMeta, type MetadataRules } from './validation/metadata.ts';
import { findValidator } from './validators.ts';

export type Verdict = 'accept' | 'refuse' | 'unknown';

/** What the API server would answer to one object, taken by itself. */
export interface Review {
  readonly resource: Resource;
  readonly verdict: Verdict;
  /** HTTP code of the answer. */
  readonly code: 201 | 400 | 404 | 422;
  /** Everything that is refused for sure, also what the server would tell only after the rest is mended. */
  readonly causes: readonly Cause[];
  /** The causes that the server's answer holds: a decode error hides all others (S-361), and so does a refused allocation (S-065). */
  readonly told: readonly Cause[];
  /** Everything that the server warns of, also what it keeps to itself while the object is refused. */
  readonly warnings: readonly Warning[];
  /** The warnings that the server's answer holds (S-360). */
  readonly toldWarnings: readonly Warning[];
}

interface Validation {
  readonly causes: readonly Cause[];
  readonly told: readonly Cause[];
  readonly warnings: readonly Warning[];
  readonly hasUnknown: boolean;
}

/** Groups of Kubernetes that take a finalizer without a domain. */
const LENIENT_GROUPS: ReadonlySet<string> = new Set(['admissionregistration.k8s.io', 'apiextensions.k8s.io', 'apiregistration.k8s.io', 'coordination.k8s.io']);

function metadataRulesOf({ group }: Resource, kind: KindInfo | undefined, validator: KindValidator | undefined): MetadataRules {
  const isBuiltIn = validator !== undefined || kind?.source === 'built-in';
  const finalizers = isBuiltIn ? (LENIENT_GROUPS.has(group) ? 'any' : 'qualified') : kind ? 'warned' : 'any';
  return { nameFaults: validator?.nameFaults, nameCheck: validator?.nameCheck, scope: kind?.scope ?? validator?.scope, finalizers };
}

/** The steps of a create, one after the other: the server's answer comes from the first that refuses. Nothing is said of what may be any kind. */
function validate(context: AdmissionContext, kind: KindInfo | undefined, custom: CustomResource | undefined): Validation {
  const { resource, target } = context;
  if (!isOfKnownKind(resource)) return { causes: [], told: [], warnings: [], hasUnknown: true };
  const [allocation, validation, creation] = [new Refusals(target.minors), new Refusals(target.minors), new Refusals(target.minors)];
  const validator = findValidator(resource.group, resource.version, resource.kind);
  validator?.allocate?.(resource.body, allocation, context);
  validateObjectMeta(resource.metadata, validation, metadataRulesOf(resource, kind, validator));
  validator?.validate(resource.body, validation, context);
  const hasUnknown = custom !== undefined && validateCustomResource(custom, validation, context.engines);
  validator?.create?.(resource.body, creation, context);
  const steps = [allocation.causes, validation.causes, creation.causes.slice(0, 1)];
  const causes = [...allocation.causes, ...validation.causes, ...creation.causes];
  return { causes, told: steps.find(step => step.length > 0) ?? [], warnings: validation.warnings, hasUnknown };
}

/** Refused is what every minor of the target refuses; where only some do, the version decides. */
function verdictOf(causes: readonly Cause[], minors: readonly Minor[], hasUnknown: boolean): Verdict {
  const refusing = new Set(causes.flatMap(cause => cause.minors));
  if (refusing.size === minors.length) return 'refuse';
  return refusing.size > 0 || hasUnknown ? 'unknown' : 'accept';
}

/** Reviews one object for all minors of the target. */
export function reviewResource(resource: Resource, kinds: Kinds, target: Target, engines: Engines = {}): Review {
  const kind = kinds.find(resource.apiVersion, resource.kind);
  const custom = findCustomResource(resource, kind);
  const decoding = custom ? decodeCustomResource(custom, kinds, target.minors) : decode(resource, kind, target.minors);
  const validated = validate({ resource, target, engines }, kind, custom);
  const { warnings } = validated;
  const causes = [...decoding.causes, ...validated.causes];
  const told = decoding.told.length > 0 ? decoding.told : validated.told.filter(({ isWithheld }) => !isWithheld);
  const verdict = verdictOf(causes, target.minors, decoding.hasUnknown || validated.hasUnknown);
  const code = decoding.told.length > 0 ? 400 : told.length > 0 ? 422 : 201;
  const toldWarnings = verdict === 'refuse' ? warnings.filter(({ always }) => always) : warnings;
  return { resource, verdict, code, causes, told, warnings, toldWarnings };
}
