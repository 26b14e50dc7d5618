// Ten thousand files, and growth from a thousand to a hundred thousand resources, under Node's default heap. Needs a build.
import path from 'node:path';
import { makeFolder, printTable, program, run, write } from './measure.mjs';
import { generateApplications } from './generate-set.mjs';

function writeSet(resources, perFile) {
  const folder = makeFolder();
  let [pending, bytes, file] = [[], 0, 0];
  const flush = () => {
    if (pending.length > 0) write(path.join(folder, `d${file % 100}`, `${file++}.yaml`), pending.join('---\n'));
    pending = [];
  };
  for (const application of generateApplications(resources / 4)) {
    for (const object of application) {
      bytes += object.length;
      if (pending.push(object) === perFile) flush();
    }
  }
  flush();
  return { folder, files: file, megabytes: bytes / 1e6 };
}

const rows = [['set', 'files', 'size', 'time', 'ms a resource', 'memory']];
for (const [resources, perFile] of [
  [10_000, 1],
  [1000, 10],
  [10_000, 10],
  [100_000, 10],
]) {
  const { folder, files, megabytes } = writeSet(resources, perFile);
  const result = run([program, '--format', 'json', '.'], folder);
  const { summary } = JSON.parse(result.stdout);
  if (summary.resources !== resources) throw new Error(`${summary.resources} of ${resources} resources were read`);
  rows.push([
    `${resources} resources`,
    files,
    `${megabytes.toFixed(1)} MB`,
    `${(result.ms / 1000).toFixed(2)} s`,
    (result.ms / resources).toFixed(3),
    `${result.megabytes.toFixed(0)} MB`,
  ]);
}
printTable(rows);
