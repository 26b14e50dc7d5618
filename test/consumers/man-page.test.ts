import { execFileSync } from 'node:child_process';
import { readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { COMMAND_NAMES, optionsOf } from '../../src/cli/options.ts';
import { renderManPage } from '../../src/dev/man-page.ts';
import { projectRoot } from '../harness/shared.ts';
import { makeTree } from '../harness/temp-tree.ts';
import { toolPackage, toolPath } from './tools.ts';

const page = renderManPage('0.1.0');

/** The page as a terminal shows it, without the backspaces of bold and underlined letters. */
function shown(): string {
  return execFileSync(toolPath('mandoc'), ['-T', 'ascii', '-O', 'width=120'], { input: page, encoding: 'utf8' }).replaceAll(/.\u0008/g, '');
}

test('mandoc has nothing to say against it', () => {
  expect(execFileSync(toolPath('mandoc'), ['-T', 'lint', '-W', 'warning'], { input: page, encoding: 'utf8' })).toBe('');
});

test('it has the sections of a command in their order, every command and every flag', () => {
  const text = shown();
  const sections = [...text.matchAll(/^[A-Z][A-Z ]+$/gm)].map(([title]) => title);
  expect(sections).toEqual(['NAME', 'SYNOPSIS', 'DESCRIPTION', 'COMMANDS', 'OPTIONS', 'ENVIRONMENT', 'FILES', 'EXIT STATUS', 'EXAMPLES']);
  for (const command of COMMAND_NAMES) {
    if (command !== 'lint') expect(text).toMatch(new RegExp(`^     ${command}\\b`, 'm'));
    for (const flag of optionsOf(command)) expect(text).toMatch(new RegExp(`^     (?:-\\w, )?--${flag}\\b`, 'm'));
  }
  expect(text).toContain('source <(svclint completion bash)');
});

test.each(['npm10', 'npm11'])('%s install -g puts it where man looks', npm => {
  const { name, version, bin, man } = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as Record<string, unknown>;
  const root = makeTree({
    'package/package.json': JSON.stringify({ name, version, bin, man, license: 'Apache-2.0' }),
    'package/dist/svclint.cjs': '#!/usr/bin/env node\n',
    'package/dist/svclint.1': page,
  });
  const env = { PATH: process.env['PATH'] ?? '', HOME: root, npm_config_cache: path.join(root, 'cache') };
  const run = (...args: string[]): string =>
    execFileSync(process.execPath, [path.join(toolPackage(npm), 'bin/npm-cli.js'), ...args], { cwd: path.join(root, 'package'), env, encoding: 'utf8' });
  const tarball = run('pack', '--silent').trim();
  run('install', '--global', '--offline', '--silent', '--prefix', path.join(root, 'global'), tarball);
  expect(readFileSync(realpathSync(path.join(root, 'global/share/man/man1/svclint.1')), 'utf8')).toBe(page);
});
