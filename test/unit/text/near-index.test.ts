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

  test('the index of many names finds what comparing with all would find, in the order in which they came', () => {
    const words = ['shop', 'web', 'api', 'db', 'cart', 'a', 'policy', 'policies', 'boxes', 'config', 'conf', 'Settings'];
    const slips = ['', 's', '-x', '1', 'xy'];
    const names = words
      .flatMap(a => words.flatMap(b => slips.map(slip => `${a}-${b}${slip}`)))
      .concat(
        words,
        words.map(word => word.slice(1)),
      );
    const index = new NearIndex<string>();
    for (const name of names) index.add(name, name);
    for (const name of [...words, 'shpo-cart', 'webshop', 'web_api', 'hsop-config', 'policy-boxs', 'settings-db', 'x', ''])
      expect([...index.near(name)]).toEqual(names.filter(other => nearnessOfNames(name, other) !== undefined));
  });
});
