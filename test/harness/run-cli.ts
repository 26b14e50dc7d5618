import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { projectRoot } from './shared.ts';
import { makeTree } from './temp-tree.ts';

export interface CliRun {
  readonly root: string;
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number | null;
}

export interface CliOptions {
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Where it runs, below the root of the tree. */
  readonly cwd?: string;
}

/** Builds the product for the suite, beside all others, and gives a function that runs it in a folder of its own. */
export function useCli(): (files: Readonly<Record<string, string>>, args: readonly string[], options?: CliOptions) => CliRun {
  const built = mkdtempSync(path.join(tmpdir(), 'svclint-built-'));
  beforeAll(() => {
    const rolldown = path.join(projectRoot, 'node_modules/rolldown/bin/cli.mjs');
    execFileSync(process.execPath, [rolldown, '-c', '-d', built, '--log-level', 'silent'], { cwd: projectRoot, stdio: 'ignore' });
  });
  afterAll(() => {
    rmSync(built, { recursive: true, force: true });
  });
  return (files, args, { stdin = '', env = {}, cwd = '.' } = {}) => {
    const root = makeTree(files);
    const own = { PATH: process.env['PATH'] ?? '', SystemRoot: process.env['SystemRoot'] ?? '', ...env };
    const run = spawnSync(process.execPath, [path.join(built, 'svclint.cjs'), ...args], {
      cwd: path.join(root, cwd),
      input: stdin,
      env: own,
      encoding: 'utf8',
    });
    return { root, stdout: run.stdout, stderr: run.stderr, code: run.status };
  };
}
