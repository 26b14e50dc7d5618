// Throughput on a generated set of 10 MB in 500 files, and on directories that are named as arguments. Needs a build.
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fastest, makeFolder, printTable, program, write } from './measure.mjs';
import { generateApplications } from './generate-set.mjs';

const MEGABYTES = 10;
const FILES = 500;

function sizeOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.(?:ya?ml|json)$/i.test(entry.name))
    .reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0);
}

const folder = makeFolder();
const objects = [...generateApplications(1700)].flat();
const each = Math.ceil(objects.length / FILES);
for (let i = 0; i < FILES; i++) write(path.join(folder, `${i}.yaml`), objects.slice(i * each, (i + 1) * each).join('---\n'));

const rows = [['set', 'size', 'time', 'MB/s', 'memory']];
for (const [name, at] of [[`generated, about ${MEGABYTES} MB`, folder], ...process.argv.slice(2).map(at => [path.basename(at), path.resolve(at)])]) {
  const size = sizeOf(at) / 1e6;
  const { ms, megabytes } = fastest(3, [program, '--format', 'json', at]);
  rows.push([name, `${size.toFixed(1)} MB`, `${(ms / 1000).toFixed(2)} s`, (size / (ms / 1000)).toFixed(1), `${megabytes.toFixed(0)} MB`]);
}
printTable(rows);
