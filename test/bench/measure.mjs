import { spawnSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const program = fileURLToPath(new URL('../../dist/svclint.cjs', import.meta.url));

/** Node reads extra certificates at every start, which is nothing of ours. */
const env = { ...process.env };
delete env.NODE_EXTRA_CA_CERTS;

const folders = [];
process.on('exit', () => folders.forEach(folder => rmSync(folder, { recursive: true, force: true })));

/** A folder that is removed when the program ends. */
export function makeFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), 'svclint-bench-'));
  folders.push(folder);
  return folder;
}

export function write(file, text) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Wall time in milliseconds and peak memory in MB of one run of node. */
export function run(args, cwd = process.cwd()) {
  const report = path.join(makeFolder(), 'usage.json');
  const probe = `process.on('exit',()=>require('fs').writeFileSync(${JSON.stringify(report)},String(process.resourceUsage().maxRSS)))`;
  const preload = path.join(path.dirname(report), 'probe.cjs');
  writeFileSync(preload, probe);
  const from = process.hrtime.bigint();
  const result = spawnSync(process.execPath, ['-r', preload, ...args], { cwd, env, encoding: 'utf8', maxBuffer: 1 << 28 });
  const ms = Number(process.hrtime.bigint() - from) / 1e6;
  if (result.status !== 0 && result.status !== 1) throw new Error(`${args.join(' ')} ended with ${result.status ?? result.signal}: ${result.stderr}`);
  return { ms, megabytes: Number(readFileSync(report, 'utf8')) / 1024, stdout: result.stdout };
}

const medianOf = values => values.toSorted((a, b) => a - b)[values.length >> 1];

/**
 * Median wall time of each of several commands, and the median of their ratios to the first, taken round by round, so that a slow
 * minute slows all of them. The first round is not counted.
 */
export function compareTimes(rounds, commands, cwd, more = {}) {
  const time = args => {
    const from = process.hrtime.bigint();
    spawnSync(process.execPath, args, { cwd, env: { ...env, ...more } });
    return Number(process.hrtime.bigint() - from) / 1e6;
  };
  const [, ...taken] = Array.from({ length: rounds + 1 }, () => commands.map(time));
  return commands.map((_, i) => ({ ms: medianOf(taken.map(times => times[i])), ratio: medianOf(taken.map(times => times[i] / times[0])) }));
}

/** The fastest of several runs: the one that was disturbed least. */
export function fastest(times, args, cwd) {
  return Array.from({ length: times }, () => run(args, cwd)).reduce((best, other) => (other.ms < best.ms ? other : best));
}

export function printTable(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map(row => String(row[column]).length)));
  for (const row of rows) process.stdout.write(`${row.map((cell, column) => String(cell)[column === 0 ? 'padEnd' : 'padStart'](widths[column])).join('  ')}\n`);
}
