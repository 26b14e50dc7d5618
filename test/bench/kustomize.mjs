// All kustomizations below a folder, built in one process, beside a run of `kubectl kustomize` each where there is a kubectl.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { makeFolder, printTable } from './measure.mjs';

const [folder = '../shared/corpus'] = process.argv.slice(2);
const file = path.join(makeFolder(), 'kustomize.mjs');
const bundle = await rolldown({ input: 'test/conformance/kustomize.ts', platform: 'node' });
await bundle.write({ file, format: 'esm' });
const { build, filesBelow } = await import(pathToFileURL(file).href);

const NAMES = new Set(['kustomization.yaml', 'kustomization.yml', 'Kustomization']);
const sets = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile() && NAMES.has(entry.name))
  .map(entry => path.relative(folder, entry.parentPath).split(path.sep).join('/') || '.');

function time(work) {
  const start = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - start) / 1e6;
}

const files = filesBelow(folder);
const buildAll = () => sets.forEach(set => build(set, { files }).text);
const cold = time(buildAll);
const warm = time(buildAll);
const tool = spawnSync('kubectl', ['version', '--client']).status === 0;
const kubectl = tool ? time(() => sets.forEach(set => spawnSync('kubectl', ['kustomize', path.join(folder, set)]))) : undefined;

const row = (name, ms) => [name, ms === undefined ? 'absent' : `${(ms / 1000).toFixed(2)} s`, ms === undefined ? '' : `${(ms / sets.length).toFixed(1)} ms`];
printTable([
  ['run', `${sets.length} kustomizations`, 'each'],
  row('svclint, files unread', cold),
  row('svclint, files read before', warm),
  row('kubectl kustomize', kubectl),
]);
