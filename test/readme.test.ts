import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { COMMAND_NAMES } from '../src/cli/options.ts';
import { projectRoot } from './harness/shared.ts';
import { useCli } from './harness/run-cli.ts';

const run = useCli();
const readme = readFileSync(path.join(projectRoot, 'README.md'), 'utf8');

function readExample(): Record<string, string> {
  const names = ['cart', 'edge', 'web'].map(name => `test/example/k8s/${name}.yaml`);
  return Object.fromEntries(names.map(name => [name, readFileSync(path.join(projectRoot, name), 'utf8')]));
}

test('the first block of output is what svclint prints', () => {
  const [, args = '', output] = /```text\n\$ svclint ([^\n]*)\n(.*?)```/s.exec(readme) ?? [];
  expect(run(readExample(), args.split(' '))).toMatchObject({ code: 1, stdout: output, stderr: '' });
});

describe('silencing', () => {
  const service = (head: string, annotations: string, before: string, after: string): string =>
    `${head}apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n${annotations}spec:\n  type: NodePort\n  ports:\n  - port: 80\n${before}    nodePort: 3000${after}\n`;

  test.each([
    ['a line', service('', '', '', ' # svclint-disable-line node-port-out-of-range -- made by an operator')],
    ['the next line', service('', '', '    # svclint-disable-next-line node-port-out-of-range -- a second cluster\n', '')],
    ['a document', service('# svclint-disable\n', '', '', '')],
    ['a file', service('# svclint-disable-file\n', '', '', '')],
    ['an object', service('', '  annotations:\n    svclint.dev/ignore: node-port-taken, node-port-out-of-range\n', '', '')],
  ])('%s', (_, text) => {
    expect(run({ 'web.yaml': text }, ['.']).stdout).toMatch(/^✓ No findings · .* · 1 suppressed/);
    expect(run({ 'web.yaml': text }, ['--no-suppressions', '.']).code).toBe(1);
  });

  test('one that hides nothing is reported under strict, beside all recommended findings', () => {
    const text = service('', '', '    # svclint-disable-next-line node-port-taken\n', '');
    const { stdout } = run({ 'web.yaml': text }, ['-f', 'compact', '--preset', 'strict', '.']);
    expect(stdout).toContain('[suppression-unused]\n');
    expect(stdout).toContain('[node-port-out-of-range]\n');
  });
});

test('every flag, rule and command that the text names exists', () => {
  const flags = new Set([...readme.matchAll(/`(?:(?:npx )?svclint [^`\n]*?)?(--[a-z][a-z-]+)/g)].map(([, flag = '']) => flag));
  const { stdout } = run({}, ['--help']);
  const known = COMMAND_NAMES.map(command => run({}, [command, '--help']).stdout).join('');
  expect([...flags].filter(flag => !known.includes(flag))).toEqual([]);
  for (const [, command = ''] of readme.matchAll(/`svclint ([a-z]+)[ `]/g)) expect(stdout).toContain(`  svclint ${command}`);
});
