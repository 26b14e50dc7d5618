import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildBaselineSchema } from '../../../src/core/engine/baseline-schema.ts';
import { joinEntries } from '../../../src/core/engine/baseline.ts';
import { readBaseline } from '../../../src/core/engine/baseline-read.ts';
import type { BaselineEntry } from '../../../src/core/engine/report.ts';
import { renderBaseline } from '../../../src/core/report/baseline-file.ts';

const validate = new Ajv({ allowUnionTypes: true }).compile(buildBaselineSchema());

const entry = fc.record<BaselineEntry>({
  rule: fc.string({ minLength: 1 }),
  path: fc.string({ minLength: 1, unit: 'binary' }),
  object: fc.option(fc.string({ minLength: 1, unit: 'binary' })),
  severity: fc.constantFrom('error', 'warning', 'info'),
  count: fc.integer({ min: 1, max: 500 }),
  fingerprint: fc.stringMatching(/^[0-9a-f]{32}$/),
});

const good: BaselineEntry = { rule: 'r', path: 'a.yaml', object: null, severity: 'error', count: 1, fingerprint: '0'.repeat(32) };
const line = JSON.stringify(good);
const whole = (findings: string): string => `{\n  "version": 1,\n  "findings": [\n    ${findings}\n  ]\n}\n`;

describe('a baseline', () => {
  test('reads back what was written, and follows its schema', () => {
    fc.assert(
      fc.property(fc.array(entry), entries => {
        const text = renderBaseline(entries);
        expect(readBaseline(text)).toEqual(joinEntries(entries));
        expect(validate(JSON.parse(text))).toBe(true);
      }),
    );
  });

  test('has a line an entry, sorted, whatever the order of the findings', () => {
    fc.assert(
      fc.property(fc.array(entry), entries => {
        expect(renderBaseline(entries.toReversed())).toBe(renderBaseline(entries));
        const merged = joinEntries(entries);
        expect(renderBaseline(entries).split('\n')).toHaveLength(merged.length === 0 ? 5 : merged.length + 6);
      }),
    );
    expect(renderBaseline([])).toBe('{\n  "version": 1,\n  "findings": []\n}\n');
  });

  test('holds nothing that a terminal would act on or hide', () => {
    const text = renderBaseline([{ ...good, path: 'a\u001b[31m\u202e\u0000\ud800\n"', object: '</script>' }]);
    expect(text).toContain(String.raw`"path": "a\u001b[31m\u202e\u0000\ud800\n\""`);
    expect(text.split('\n')).toHaveLength(7);
  });

  test('with blanks and line ends of other hands is the same', () => {
    const text = renderBaseline([good]);
    expect(readBaseline(text.replaceAll('\n', '\r\n'))).toEqual([good]);
    expect(readBaseline(JSON.stringify(JSON.parse(text)))).toEqual([good]);
    expect(readBaseline(JSON.stringify(JSON.parse(text), null, '\t'))).toEqual([good]);
  });
});

describe('what is wrong is told with its place', () => {
  test.each([
    ['', 'it ends where a value is expected', 1, 1],
    ['\ufeff{}', 'a value is expected and not "\ufeff"', 1, 1],
    ['[]', 'the baseline is not an object in braces', 1, 1],
    ['{ "version": 2, "results": [] }', 'its version is not 1, the only one that this svclint reads', 1, 14],
    ['{ "version": "1", "findings": [] }', 'its version is not 1, the only one that this svclint reads', 1, 14],
    ['{ "findings": [] }', 'the baseline has no "version"', 1, 1],
    ['{ "version": 1 }', 'the baseline has no "findings"', 1, 1],
    ['{ "version": 1, "findings": {} }', 'the value of "findings" is not a list', 1, 29],
    ['{ "version": 1, "findings": [], "more": 1 }', 'key "more" of the baseline is unknown', 1, 33],
    ['{ "version": 1, "version": 1, "findings": [] }', 'key "version" stands twice', 1, 17],
    ['{ "version": 1, "findings": [] } x', 'more text follows after the end', 1, 34],
    ['{ "version": 1, "findings": [], }', 'a key in double quotes is expected and not "}"', 1, 33],
    ['// known\n{ "version": 1, "findings": [] }', 'a value is expected and not "/"', 1, 1],
    [whole(`${line}\n    ${line}`), '"," or "]" is expected and not "{"', 5, 5],
    [whole(`${line},`), 'a value is expected and not "]"', 5, 3],
    [whole(`${line},\n    ${line}`), 'an entry stands twice', 5, 5],
    [`{\n  "version": 1,\n  "findings": [\n<<<<<<< HEAD\n${line}\n=======\n>>>>>>> main\n]}`, 'it holds the marks of a merge conflict', 4, 1],
    [whole('"x"'), 'an entry is not an object in braces', 4, 5],
    [whole(line.replace('"rule":"r",', '')), 'an entry has no "rule"', 4, 5],
    [whole(line.replace('{', '{"__proto__":{},')), 'key "__proto__" of an entry is unknown', 4, 6],
    [whole(line.replace('"rule":"r"', '"rule":""')), 'the value is not a text', 4, 13],
    [whole(line.replace('"a.yaml"', '["a.yaml"]')), 'the value is not a text', 4, 24],
    [whole(line.replace('"a.yaml"', '"a.yaml')), '"," or "}" is expected and not "o"', 4, 33],
    [whole(line.replace('a.yaml', 'a\u0000.yaml')), 'a text holds a character or an escape that JSON does not have', 4, 24],
    [whole(line.replace('"a.yaml"', String.raw`"\a"`)), 'a text holds a character or an escape that JSON does not have', 4, 24],
    [whole(line.replace('"object":null', '"object":7')), 'the value is not a text or null', 4, 42],
    [whole(line.replace('"error"', '"fatal"')), 'the value is not "error", "warning" or "info"', 4, 58],
    [whole(line.replace('"count":1', '"count":0')), 'the value is not a whole number from 1', 4, 74],
    [whole(line.replace('"count":1', '"count":01')), '"," or "}" is expected and not "1"', 4, 75],
    [whole(line.replace('"count":1', '"count":1e99')), 'the value is not a whole number from 1', 4, 74],
    [whole(line.replace('000"', '00g"')), 'the value is not a fingerprint of 32 hexadecimal digits', 4, 90],
    [`{ "version": 1, "findings": ${'['.repeat(100_000)}`, 'it nests deeper than a baseline does', 1, 37],
    [whole(`"${'x'.repeat(1_000_000)}`), 'a text has no closing quote', 4, 5],
  ])('%#', (text, fault, line, column) => {
    const read = readBaseline(text);
    expect('fault' in read ? { fault: read.fault, ...read.at } : read).toEqual({ fault, line, column });
  });

  test('what the reader takes the schema takes, and the other way round', () => {
    const value = fc.oneof(fc.constantFrom<unknown>(1, 0, -1, 1.5, 'error', '', null, [], {}, '0'.repeat(32)), fc.string());
    const strange = fc.record(
      { rule: value, path: value, object: value, severity: value, count: value, fingerprint: value, more: value },
      { requiredKeys: [] },
    );
    const nearly = fc.tuple(entry, strange).map(([right, wrong]) => ({ ...right, ...Object.fromEntries(Object.entries(wrong).slice(0, 1)) }));
    fc.assert(
      fc.property(nearly, one => {
        expect('fault' in readBaseline(JSON.stringify({ version: 1, findings: [one] }))).toBe(!validate({ version: 1, findings: [one] }));
      }),
    );
  });
});
