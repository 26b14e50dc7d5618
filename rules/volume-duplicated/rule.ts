import { defineRule, findPodSpec, labelOf, valueOf, volumeTypesOf, type Cursor, type Finding, type Refusal } from '../../src/core/api.ts';

type Variant = 'name-twice' | 'several-types';

function judgeName({ resource, cause }: Refusal): Finding<Variant> {
  const name = valueOf(cause.cursor.string()) ?? '';
  const volumes = findPodSpec(cause.cursor)?.get('volumes').items() ?? [];
  const first = volumes.map(volume => volume.get('name')).find(other => valueOf(other.string()) === name);
  return {
    variant: 'name-twice',
    message: `Two volumes of ${labelOf(resource)} are named "${name}", so the API server refuses it`,
    at: cause.at,
    help: 'Give each volume a name of its own, or remove one',
    related: first ? [{ at: first.at, note: 'the first volume of this name' }] : [],
  };
}

interface Named {
  readonly name?: string;
}

/** A second type is refused at its field, a second source of a projected volume at the list entry that holds both. */
function holderOf({ resource, cause: { cursor } }: Refusal): { readonly volume: Cursor<unknown>; readonly label: string } {
  if (cursor.index !== undefined) return { volume: cursor, label: `A volume source of ${labelOf(resource)}` };
  const volume = cursor.parent ?? cursor;
  const name = valueOf(volume.as<Named>().get('name').string());
  if (volume.index === undefined) return { volume, label: labelOf(resource) };
  return { volume, label: `${name === undefined ? 'A volume' : `Volume "${name}"`} of ${labelOf(resource)}` };
}

function judgeTypes(refusal: Refusal): Finding<Variant> {
  const { volume, label } = holderOf(refusal);
  const types = volumeTypesOf(volume);
  return {
    variant: 'several-types',
    message: `${label} is ${types.slice(0, 2).join(' and ')} at once, so the API server refuses it`,
    at: refusal.cause.at,
    help: 'Keep one type, and make a volume of its own for each other',
  };
}

export default defineRule({
  id: 'volume-duplicated',
  title: 'Two volumes have one name, or one volume has two types, so the API server refuses the object',
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['volume/name-duplicated', 'volume/several-types'],
  fix: 'no',
  since: '0.1.0',
  judges: 'object',
  variants: { 'name-twice': 'error', 'several-types': 'error' },
  facts: ['v1 Volume.name'],

  *check(refusal) {
    yield refusal.cause.check === 'volume/name-duplicated' ? judgeName(refusal) : judgeTypes(refusal);
  },
});
