import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
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
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  /** Where it runs, below the root of the tree. */
  readonly cwd?: string;
  /** Makes what a plain tree cannot hold: links, pipes, permissions. */
  readonly arrange?: (root: string) => void;
  /** A shell command in which `"$@"` is the run. Its exit code is that of the first command of a pipe only if it says so. */
  readonly shell?: string;
  /** Runs without the rights of root, to whom no file is closed. */
  readonly unprivileged?: boolean;
}

export type RunCli = (files: Readonly<Record<string, string | Uint8Array>>, args: readonly string[], options?: CliOptions) => CliRun;

const NOBODY = 65_534;

/** Root is somebody else for the run; anybody else stays who they are. */
function withoutRights(folders: readonly string[]): { uid?: number } {
  if (process.geteuid?.() !== 0) return {};
  for (const folder of folders) chmodSync(folder, 0o755);
  return { uid: NOBODY };
}

/** Builds the product for the suite, beside all others, and gives a function that runs it in a folder of its own. */
export function useCli(): RunCli {
  const folder = mkdtempSync(path.join(tmpdir(), 'svclint-built-'));
  const built = path.join(folder, 'dist');
  beforeAll(() => {
    const rolldown = path.join(projectRoot, 'node_modules/rolldown/bin/cli.mjs');
    execFileSync(process.execPath, [rolldown, '-c', '-d', built, '--log-level', 'silent'], { cwd: projectRoot, stdio: 'ignore' });
    // As in the package: the program finds its schemas beside its folder.
    cpSync(path.join(projectRoot, 'schemas'), path.join(folder, 'schemas'), { recursive: true });
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return (files, args, { stdin = '', env = {}, cwd = '.', arrange, shell, unprivileged = false } = {}) => {
    const root = makeTree(files);
    arrange?.(root);
    const own = { PATH: process.env['PATH'] ?? '', SystemRoot: process.env['SystemRoot'] ?? '', ...env };
    const words = [process.execPath, path.join(built, 'svclint.cjs'), ...args];
    const [command = '', ...rest] = shell === undefined ? words : ['sh', '-c', shell, 'sh', ...words];
    const run = spawnSync(command, rest, {
      cwd: path.join(root, cwd),
      input: stdin,
      env: own,
      encoding: 'utf8',
      // A run that waits for ever, at a pipe say, fails its test.
      timeout: 50_000,
      maxBuffer: 64 * 1024 * 1024,
      ...(unprivileged ? withoutRights([root, folder, built]) : {}),
    });
    return { root, stdout: run.stdout, stderr: run.stderr, code: run.status };
  };
}
