import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { absolutePathOf, isInside, isPattern, patternOf, reportPathOf, slashedBelow } from '../../src/node/paths.ts';

const windows = { cwd: String.raw`C:\work\shop`, path: path.win32 };
const posix = { cwd: '/srv/shop', path: path.posix };

describe('Windows', () => {
  test.each([
    [String.raw`C:\work\shop\k8s\a.yaml`, 'k8s/a.yaml'],
    [String.raw`C:\work\other\a.yaml`, '../other/a.yaml'],
    [String.raw`D:\k8s\a.yaml`, 'D:/k8s/a.yaml'],
    [String.raw`\\server\share\a.yaml`, '//server/share/a.yaml'],
    [String.raw`C:\work\shop`, '.'],
  ])('%s is reported as %s', (absolute, shown) => {
    expect(reportPathOf(absolute, windows)).toBe(shown);
  });

  test.each([
    ['k8s/a.yaml', String.raw`C:\work\shop\k8s\a.yaml`],
    [String.raw`..\a.yaml`, String.raw`C:\work\a.yaml`],
    ['D:/x/a.yaml', String.raw`D:\x\a.yaml`],
  ])('%s means %s', (written, absolute) => {
    expect(absolutePathOf(written, windows)).toBe(absolute);
  });

  test('directories hold what is below them, in any letter case', () => {
    expect(isInside(String.raw`c:\Work\shop\a.yaml`, windows.cwd, windows)).toBe(true);
    expect(isInside(String.raw`C:\work\shop2`, windows.cwd, windows)).toBe(false);
    expect(isInside(String.raw`D:\work\shop`, windows.cwd, windows)).toBe(false);
    expect(slashedBelow(windows.cwd, String.raw`C:\work\shop\a\b`, windows)).toBe('a/b');
  });

  test('a backslash separates folders in patterns', () => {
    expect(patternOf(String.raw`k8s\**\*.yaml`, windows)).toBe('k8s/**/*.yaml');
  });
});

test('elsewhere a backslash is a character of the name', () => {
  expect(reportPathOf(String.raw`/srv/shop/a\b.yaml`, posix)).toBe(String.raw`a\b.yaml`);
  expect(patternOf(String.raw`a\*b`, posix)).toBe(String.raw`a\*b`);
  expect(isInside('/srv/shop/..a', '/srv/shop', posix)).toBe(true);
});

test.each([
  ['k8s/*.yaml', true],
  ['k8s/**', true],
  ['{a,b}.yaml', true],
  ['!old/**', true],
  ['a[12].yaml', true],
  ['k8s/a.yaml', false],
  ['a(1).yaml', false],
  ['{{name}}', false],
])('%s is a pattern: %s', (written, expected) => {
  expect(isPattern(written)).toBe(expected);
});
