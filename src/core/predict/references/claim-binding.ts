import type { Cluster } from '../../model/cluster.ts';
import { compareQuantities, readQuantity } from '../../model/quantity.ts';
import type { Reference } from '../../model/references/reference.ts';
import type { Resource } from '../../model/resource.ts';
import type { Cursor } from '../../yaml/cursor.ts';
import { valueOf } from '../../yaml/field.ts';
import { resolve } from './resolve.ts';
import { oldClassOf } from './storage-classes.ts';

/** What a claim wants and the volume that is tied to it has not. */
export interface Misfit {
  readonly what: 'size' | 'access-mode' | 'class' | 'volume-mode';
  readonly wanted: { readonly at: Cursor; readonly text: string };
  readonly given: { readonly at: Cursor; readonly text: string };
}

/** A claim and the volume that one of them names. */
export interface VolumeTie {
  readonly claim: Resource;
  readonly volume: Resource;
  readonly misfits: readonly Misfit[];
}

function sizeMisfit(claim: Cursor, volume: Cursor): Misfit[] {
  const wanted = claim.get('resources').get('requests').get('storage');
  const given = volume.get('capacity').get('storage');
  const [needed, has] = [readQuantity(wanted), readQuantity(given)];
  if (!needed || !has || compareQuantities(needed, has) <= 0) return [];
  return [{ what: 'size', wanted: { at: wanted, text: wanted.text ?? '' }, given: { at: given, text: given.text ?? '' } }];
}

function accessMisfit(claim: Cursor, volume: Cursor): Misfit[] {
  const given = volume.get('accessModes');
  if (!given.isList || given.isOpen) return [];
  const modes = given.items().map(mode => valueOf(mode.string()));
  if (modes.includes(undefined)) return [];
  const at = claim
    .get('accessModes')
    .items()
    .find(mode => mode.string().state === 'known' && !modes.includes(valueOf(mode.string())));
  return at ? [{ what: 'access-mode', wanted: { at, text: at.text ?? '' }, given: { at: given, text: modes.join(', ') } }] : [];
}

/** The old annotation goes before the field. */
function classOf({ metadata, body }: Resource): Cursor {
  const annotation = oldClassOf(metadata);
  return annotation.isAbsent ? body.get('spec').get('storageClassName') : annotation;
}

/** A claim without a class gets the one that is the default of the cluster; a volume without one has none. */
function classMisfit(claim: Resource, volume: Resource): Misfit[] {
  const [wanted, given] = [classOf(claim), classOf(volume)];
  const [name, other] = [wanted.string(), given.string()];
  if (name.state !== 'known' || other.state === 'unknown') return [];
  const has = valueOf(other) ?? '';
  return name.value === has ? [] : [{ what: 'class', wanted: { at: wanted, text: name.value }, given: { at: given, text: has } }];
}

function modeMisfit(claim: Cursor, volume: Cursor): Misfit[] {
  const [wanted, given] = [claim.get('volumeMode'), volume.get('volumeMode')];
  const [name, other] = [wanted.string(), given.string()];
  if (name.state === 'unknown' || other.state === 'unknown') return [];
  const [needed, has] = [valueOf(name) ?? 'Filesystem', valueOf(other) ?? 'Filesystem'];
  return needed === has ? [] : [{ what: 'volume-mode', wanted: { at: wanted, text: needed }, given: { at: given, text: has } }];
}

/**
 * The claim and the volume of a reference of one of them to the other. What both name each other is bound whatever they say, and for a
 * volume that names its claim the class does not count (PersistentVolume, "Reserving a PersistentVolume").
 */
export function readVolumeTie(reference: Reference, cluster: Cluster): VolumeTie | undefined {
  const { found, possible } = resolve(reference, cluster);
  const [target, ...others] = [...found, ...possible];
  if (!target || others.length > 0 || target.observed || reference.from.observed) return undefined;
  const isClaimed = reference.row.id === 'claim-volume';
  const [claim, volume] = isClaimed ? [reference.from, target] : [target, reference.from];
  const [wants, has] = [claim.body.get('spec'), volume.body.get('spec')];
  const back = isClaimed ? has.get('claimRef') : wants.get('volumeName');
  if (!back.isAbsent) return undefined;
  const misfits = [...sizeMisfit(wants, has), ...accessMisfit(wants, has), ...(isClaimed ? classMisfit(claim, volume) : []), ...modeMisfit(wants, has)];
  return { claim, volume, misfits };
}
