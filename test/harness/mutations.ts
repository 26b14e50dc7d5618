import type { Random } from './random.ts';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
const isMapping = (value: Json): value is Readonly<Record<string, Json>> => typeof value === 'object' && value !== null && !isList(value);

/** What may stand in the place of a value: other types, and forms and sizes that bounds and patterns tell apart. */
const OTHERS: readonly Json[] = [
  '',
  'x',
  'A_b',
  '5',
  'true',
  '10s',
  'https://a.example',
  5,
  0,
  -1,
  65_536,
  3_000_000_000,
  1.5,
  true,
  false,
  [],
  {},
  ['x'],
  { a: 'b' },
  [5],
];

/** A value with one thing changed somewhere in it: replaced, removed, added, doubled. */
export function mutate(value: Json, random: Random): Json {
  if (random.next() < 0.15 || (!isList(value) && !isMapping(value))) return random.pick(OTHERS) ?? null;
  return isList(value) ? mutateList(value, random) : mutateMapping(value, random);
}

function mutateList(list: readonly Json[], random: Random): Json {
  const at = random.below(list.length);
  const chance = random.next();
  if (list.length === 0 || chance < 0.1) return [...list, random.pick(OTHERS) ?? null];
  if (chance < 0.2) return list.filter((_, index) => index !== at);
  if (chance < 0.3) return [...list, list[at] ?? null];
  return list.map((each, index) => (index === at ? mutate(each, random) : each));
}

function mutateMapping(mapping: Readonly<Record<string, Json>>, random: Random): Json {
  const name = random.pick(Object.keys(mapping));
  const chance = random.next();
  if (name === undefined || chance < 0.08) return { ...mapping, unknownField: random.pick(OTHERS) ?? null };
  const { [name]: chosen, ...rest } = mapping;
  if (chance < 0.2) return rest;
  if (chance < 0.26) return { ...rest, [`${name}s`]: chosen ?? null };
  return { ...mapping, [name]: mutate(chosen ?? null, random) };
}
