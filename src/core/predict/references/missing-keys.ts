import type { Cluster } from '../../model/cluster.ts';
import type { Reference } from '../../model/references/reference.ts';
import type { Resource } from '../../model/resource.ts';
import { findNearest } from '../../text/near.ts';
import type { Cursor } from '../../yaml/cursor.ts';
import { valueOf } from '../../yaml/field.ts';
import { mayBeMade } from './makers.ts';
import { resolve } from './resolve.ts';

/** A key that is read of a ConfigMap or Secret of the set which has others. */
export interface MissingKey {
  readonly key: string;
  readonly at: Cursor;
  readonly target: Resource;
  /** The key that may have been meant. */
  readonly near: string | undefined;
}

const FIELDS = ['data', 'binaryData', 'stringData'];

/** Annotations and labels by which controllers put data into an object that is there already. */
const FILLED = /inject|replicat|reflect|generat|sync|autogenerate|copy|template/i;

/** The control plane writes `token`, `ca.crt` and `namespace` into these. */
const FILLED_TYPE = 'kubernetes.io/service-account-token';

function isFilled({ body, metadata }: Resource): boolean {
  const marks = [...metadata.get('annotations').entries(), ...metadata.get('labels').entries()];
  const type = body.get('type').string();
  return type.state === 'unknown' || valueOf(type) === FILLED_TYPE || marks.some(({ key }) => FILLED.test(key));
}

/** The keys of an object; undefined where there may be others. An empty one is there to be filled. */
function keysOf(target: Resource): readonly string[] | undefined {
  const maps = FIELDS.map(field => target.body.get(field)).filter(map => !map.isAbsent);
  if (target.body.isOpen || maps.length === 0 || maps.some(map => map.isOpen) || isFilled(target)) return undefined;
  const keys = maps.flatMap(map => map.entries().map(({ key }) => key));
  return keys.length === 0 ? undefined : keys;
}

/** Whether a patch, of a kustomization in sight or of an overlay above, may add keys. */
function mayBePatched(target: Resource, cluster: Cluster): boolean {
  return cluster.mayBeKustomized(target);
}

/** Objects without a namespace land in `default` unless somebody says otherwise: there a name that both ends have is no accident. */
function meetByDefault({ from, namespace }: Reference, target: Resource): boolean {
  const [a, b] = [namespace ?? from.namespace, target.namespace];
  return (a.state === 'absent' && valueOf(b) === 'default') || (b.state === 'absent' && valueOf(a) === 'default');
}

/** Keys that a reference reads of an object of the set that has not got them. */
export function findMissingKeys(reference: Reference, cluster: Cluster): readonly MissingKey[] {
  if (reference.keys.length === 0 || reference.isOptional !== 'no' || cluster.hasUnread) return [];
  const { found: sure, possible } = resolve(reference, cluster);
  const found = [...sure, ...possible];
  const [target] = found;
  if (
    !target ||
    !possible.every(object => meetByDefault(reference, object)) ||
    found.some(resource => mayBePatched(resource, cluster)) ||
    mayBeMade(reference, cluster)
  )
    return [];
  const known = found.map(keysOf);
  if (known.some(keys => keys === undefined)) return [];
  const all = known.flatMap(keys => keys ?? []);
  return reference.keys.flatMap(at => {
    const key = valueOf(at.string());
    if (key === undefined || key === '' || all.includes(key)) return [];
    return [{ key, at, target, near: findNearest(key, all, candidate => candidate) }];
  });
}
