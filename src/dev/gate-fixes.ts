import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PRESETS } from '../core/rule/define-rule.ts';
import { buildSettings } from '../core/engine/settings.ts';
import { readInput } from '../node/read-input.ts';
import { FixedFiles } from '../node/write-fixes.ts';
import { tryFixes, type FixTrial } from './fix-faults.ts';
import { sharedRoot } from './shared-tool.ts';

/** All rules, as every fix is to be seen. */
const SETTINGS = buildSettings([], { presets: PRESETS });

/** Fixes a copy of a repository on the disk, guesses too, and tries again on what was written. */
async function fixRepository(repository: string): Promise<FixTrial> {
  const { files } = await readInput(['.'], repository, { ignore: false });
  const safe = await tryFixes(files, SETTINGS, 'safe');
  const trial = await tryFixes(files, SETTINGS, 'unsafe');
  const disk = new FixedFiles(['.'], repository);
  const texts = new Map(files.map(file => [file.path, file.text]));
  const changes = trial.files
    .filter(file => texts.get(file.path) !== file.text)
    .map(file => ({ path: file.path, before: texts.get(file.path) ?? '', after: file.text }));
  const unwritten = disk.write(changes).map(({ path: name, reason }) => `${name} was not fixed: ${reason}`);
  const again = await tryFixes((await readInput(['.'], repository, { ignore: false })).files, SETTINGS, 'unsafe');
  return { ...trial, faults: [...safe.faults, ...trial.faults, ...unwritten, ...again.changed.map(name => `${name}: a second run changes it`)] };
}

const copy = mkdtempSync(path.join(tmpdir(), 'svclint-fixes-'));
cpSync(path.join(sharedRoot, 'corpus'), copy, { recursive: true });
const only = process.argv.slice(2);
let [files, changed, fixed, before, after, faults] = [0, 0, 0, 0, 0, 0];
for (const { name } of readdirSync(copy, { withFileTypes: true }).filter(entry => entry.isDirectory() && (only.length === 0 || only.includes(entry.name)))) {
  const trial = await fixRepository(path.join(copy, name));
  for (const fault of trial.faults) process.stdout.write(`${name}: ${fault}\n`);
  files += trial.files.length;
  changed += trial.changed.length;
  fixed += trial.fixed;
  before += trial.comments[0];
  after += trial.comments[1];
  faults += trial.faults.length;
}
if (process.env['KEEP'] === undefined) rmSync(copy, { recursive: true });
else process.stdout.write(`kept: ${copy}\n`);
process.stdout.write(
  `${String(fixed)} findings fixed in ${String(changed)} of ${String(files)} files; ${String(before)} comments in them before, ${String(after)} after; ${String(faults)} faults\n`,
);
process.exitCode = faults === 0 ? 0 : 1;
