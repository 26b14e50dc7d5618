import { describe, expect, test } from 'vitest';
import { editDistance } from '../../../src/core/text/edit-distance.ts';
import { findNearest, nearness } from '../../../src/core/text/near.ts';

describe('edit distance', () => {
  test.each([
    ['web', 'web', 0],
    ['web', 'wbe', 1],
    ['web', 'we', 1],
    ['web', 'weeb', 1],
    ['web', 'wab', 1],
    ['frontend', 'fornten', 2],
    ['', 'ab', 2],
  ])('%s to %s is %i', (a, b, distance) => {
    expect(editDistance(a, b, 3)).toBe(distance);
    expect(editDistance(b, a, 3)).toBe(distance);
  });

  test('gives up above the limit', () => {
    expect(editDistance('abcdefgh', 'ijklmnop', 2)).toBe(3);
    expect(editDistance('a', 'abcdef', 2)).toBe(3);
  });
});

describe('nearness of names', () => {
  test.each([
    ['web', 'web', 0],
    ['web', 'Web', 1],
    ['my-app', 'my_app', 1],
    ['cart', 'carts', 1],
    ['proxy', 'proxies', 1],
    ['web', 'wbe', 1],
    ['frontend', 'fornted', 1],
    ['web', 'web-prod', 2],
    ['api', 'shop-api', 2],
    ['db', 'dc', undefined],
    ['cart', 'mail', undefined],
    ['frontend', 'backend', undefined],
    ['v1', 'v2', undefined],
  ])('%s and %s: %s', (a, b, near) => {
    expect(nearness(a, b)).toBe(near);
  });

  test('finds the nearest, the first of equals', () => {
    const find = (name: string, names: string[]): string | undefined => findNearest(name, names, candidate => candidate);
    expect(find('web', ['mail', 'web-prod', 'wbe', 'weeb'])).toBe('wbe');
    expect(find('web', ['mail'])).toBeUndefined();
    expect(findNearest('web', [1, 2], () => undefined)).toBeUndefined();
  });
});
