import { describe, expect, test } from 'vitest';
import { NearIndex, nearness, nearnessOfNames } from '../../../src/core/text/near.ts';

describe('near names', () => {
  test('numbers that differ tell two things apart', () => {
    expect(nearness('shard-1', 'shard-2')).toBe(1);
    expect(nearnessOfNames('shard-1', 'shard-2')).toBeUndefined();
    expect(nearnessOfNames('shard-1', 'shrad-1')).toBe(1);
  });

  test('the index finds what comparing with all would find', () => {
    const names = ['shop', 'shops', 'shpo', 'shop-2', 'web-shop', 'cart', 'shop-12', 'shop-21'];
    const index = new NearIndex<string>();
    for (const name of names) index.add(name, name);
    for (const name of names) expect([...index.near(name)].sort()).toEqual(names.filter(other => nearnessOfNames(name, other) !== undefined).sort());
  });
});
