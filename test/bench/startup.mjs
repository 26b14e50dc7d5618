// Start-up on one small file as a ratio to `node -e 0`, and again with 538 rules in the index. Needs a build.
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeFolder, compareTimes, printTable, program, run, write } from './measure.mjs';
import { generateApplications } from './generate-set.mjs';

const RULES = 538;
const TIMES = 31;

/** A copy of the build whose rule index holds as many rules as the catalog will have. */
function buildWithManyRules() {
  const dist = path.join(makeFolder(), 'dist');
  cpSync(path.dirname(program), dist, { recursive: true, filter: source => path.basename(source) !== '.cache' });
  const chunks = readdirSync(path.join(dist, 'chunks')).map(name => path.join(dist, 'chunks', name));
  const index = /\{id:`[a-z-]+`,title:`(?:[^`\\]|\\.)*`,category:`[a-z-]+`[^{}]*?since:`[\d.]+`\}/g;
  const holder = chunks.find(file => (readFileSync(file, 'utf8').match(index) ?? []).length > 5);
  if (!holder) throw new Error('no chunk holds the rule index');
  const text = readFileSync(holder, 'utf8');
  const found = text.match(index);
  const last = found.at(-1);
  const more = Array.from({ length: RULES - found.length }, (_, i) => found[i % found.length].replace(/id:`[a-z-]+`/, `id:\`dummy-${i}\``));
  writeFileSync(
    holder,
    text.replace(last, () => [last, ...more].join(',')),
  );
  return path.join(dist, 'svclint.cjs');
}

const folder = makeFolder();
const [application] = generateApplications(1);
write(path.join(folder, 'one.yaml'), application.slice(0, 2).join('---\n'));
const commands = [
  ['node -e 0', ['-e', '0']],
  ['svclint', [program, 'one.yaml']],
  [`svclint with ${RULES} rules`, [buildWithManyRules(), 'one.yaml']],
];
const args = commands.map(([, each]) => each);
const columns = [compareTimes(TIMES, args, folder), compareTimes(TIMES, args, folder, { NODE_DISABLE_COMPILE_CACHE: '1' })];
const cells = ({ ms, ratio }) => [`${ms.toFixed(0)} ms`, ratio.toFixed(2)];
printTable([
  ['one small file, median', 'time', 'ratio', 'no kept code', 'ratio', 'memory'],
  ...commands.map(([name, each], i) => [name, ...columns.flatMap(column => cells(column[i])), `${run(each, folder).megabytes.toFixed(0)} MB`]),
]);
