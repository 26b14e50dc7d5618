import { describe, expect, test } from 'vitest';
import { KUBECTL_SCALARS, REFUSED_SCALARS } from './kubectl-scalars.ts';
import { problemsOf, rootOf, tellProblems, valueOf } from './reading.ts';

const documentWith = (yaml: string): string => `apiVersion: v1\ndata:\n  v: ${yaml}\n`;

describe('scalars are read as kubectl reads them', () => {
  test.each(KUBECTL_SCALARS)('%s', (yaml, value) => {
    expect(rootOf(documentWith(yaml)).get('data').get('v').scalar()).toMatchObject(value === null ? { state: 'absent' } : { state: 'known', value });
    expect(problemsOf(documentWith(yaml))).toEqual([]);
  });

  test.each(REFUSED_SCALARS)('%s is a problem', yaml => {
    expect(problemsOf(documentWith(yaml))).toHaveLength(1);
  });

  test('integers beyond 53 bits keep their digits, beyond 64 bits they become floats', () => {
    expect(valueOf('a: 9223372036854775807\nb: -9223372036854775808\nc: 9223372036854775808')).toEqual({
      a: 9223372036854775807n,
      b: -9223372036854775808n,
      c: 2 ** 63,
    });
  });
});

describe('tags', () => {
  test('core tags turn text into values', () => {
    expect(valueOf('{a: !!int "12", b: !!float "1_0", c: !!bool "y", d: !!str 12, e: !!str, f: !!int 0x10}')).toEqual({
      a: 12,
      b: 10,
      c: true,
      d: '12',
      e: '',
      f: 16,
    });
  });

  test('local and unknown tags leave the text alone', () => {
    expect(valueOf('{a: !foo 12, b: ! 12, c: !!unknown 12, d: !foo {e: 1}, f: !, g: !!timestamp 2001-01-01}')).toEqual({
      a: '12',
      b: '12',
      c: '12',
      d: { e: 1 },
      f: '',
      g: '2001-01-01',
    });
  });

  test('!!binary is decoded', () => {
    expect(valueOf('{a: !!binary aGVsbG8=, b: !!binary "aG\\nVs", c: !!binary /w==, d: !!binary 4oKs}')).toEqual({ a: 'hello', b: 'hel', c: '\uFFFD', d: '€' });
  });

  test.each([
    ['!!int abc', 'the value is not of the type that its tag "!!int" names'],
    ['!!int 1.0', 'the value is not of the type that its tag "!!int" names'],
    ['!!bool 1', 'the value is not of the type that its tag "!!bool" names'],
    ['!!null x', 'the value is not of the type that its tag "!!null" names'],
    ['!!binary "a?"', 'the value tagged "!!binary" is no base64'],
    ['.inf', '".inf" is a number that JSON cannot express'],
    ['-.INF', '"-.INF" is a number that JSON cannot express'],
    ['!!float .nan', '".nan" is a number that JSON cannot express'],
  ])('%s is a problem and leaves the document readable', (yaml, cause) => {
    const text = documentWith(yaml);
    const column = yaml.startsWith('!!') ? yaml.indexOf(' ') + 7 : 6;
    expect(tellProblems(text)).toEqual([`3:${column} unsupported-value ${cause}`]);
    expect(rootOf(text).get('apiVersion').string()).toMatchObject({ value: 'v1' });
  });
});

describe('keys are read as kubectl turns them into JSON', () => {
  test.each([
    ['on', 'true'],
    ['No', 'false'],
    ['"on"', 'on'],
    ['0755', '493'],
    ['0x10', '16'],
    ['1_0', '10'],
    ['1e3', '1000'],
    ['1e6', '1e+06'],
    ['1.10', '1.1'],
    ['123456789.5', '1.2345679e+08'],
    ['0.00001', '1e-05'],
    ['.inf', '.inf'],
    ['.NaN', '.nan'],
    ['!!str 12', '12'],
    ['!foo 13', '13'],
    ['!!int "14"', '14'],
    ['!!binary aGk=', 'hi'],
    ['9223372036854775807', '9223372036854775807'],
  ])('%s is %s', (yaml, key) => {
    const text = `? ${yaml}\n: value\n`;
    expect(valueOf(text)).toEqual({ [key]: 'value' });
    expect(rootOf(text).get(key).string()).toMatchObject({ value: 'value' });
  });

  test('a key is found by its JSON name alone', () => {
    expect(rootOf('on: x').get('on').isAbsent).toBe(true);
    expect(rootOf('"on": x').get('on').isPresent).toBe(true);
    expect(rootOf("'it''s': x").get("it's").isPresent).toBe(true);
    expect(rootOf('"a\\u0062": x').get('ab').isPresent).toBe(true);
  });

  test.each([
    ['~: b', '1:1 unsupported-value key "~" is null'],
    [': b', '1:2 unsupported-value the key of this value is missing'],
    ['? [a]\n: b', '1:3 unsupported-value a list stands where a key is wanted'],
    ['{a: b}: c', '1:1 unsupported-value a mapping stands where a key is wanted'],
    ['9223372036854775808: b', '1:1 unsupported-value key "9223372036854775808" is a number of more than 63 bits'],
  ])('%s is a problem', (yaml, problem) => {
    expect(tellProblems(yaml)).toEqual([problem]);
  });
});
