// Growth with the number of overlays over one base, of which each is a scope with all objects of the base. Needs a build.
import path from 'node:path';
import { fastest, makeFolder, printTable, program, write } from './measure.mjs';
import { generateApplications } from './generate-set.mjs';

const OBJECTS = 20;

const overlay = number => `resources: [../../base]
namePrefix: o${number}-
namespace: o${number}
labels:
  - pairs: { overlay: "${number}" }
    includeSelectors: true
configMapGenerator:
  - name: settings
    literals: [overlay=${number}]
`;

function writeSet(overlays) {
  const folder = makeFolder();
  const names = [...generateApplications(OBJECTS / 4)].map((objects, index) => {
    const name = `${index}.yaml`;
    write(path.join(folder, 'base', name), objects.join('---\n'));
    return name;
  });
  write(path.join(folder, 'base', 'kustomization.yaml'), `resources: [${names.join(', ')}]\n`);
  for (let number = 0; number < overlays; number++) write(path.join(folder, 'overlays', `o${number}`, 'kustomization.yaml'), overlay(number));
  return folder;
}

const rows = [['set', 'time', 'ms an overlay', 'memory']];
for (const overlays of [50, 100, 200, 400]) {
  const result = fastest(2, [program, '--format', 'json', '.'], writeSet(overlays));
  const { summary } = JSON.parse(result.stdout);
  if (summary.resources < overlays * OBJECTS) throw new Error(`${summary.resources} resources of ${overlays} overlays were read`);
  const time = `${(result.ms / 1000).toFixed(2)} s`;
  rows.push([`${overlays} overlays of ${OBJECTS} objects`, time, (result.ms / overlays).toFixed(2), `${result.megabytes.toFixed(0)} MB`]);
}
printTable(rows);
