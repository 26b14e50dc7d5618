// Start-up on one small file as a ratio to `node -e 0`, and again with 538 rules in the index. Needs a build.
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fastest, makeFolder, printTable, program, write } from './measure.mjs';
import { generateApplications } from './generate-set.mjs';

const RULES = 538;
const TIMES = 15;

/** A copy of the build whose rule index holds as many rules as the catalog will have. */
function buildWithManyRules() {
  const dist = path.join(makeFolder(), 'dist');
  cpSync(path.dirname(program), dist, { recursive: true });
  const chunks = [dist, path.join(dist, 'chunks')]
    .flatMap(folder => readdirSync(folder).map(name => path.join(folder, name)))
    .filter(file => file.endsWith('.cjs'));
  const index = /(\{\s*id: "[a-z-]+",\s*title: "(?:[^"\\]|\\.)*",\s*category: "[a-z-]+"[^}]*?since: "[\d.]+"[^}]*\})/g;
  const holder = chunks.find(file => (readFileSync(file, 'utf8').match(index) ?? []).length > 5);
  if (!holder) throw new Error('no chunk holds the rule index');
  const text = readFileSync(holder, 'utf8');
  const found = text.match(index);
  const last = found.at(-1);
  const more = Array.from({ length: RULES - found.length }, (_, i) => found[i % found.length].replace(/id: "[a-z-]+"/, `id: "dummy-${i}"`));
  writeFileSync(holder, text.replace(last, [last, ...more].join(',\n')));
  return path.join(dist, 'svclint.cjs');
}

const folder = makeFolder();
const [application] = generateApplications(1);
write(path.join(folder, 'one.yaml'), application.slice(0, 2).join('---\n'));
const bare = fastest(TIMES, ['-e', '0'], folder);
const row = (name, { ms, megabytes }) => [name, `${ms.toFixed(0)} ms`, `${(ms / bare.ms).toFixed(2)}`, `${megabytes.toFixed(0)} MB`];
printTable([
  ['one small file', 'time', 'ratio', 'memory'],
  row('node -e 0', bare),
  row('svclint', fastest(TIMES, [program, 'one.yaml'], folder)),
  row(`svclint with ${RULES} rules`, fastest(TIMES, [buildWithManyRules(), 'one.yaml'], folder)),
]);
