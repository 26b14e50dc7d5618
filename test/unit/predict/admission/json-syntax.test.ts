import { expect, test } from 'vitest';
import { jsonObjectFault, jsonSyntaxFault } from '../../../../src/core/predict/admission/validation/config/json-syntax.ts';

test.each(['{}', ' { "a" : [1, -0.5e+3, true, false, null, "\\u00e9\\n"], "b": {} } ', 'null'])('%s passes for an object', text => {
  expect(jsonObjectFault(text)).toBeUndefined();
});

test.each([
  ['', 'unexpected end of JSON input'],
  ['{', 'unexpected end of JSON input'],
  ['{"a', 'unexpected end of JSON input'],
  ['abc', "invalid character 'a' looking for beginning of value"],
  ["'", String.raw`invalid character '\'' looking for beginning of value`],
  ['\u0001', String.raw`invalid character '\x01' looking for beginning of value`],
  ['\u00c3', "invalid character 'Ã' looking for beginning of value"],
  ['-a', "invalid character 'a' in numeric literal"],
  ['-', "invalid character ' ' in numeric literal"],
  ['1.', "invalid character ' ' after decimal point in numeric literal"],
  ['1e+', "invalid character ' ' in exponent of numeric literal"],
  ['tru', "invalid character ' ' in literal true (expecting 'e')"],
  ['{a: 1}', "invalid character 'a' looking for beginning of object key string"],
  ['{"a" 1}', `invalid character '1' after object key`],
  ['{"a":1 "b":2}', `invalid character '"' after object key:value pair`],
  ['{"a":1,}', "invalid character '}' looking for beginning of object key string"],
  ['[1 2]', "invalid character '2' after array element"],
  ['{} {}', "invalid character '{' after top-level value"],
  ['"\n"', String.raw`invalid character '\n' in string literal`],
  [String.raw`"\q"`, "invalid character 'q' in string escape code"],
  [String.raw`"\u12g4"`, String.raw`invalid character 'g' in \u hexadecimal character escape`],
])('%j is no JSON', (text, fault) => {
  expect(jsonSyntaxFault(text)).toBe(fault);
});

test.each([
  ['[]', 'array'],
  ['"{}"', 'string'],
  ['true', 'bool'],
  ['7', 'number'],
])('%s is no object', (text, type) => {
  expect(jsonObjectFault(text)).toBe(`json: cannot unmarshal ${type} into Go value of type map[string]interface {}`);
});

test('a megabyte of brackets is read', () => {
  expect(jsonSyntaxFault('['.repeat(1_000_000))).toBe('unexpected end of JSON input');
});
