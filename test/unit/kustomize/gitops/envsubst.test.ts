import { describe, expect, test } from 'vitest';
import { substitute, type Variable } from '../../../../src/core/kustomize/gitops/envsubst.ts';

const values: Readonly<Record<string, string>> = { app: 'web', path: '/srv/data/file.tar.gz', empty: '', Upper: 'ÄBC', dotted: 'a.b.c', n: '3' };

function lookUp(name: string): Variable {
  if (name === 'secret') return { state: 'unknown' };
  const value = values[name];
  return value === undefined ? { state: 'unset' } : { state: 'known', value };
}

function fill(text: string): string {
  const result = substitute(text, lookUp);
  return 'fault' in result ? `! ${result.fault}` : result.text;
}

describe('substitution', () => {
  test.each([
    ['plain text', 'plain text'],
    ['${app}', 'web'],
    ['a-${app}.${n}', 'a-web.3'],
    // A dollar without a brace is text, two of them are one.
    ['$app costs 5$', '$app costs 5$'],
    ['$${app}', '${app}'],
    ['$$${app}', '$web'],
    ['$$$${app}', '$${app}'],
    // Defaults.
    ['${none:=x}', 'x'],
    ['${none:-x y}', 'x y'],
    ['${none=x}', 'x'],
    ['${none:-${app}}', 'web'],
    ['${none:-pre-${app}-post}', 'pre-web-post'],
    ['${app:-x}', 'web'],
    ['${empty:-x}', 'x'],
    ['${empty}', ''],
    ['${app:=}', 'web'],
    // Parts.
    ['${path:5}', 'data/file.tar.gz'],
    ['${path:5:4}', 'data'],
    ['${path:-3}', '/srv/data/file.tar.gz'],
    ['${app:1:-1}', 'e'],
    ['${app:9}', ''],
    ['${app:x}', 'web'],
    ['${#app}', '3'],
    // Replacements.
    ['${dotted/./-}', 'a-b.c'],
    ['${dotted//./-}', 'a-b-c'],
    ['${dotted//./}', 'abc'],
    ['${path/\\/srv\\//@}', '@data/file.tar.gz'],
    ['${app/#w/W}', 'Web'],
    ['${app/%b/d}', 'wed'],
    ['${app/#/pre-}', 'pre-web'],
    ['${dotted/./$&}', 'a$&b.c'],
    // Beginnings and ends.
    ['${path##*/}', 'file.tar.gz'],
    ['${path#*/}', 'srv/data/file.tar.gz'],
    ['${path%.*}', '/srv/data/file.tar'],
    ['${path%%.*}', '/srv/data/file'],
    ['${app#x}', 'web'],
    // Letter case.
    ['${app^}', 'Web'],
    ['${app^^}', 'WEB'],
    ['${Upper,}', 'äBC'],
    ['${Upper,,}', 'äbc'],
    // What is not known stays.
    ['${secret}-x', '${secret}-x'],
    ['${secret:-${app}}', '${secret:-${app}}'],
    ['${none}', '${none}'],
    ['${none:-${secret}}', '${none:-${secret}}'],
    // Bytes are counted.
    ['${Upper:1}', '${Upper:1}'],
  ])('%s', (text, expected) => {
    expect(fill(text)).toBe(expected);
  });

  test.each([
    ['${}', 'unable to parse variable name'],
    ['${app-x}', 'missing closing brace'],
    ['${app[0]}', 'missing closing brace'],
    ['${#a[@]}', 'bad substitution'],
    ['${app', 'missing closing brace'],
    ['${app:}', 'unable to parse substitution within function'],
    ['${app#}', 'unable to parse substitution within function'],
    ['${app:-x', 'unable to parse substitution within function'],
    ['${app/x}', 'bad substitution'],
  ])('%s is refused', (text, expected) => {
    expect(fill(text)).toBe(`! ${expected}`);
  });

  test('an expression that goes on behind the text', () => {
    expect(substitute('${app:-x', lookUp)).toMatchObject({ atEnd: true });
    expect(substitute('${app-x} more', lookUp)).toMatchObject({ atEnd: false, offset: 5 });
  });

  test('what was used, and what nothing sets', () => {
    const result = substitute('${app} ${none} ${n:-x} ${nothing:-x}', lookUp);
    expect(result).toMatchObject({ used: new Set(['app', 'n']), unset: new Set(['none']) });
  });

  test('hostile text takes no time', () => {
    const deep = '${a:-'.repeat(50_000);
    expect(substitute(deep, lookUp)).toMatchObject({ fault: 'bad substitution' });
    expect(fill('$'.repeat(200_001))).toHaveLength(100_001);
    const long = 'a'.repeat(100_000);
    expect(substitute('${x##*a*a*a*b}', () => ({ state: 'known', value: long }))).toMatchObject({ text: '${x##*a*a*a*b}' });
    expect(substitute('${x//a/${x}}', () => ({ state: 'known', value: long }))).toMatchObject({ text: '${x//a/${x}}' });
    const many = substitute('${x}'.repeat(10_000), () => ({ state: 'known', value: long }));
    expect('text' in many && many.text.length).toBeLessThan(1 << 21);
  });
});
