import type { Cluster } from '../model/cluster.ts';
import { isConfigured } from '../model/references/configured.ts';
import type { Reference } from '../model/references/reference.ts';
import { labelOf, nameplateOf, type Resource } from '../model/resource.ts';
import { judgeAbsence, type Absence } from '../predict/references/absence.ts';
import { isOfKind, splitKind } from '../predict/references/same-kind.ts';
import { valueOf } from '../yaml/field.ts';
import { fixOf, setScalar } from './edits.ts';
import type { Finding, Severity } from './finding.ts';

/** How the absence of an object shows: one variant a grade of proof. */
export const MISSING_VARIANTS = { near: 'error', likely: 'warning', elsewhere: 'error', missing: 'error', 'not-in-files': 'info' } as const satisfies Readonly<
  Record<string, Severity>
>;
export type MissingVariant = keyof typeof MISSING_VARIANTS;

/** The same of kinds without a namespace that clusters bring: only what the set has of them tells. */
export const MISSING_CLASS_VARIANTS = { near: 'warning', likely: 'warning', missing: 'error' } as const satisfies Readonly<Record<string, Severity>>;
export type MissingClassVariant = keyof typeof MISSING_CLASS_VARIANTS;

/** The words of a rule on an object that is missing. */
export interface MissingWords {
  /** After the comma of the message: `so its containers cannot start`. */
  readonly consequence: string;
  /** The same of a Pod, which makes no other pods. */
  readonly ofPod?: string;
  /** What the reference does with the object: `needs`, `binds`. */
  readonly verb: string;
  /** Whether an object of nearly the name waits for this reference; unless said otherwise, where nothing else names it. */
  readonly isFree?: (target: Resource) => boolean;
}

/** Of references that the configuration describes it is not known what they are for. */
const CONFIGURED: MissingWords = { verb: 'names', consequence: 'so it does not work' };

function variantOf(absence: Absence): MissingVariant {
  switch (absence.grade) {
    case 'near':
      // One name inside the other is evidence only where nothing else is named by the other.
      return absence.nearness === 1 && absence.isFree ? 'near' : 'likely';
    case 'elsewhere':
      return 'elsewhere';
    case 'complete':
      return 'missing';
    case 'unproven':
      return 'not-in-files';
  }
}

/** How a message tells that an object is missing: only both ends in sight, or a set that is all there is, prove that it exists nowhere. */
export function describeAbsence(isProven: boolean): string {
  return isProven ? 'which does not exist' : 'which the files lack';
}

/** How a message tells that the object of the name stands in another namespace. */
export function describeElsewhere({ namespace }: Resource): string {
  return `which only namespace "${valueOf(namespace) ?? ''}" has`;
}

function whereOf(absence: Absence): string {
  if (absence.grade === 'elsewhere') return describeElsewhere(absence.target);
  return describeAbsence(absence.grade === 'complete' || variantOf(absence) === 'near');
}

/** Why the object is missing, as the words of the rule weigh one of nearly the name. */
function judgeFor(reference: Reference, cluster: Cluster, isFree: MissingWords['isFree']): Absence | undefined {
  const absence = judgeAbsence(reference, cluster);
  const isWeighed = absence?.grade === 'near' && absence.nearness === 1 && absence.where === 'yes';
  return isWeighed && isFree ? { ...absence, isFree: isFree(absence.target) } : absence;
}

/** The finding on an object that a reference names and that is missing; undefined where it is there, or may be. */
export function reportMissing(reference: Reference, cluster: Cluster, words: MissingWords): Finding<MissingVariant> | undefined {
  const { verb, consequence, ofPod, isFree } = isConfigured(reference.row) ? CONFIGURED : words;
  const absence = judgeFor(reference, cluster, isFree);
  const name = valueOf(reference.name) ?? '';
  if (!absence || reference.kind === undefined || (absence.grade === 'near' && absence.nearness === 2 && !absence.isFree)) return undefined;
  const { kind } = splitKind(reference.kind);
  const found = {
    variant: variantOf(absence),
    message: `${labelOf(reference.from)} ${verb} ${kind} "${name}", ${whereOf(absence)}, ${reference.from.kind === 'Pod' ? (ofPod ?? consequence) : consequence}`,
    at: reference.at.at,
  };
  if (absence.grade === 'complete' || absence.grade === 'unproven') return { ...found, help: `Add ${kind} ${name}, or name one that exists` };
  const { target } = absence;
  if (absence.grade === 'elsewhere') {
    const namespace = valueOf(reference.namespace ?? reference.from.namespace) ?? '';
    return {
      ...found,
      help: `Make a ${kind} ${name} in namespace ${namespace}: it is looked up there only`,
      related: [{ at: nameplateOf(target), note: `${labelOf(target)} is in namespace "${valueOf(target.namespace) ?? ''}"` }],
    };
  }
  const near = valueOf(target.name) ?? '';
  const help = `Change the name to ${near}`;
  return {
    ...found,
    help,
    related: [{ at: nameplateOf(target), note: `the nearest name is that of ${labelOf(target)}` }],
    fixes: fixOf(help, 'unsafe', setScalar(reference.at.at, near)),
  };
}

function isOfClass(variant: MissingVariant): variant is MissingClassVariant {
  return variant in MISSING_CLASS_VARIANTS;
}

/** The same for a class: where the set has none of its kind, or the run was read in part, it may come from elsewhere. */
export function reportMissingClass(reference: Reference, cluster: Cluster, words: MissingWords): Finding<MissingClassVariant> | undefined {
  const { kind } = reference;
  if (kind === undefined || cluster.run.hasUnread || !cluster.ofKind(splitKind(kind).kind).some(resource => isOfKind(resource, kind))) return undefined;
  const finding = reportMissing(reference, cluster, words);
  return finding && isOfClass(finding.variant) ? { ...finding, variant: finding.variant } : undefined;
}
