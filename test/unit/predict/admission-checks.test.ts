import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Ownership } from '../../../src/core/rule/ownership.ts';
import { ruleFolders } from '../../harness/rules.ts';

const folder = new URL('../../../src/core/predict/admission/checks/', import.meta.url);
const tables = readdirSync(folder).filter(name => name !== 'index.ts' && name !== 'source.ts');

/** Every check of the admission model with its source, as its table states it. */
const checks: readonly (readonly [id: string, source: string])[] = (
  await Promise.all(
    tables.map(async name => {
      const module = (await import(/* @vite-ignore */ new URL(name, folder).pathname)) as object;
      return Object.values(module).flatMap((table: object) => Object.entries(table) as [string, string][]);
    }),
  )
).flat();

const rules = ruleFolders.map(({ rule }) => rule);
const owned = rules.flatMap(({ id, checks: own = [] }) => own.map(check => [check, id] as const));

test('a check has one id in all tables', () => {
  const ids = checks.map(([id]) => id);
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
});

test('a check is named after its area and cites its source', () => {
  expect(checks.filter(([id, source]) => !/^[a-z0-9-]+\/[a-z0-9-]+$/.test(id) || source.trim() === '')).toEqual([]);
});

test('every check is owned by a rule, and no two rules name the same one', () => {
  const ownership = new Ownership(rules);
  expect(checks.filter(([id]) => ownership.ownerOf(id as never) === undefined)).toEqual([]);
  expect(owned.filter(([check], i) => owned.findIndex(([other]) => other === check) !== i)).toEqual([]);
});

test('rules name only checks that exist', () => {
  const ids = new Set(checks.map(([id]) => id));
  expect(owned.filter(([check]) => !check.startsWith('*') && !ids.has(check))).toEqual([]);
});

test('only rules on refusals own checks, and each of them does', () => {
  expect(rules.filter(({ subject, checks: own }) => (subject === 'refusal') !== (own !== undefined)).map(({ id }) => id)).toEqual([]);
});
