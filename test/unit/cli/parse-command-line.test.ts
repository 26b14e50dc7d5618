import { describe, expect, test } from 'vitest';
import { COMMAND_NAMES, OPTIONS, optionsOf, isOptionName } from '../../../src/cli/options.ts';
import { parseCommandLine } from '../../../src/cli/parse-command-line.ts';
import { isProblem } from '../../../src/cli/problem.ts';
import { startProgress } from '../../../src/cli/progress.ts';

function parse(...argv: string[]): { command: string; operands: readonly string[]; set: readonly string[] } | string {
  const parsed = parseCommandLine(argv);
  if (isProblem(parsed)) return parsed.problem;
  const set = optionsOf(parsed.command).filter(parsed.options.isSet);
  return { command: parsed.command, operands: parsed.operands, set };
}

describe('commands', () => {
  test.each([
    [[], 'lint', []],
    [['k8s', 'more'], 'lint', ['k8s', 'more']],
    [['lint', 'k8s'], 'lint', ['k8s']],
    [['rules'], 'rules', []],
    [['--no-color', 'rules'], 'rules', []],
    [['--', 'rules'], 'lint', ['rules']],
    [['./rules'], 'lint', ['./rules']],
    [['-'], 'lint', ['-']],
    [['describe', 'service', 'web', 'k8s'], 'describe', ['service', 'web', 'k8s']],
    [['help', 'rules'], 'rules', []],
  ])('%j is %s of %j', (argv, command, operands) => {
    expect(parse(...argv)).toMatchObject({ command, operands });
  });
});

describe('flags', () => {
  test('are given with a blank, with =, and by one letter', () => {
    for (const argv of [['--format', 'json'], ['--format=json'], ['-f', 'json'], ['-fjson']]) {
      const parsed = parseCommandLine(argv);
      expect(isProblem(parsed) ? parsed : parsed.options.valueOf('format')).toBe('json');
    }
  });

  test('repeated ones keep all values, others the last', () => {
    const parsed = parseCommandLine(['--rule', 'a=off', '-f', 'json', '--rule=b=error', '-f', 'compact']);
    if (isProblem(parsed)) throw new Error(parsed.problem);
    expect([parsed.options.valuesOf('rule'), parsed.options.valueOf('format')]).toEqual([['a=off', 'b=error'], 'compact']);
  });

  test('names of the prototype are unknown', () => {
    expect(parse('--__proto__')).toBe('flag "--__proto__" is unknown');
    expect(parse('--constructor', 'x')).toBe('flag "--constructor" is unknown');
  });

  test('every flag belongs to commands that exist, and no two share a letter', () => {
    const names = Object.keys(OPTIONS).filter(isOptionName);
    for (const name of names) expect(COMMAND_NAMES.some(command => optionsOf(command).includes(name))).toBe(true);
    const letters = Object.values(OPTIONS).flatMap(option => ('short' in option ? [option.short] : []));
    expect(new Set(letters).size).toBe(letters.length);
  });
});

test('progress shows after a second, on a terminal only, and is taken away', () => {
  const written: string[] = [];
  let time = 0;
  const progress = startProgress({ err: text => written.push(text), errIsTty: true }, () => time);
  progress.tell('reading', 1, 9);
  time = 1500;
  progress.tell('reading', 5, 9);
  time = 1510;
  progress.tell('reading', 6, 9);
  progress.clear();
  expect(written).toEqual(['\r\u001B[Kreading 5/9', '\r\u001B[K']);
  const silent = startProgress({ err: text => written.push(text), errIsTty: false }, () => time);
  time = 9000;
  silent.tell('reading', 1, 9);
  silent.clear();
  expect(written).toHaveLength(2);
});
