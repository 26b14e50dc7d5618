import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** The folder of reference data beside the project. */
export const sharedRoot = process.env['SVCLINT_SHARED'] ?? '../shared';

/** Runs a tool of the reference data over the built linter and returns what it prints as JSON. */
export function runSharedTool(tool: string, data: string, args: readonly string[]): unknown {
  const bundle = path.resolve('dist/svclint.cjs');
  if (!existsSync(bundle)) throw new Error('dist/svclint.cjs is missing: npm run build makes it');
  const command = ['--root', path.join(sharedRoot, data), '--cmd', `node "${bundle}"`, '--json', ...args];
  const run = spawnSync(process.execPath, [path.join(sharedRoot, 'tools', tool), ...command], { encoding: 'utf8', maxBuffer: 2 ** 29 });
  if (run.status !== 0) throw new Error(`${tool} ended with ${String(run.status)}: ${run.stderr.slice(0, 500)}`);
  return JSON.parse(run.stdout);
}

function textOf(row: unknown, name: string): string {
  const value: unknown = typeof row === 'object' && row !== null ? Object.entries(row).find(([key]) => key === name)?.[1] : undefined;
  return typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
}

/** The rows of a tool's answer, each with the named fields as texts. */
export function readRows<const F extends string>(answer: unknown, fields: readonly F[]): Record<F, string>[] {
  if (!Array.isArray(answer)) throw new Error('the tool gave no list');
  const texts = answer.map((row: unknown) => fields.map(field => [field, textOf(row, field)] as const));
  return texts.map(entries => Object.fromEntries(entries)).filter((row): row is Record<F, string> => fields.every(field => field in row));
}
