import type { Target } from '../../model/cluster.ts';
import { isEncrypted } from '../../model/encrypted.ts';
import type { Resource } from '../../model/resource.ts';
import type { Kinds } from '../../schema/kinds.ts';
import type { SyntaxProblem } from '../../yaml/problem.ts';
import type { Minor } from '../../schema/schema.ts';
import type { Cause, Warning } from './cause.ts';
import { decodeCustomResource, findCustomResource } from './custom-resource.ts';
import { decode } from './decode.ts';
import type { Engines } from './validator.ts';
import { Refusals } from './refusals.ts';
import { checkServed } from './served.ts';
import { validate } from './validate.ts';

export type Verdict = 'accept' | 'refuse' | 'unknown';

/** What the API server would answer to one object, taken by itself. */
export interface Review {
  readonly resource: Resource;
  readonly verdict: Verdict;
  /** HTTP code of the answer. */
  readonly code: 201 | 400 | 404 | 405 | 422;
  /** Why kubectl cannot read the text at all: then nothing reaches the server. */
  readonly unread?: SyntaxProblem | undefined;
  /** Everything that is refused for sure, also what the server would tell only after the rest is mended. */
  readonly causes: readonly Cause[];
  /** The causes that the server's answer holds: a decode error hides all others (S-361), and so does a refused allocation (S-065). */
  readonly told: readonly Cause[];
  /** Everything that the server warns of, also what it keeps to itself while the object is refused. */
  readonly warnings: readonly Warning[];
  /** The warnings that the server's answer holds (S-360). */
  readonly toldWarnings: readonly Warning[];
}

/** Refused is what every minor of the target refuses; where only some do, the version decides. */
function verdictOf(causes: readonly Cause[], minors: readonly Minor[], hasUnknown: boolean): Verdict {
  const refusing = new Set(causes.flatMap(cause => cause.minors));
  if (refusing.size === minors.length) return 'refuse';
  return refusing.size > 0 || hasUnknown ? 'unknown' : 'accept';
}

/** The answer to a kind or version that no minor of the target serves: nothing else is looked at. */
function refuseKind(resource: Resource, { causes, warnings }: Refusals): Review {
  const code = causes.some(({ reason }) => reason === 'MethodNotAllowed') ? 405 : 404;
  return { resource, verdict: 'refuse', code, causes, told: causes.slice(0, 1), warnings, toldWarnings: [] };
}

/** The review of what is not known: nothing is refused, and nothing is accepted. */
function undecided(resource: Resource): Review {
  return { resource, verdict: 'unknown', code: 201, causes: [], told: [], warnings: [], toldWarnings: [] };
}

/** Faults of a text that end kubectl's way to the server; it passes over repeated keys (S-349). */
const UNREADABLE: ReadonlySet<SyntaxProblem['kind']> = new Set(['syntax', 'tab-indentation', 'undefined-alias', 'unsupported-value']);

/** Reviews one object for all minors of the target. What kubectl cannot read is refused, whatever else is wrong with it. */
export function reviewResource(resource: Resource, kinds: Kinds, target: Target, engines: Engines = {}): Review {
  const review = reviewRead(resource, kinds, target, engines);
  const unread = resource.document.problems.find(({ kind }) => UNREADABLE.has(kind));
  return unread ? { ...review, verdict: 'refuse', code: 400, told: [], toldWarnings: [], unread } : review;
}

/** Step by step as the server does: served, decoded, validated. */
function reviewRead(resource: Resource, kinds: Kinds, target: Target, engines: Engines): Review {
  const serving = new Refusals(target.minors);
  const { kind, mayBeOther } = checkServed(resource, kinds, serving);
  if (verdictOf(serving.causes, target.minors, false) === 'refuse') return refuseKind(resource, serving);
  if (isEncrypted(resource)) return undecided(resource);
  const custom = findCustomResource(resource, kind);
  const decoding = custom ? decodeCustomResource(custom, kinds, target.minors) : decode(resource, kind, target.minors);
  const validation = validate({ resource, target, engines }, kind, custom);
  const warnings = [...serving.warnings, ...validation.warnings];
  const causes = [...serving.causes, ...decoding.causes, ...validation.causes];
  const told = decoding.told.length > 0 ? decoding.told : validation.told;
  const verdict = verdictOf(causes, target.minors, decoding.hasUnknown || validation.hasUnknown || mayBeOther);
  const code = decoding.told.length > 0 ? 400 : told.length > 0 ? 422 : 201;
  const toldWarnings = verdict === 'refuse' ? warnings.filter(({ always }) => always) : warnings;
  return { resource, verdict, code, causes, told, warnings, toldWarnings };
}
