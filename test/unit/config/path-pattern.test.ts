import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { includesPath, PATH_PATTERN, readPathPattern } from '../../../src/core/config/path-pattern.ts';
import { matchesWildcard } from '../../../src/core/text/wildcard.ts';

function includes(written: readonly string[], path: string): boolean {
  const patterns = written.map(readPathPattern).flatMap(pattern => ('segments' in pattern ? [pattern] : []));
  expect(patterns).toHaveLength(written.length);
  return includesPath({ patterns }, path);
}

describe('a pattern has the meaning of a .gitignore', () => {
  test.each([
    ['web.yaml', 'web.yaml', true],
    ['web.yaml', 'a/b/web.yaml', true],
    ['/web.yaml', 'a/web.yaml', false],
    ['./web.yaml', 'a/web.yaml', false],
    ['a/web.yaml', 'b/a/web.yaml', false],
    ['test', 'a/test/b/c.yaml', true],
    ['test/', 'test/c.yaml', true],
    ['a/test', 'a/test/b/c.yaml', true],
    ['a/*.yaml', 'a/b.yaml', true],
    ['a/*.yaml', 'a/b/c.yaml', false],
    ['a/**/c.yaml', 'a/c.yaml', true],
    ['a/**/c.yaml', 'a/x/y/c.yaml', true],
    ['**/templates/**', 'charts/web/templates/web.yaml', true],
    ['w?b.yaml', 'web.yaml', true],
    ['w?b.yaml', 'wb.yaml', false],
    ['*.yaml', 'a/b.yml', false],
    ['a', '../a/b.yaml', true],
    ['a/b', '../a/b', false],
    ['*', '.hidden.yaml', true],
  ])('%s and %s: %s', (pattern, path, expected) => {
    expect(includes([pattern], path)).toBe(expected);
  });

  test('the last one that matches decides', () => {
    expect(includes(['test/', '!test/keep.yaml'], 'test/keep.yaml')).toBe(false);
    expect(includes(['test/', '!test/keep.yaml'], 'test/other.yaml')).toBe(true);
    expect(includes(['!test/keep.yaml', 'test/'], 'test/keep.yaml')).toBe(true);
  });
});

test.each(['', '/', '!', '../a', 'a/../b', 'a\\b', '{a,b}', '[ab].yaml', 'C:/a'])('%j is refused with a help', pattern => {
  expect(readPathPattern(pattern)).toHaveProperty('help');
  expect(new RegExp(PATH_PATTERN, 's').test(pattern)).toBe(false);
});

test('the pattern of the schema takes what the reader takes', () => {
  const written = fc.string({ unit: fc.constantFrom('a', '/', '.', '*', '!', '\\', '{', ':', 'C'), maxLength: 8 });
  fc.assert(fc.property(written, text => new RegExp(PATH_PATTERN).test(text) === 'segments' in readPathPattern(text)));
});

test('a wildcard matches what the regular expression of it matches', () => {
  const words = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 8 });
  fc.assert(
    fc.property(words, fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 }), (pattern, text) => {
      const expression = new RegExp(`^${pattern.replaceAll('*', '.*').replaceAll('?', '.')}$`);
      return matchesWildcard(pattern, text) === expression.test(text);
    }),
  );
});

test('a hostile pattern, which would keep a regular expression busy for ever, is answered', () => {
  expect(matchesWildcard(`${'*a'.repeat(200)}b`, 'a'.repeat(20_000))).toBe(false);
  expect(includes([`${'**/a/'.repeat(100)}b`], 'a/'.repeat(2000))).toBe(false);
});
