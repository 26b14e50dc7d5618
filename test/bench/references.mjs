// References: sets that grow while each object names five others, half of which exist. Time a reference has to stay what it is. Needs a build.
import path from 'node:path';
import { makeFolder, printTable, program, run, write } from './measure.mjs';

const NAMES = [
  'amber',
  'basil',
  'cedar',
  'delta',
  'ember',
  'fjord',
  'gamma',
  'haven',
  'indigo',
  'jasper',
  'karma',
  'lotus',
  'maple',
  'nectar',
  'onyx',
  'pearl',
];

/** Names of four words, so that hardly two are near and no two differ in numbers only. */
const nameOf = i => [i, i >> 4, i >> 8, i >> 12].map(part => NAMES[part & 15]).join('-');

const configMap = i => `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${nameOf(i)}-config\ndata:\n  level: info\n`;
const secret = i => `apiVersion: v1\nkind: Secret\nmetadata:\n  name: ${nameOf(i)}-secret\nstringData:\n  token: example\n`;

/** Five references: `share` of them, from 0 to 5, name what is not there. */
const pod = (i, share) => {
  const name = (number, kind) => `${nameOf(i)}${number < share ? `-absent-${NAMES[number]}` : ''}-${kind}`;
  return `apiVersion: v1
kind: Pod
metadata:
  name: ${nameOf(i)}
spec:
  containers:
    - name: web
      image: registry.example.com/web:1
      envFrom:
        - configMapRef: { name: ${name(0, 'config')} }
        - secretRef: { name: ${name(1, 'secret')} }
      env:
        - name: LEVEL
          valueFrom:
            configMapKeyRef: { name: ${name(2, 'config')}, key: level }
  volumes:
    - name: config
      configMap: { name: ${name(3, 'config')} }
    - name: secret
      secret: { secretName: ${name(4, 'secret')} }
`;
};

function writeSet(pods, share) {
  const folder = makeFolder();
  for (let first = 0; first < pods; first += 100) {
    const numbers = Array.from({ length: Math.min(100, pods - first) }, (_, i) => first + i);
    const objects = numbers.flatMap(i => [pod(i, share), ...(i % 50 === 0 || share < 5 ? [configMap(i), secret(i)] : [])]);
    write(path.join(folder, `${first}.yaml`), objects.join('---\n'));
  }
  return folder;
}

const rows = [['pods', 'references', 'absent', 'time', 'ms a reference', 'memory']];
for (const share of [0, 3]) {
  for (const pods of [1000, 2500, 5000, 10_000]) {
    const folder = writeSet(pods, share);
    const result = run([program, '--preset', 'strict', '--format', 'json', '--fail-on', 'never', '.'], folder);
    const { summary } = JSON.parse(result.stdout);
    const references = pods * 5;
    const cells = [`${(result.ms / 1000).toFixed(2)} s`, (result.ms / references).toFixed(3), `${result.megabytes.toFixed(0)} MB`];
    rows.push([`${pods} (${summary.resources} objects)`, references, `${share} of 5`, ...cells]);
  }
}
printTable(rows);
