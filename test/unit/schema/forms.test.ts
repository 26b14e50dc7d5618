import { describe, expect, test } from 'vitest';
import { base64Fault } from '../../../src/core/schema/base64-form.ts';
import { durationFault, timeFault } from '../../../src/core/schema/time-form.ts';
import { formatFits, isKnownFormat } from '../../../src/core/schema/value-formats.ts';

// What Go's own decoders say to these texts.
describe('base64', () => {
  test.each([
    ['', undefined],
    ['abcd', undefined],
    ['ab==', undefined],
    ['ab\n=\n=', undefined],
    ['a', 0],
    ['abcde', 4],
    ['ab=', 3],
    ['abc==', 4],
    ['ab==c', 4],
    ['not base64!', 3],
    ['abcdab=c', 6],
    ['YWJj*', 4],
  ])('%j', (text, position) => {
    expect(base64Fault(text)).toBe(position === undefined ? undefined : `illegal base64 data at input byte ${String(position)}`);
  });
});

describe('times', () => {
  const cannot = (text: string, rest: string, part: string): string =>
    `parsing time "${text}" as "2006-01-02T15:04:05Z07:00": cannot parse "${rest}" as "${part}"`;

  test.each([
    ['2024-01-01T00:00:00Z', undefined],
    ['2024-01-01T1:00:00Z', undefined],
    ['2024-01-01T00:00:00.123+02:00', undefined],
    ['yesterday', cannot('yesterday', 'yesterday', '2006')],
    ['2024-1-01T00:00:00Z', cannot('2024-1-01T00:00:00Z', '1-01T00:00:00Z', '01')],
    ['2024-01-01 00:00:00Z', cannot('2024-01-01 00:00:00Z', ' 00:00:00Z', 'T')],
    ['2024-01-01T00:00:00', cannot('2024-01-01T00:00:00', '', 'Z07:00')],
    ['2024-13-01T00:00:00Z', 'parsing time "2024-13-01T00:00:00Z": month out of range'],
    ['2024-02-30T00:00:00Z', 'parsing time "2024-02-30T00:00:00Z": day out of range'],
    ['2024-01-01T00:00:00Z ', 'parsing time "2024-01-01T00:00:00Z ": extra text: " "'],
  ])('%j', (text, fault) => {
    expect(timeFault(text, 'time')).toBe(fault);
  });

  test('a time with microseconds needs all six digits', () => {
    expect(timeFault('2024-01-01T00:00:00.123456Z', 'microTime')).toBeUndefined();
    expect(timeFault('2024-01-01T00:00:00Z', 'microTime')).toContain('cannot parse "Z" as ".000000"');
  });
});

test.each([
  ['0', undefined],
  ['-1.5h', undefined],
  ['1h30m', undefined],
  ['', 'time: invalid duration ""'],
  ['5', 'time: missing unit in duration "5"'],
  ['1d', 'time: unknown unit "d" in duration "1d"'],
])('duration %j', (text, fault) => {
  expect(durationFault(text)).toBe(fault);
});

test.each([
  ['ipv4', '10.0.0.1', true],
  ['ipv4', '::1', false],
  ['ipv6', '2001:db8::1', true],
  ['ipv6', '1::2::3', false],
  ['cidr', '10.0.0.0/8', true],
  ['cidr', '10.0.0.0/33', false],
  ['date-time', '2024-01-01T10:00:00Z', true],
  ['date-time', '2024-01-01', false],
  ['date', '2024-02-30', false],
  ['uri', '/path', true],
  ['uri', 'example.com', false],
  ['duration', '5 days', true],
  ['duration', 'soon', false],
  ['uuid', '123e4567-e89b-12d3-a456-426614174000', true],
  ['byte', 'YQ==', true],
  ['byte', 'a', false],
])('format %s of %j', (format, text, fits) => {
  expect(formatFits(text, format)).toBe(fits);
});

test('a format that the server does not know is no constraint', () => {
  expect(isKnownFormat('semver')).toBe(false);
  expect(formatFits('anything', 'semver')).toBe(true);
});
