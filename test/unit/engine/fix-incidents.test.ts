import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { chooseFixes } from '../../../src/core/engine/fix/choose-fixes.ts';
import type { InputFile } from '../../../src/core/engine/input.ts';
import { buildSettings } from '../../../src/core/engine/settings.ts';
import { PRESETS } from '../../../src/core/rule/define-rule.ts';
import { tryFixes } from '../../../src/dev/fix-faults.ts';
import { lint } from '../../../src/index.ts';
import { describeShared } from '../../harness/shared.ts';

function readSet(folder: string): readonly InputFile[] {
  const names = statSync(folder).isDirectory() ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [''];
  const found = names.map(name => path.join(folder, name)).filter(file => /\.(?:ya?ml|json)$/.test(file) && statSync(file).isFile());
  return found.map(file => ({ path: path.relative(path.dirname(folder), file), text: readFileSync(file, 'utf8') })).sort((a, b) => (a.path < b.path ? -1 : 1));
}

// What people met: a fix takes its finding away, breaks nothing, and loses no comment.
describeShared('fixing the incidents', 'incidents', root => {
  const incidents = readdirSync(root, { withFileTypes: true }).filter(entry => entry.isDirectory());
  const settings = buildSettings([], { presets: PRESETS });
  test.each(incidents.map(({ name }) => name))('%s', async name => {
    const bad = readdirSync(path.join(root, name)).find(entry => /^bad(?:\.yaml)?$/.test(entry));
    const files = readSet(path.join(root, name, bad ?? 'bad.yaml'));
    expect(files.length).toBeGreaterThan(0);
    const before = await lint({ files, settings });
    const trial = await tryFixes(files, settings, 'unsafe');
    expect(trial.faults).toEqual([]);
    const after = await lint({ files: trial.files, settings });
    const left = new Set(after.findings.map(({ fingerprint }) => fingerprint));
    expect(chooseFixes(before.findings, 'unsafe').filter(({ finding }) => left.has(finding.fingerprint))).toEqual([]);
  });
});
