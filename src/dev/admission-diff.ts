import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { compare, predict, readCase, type AdmissionCase, type Deviation } from '../../test/conformance/admission.ts';
import { loadKinds } from '../node/load-kinds.ts';
import { sharedRoot } from './shared-tool.ts';

// Compares the model of the API server with the recordings, kind by kind:
//   npm run admission -- service pod        the table of these kinds and the first differences
//   npm run admission -- service --show 50 --what verdict --skip decode,unknown-kind
//   npm run admission -- --id service-00192
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { show: { type: 'string', default: '15' }, what: { type: 'string' }, skip: { type: 'string', default: '' }, id: { type: 'string' } },
});

const folder = path.join(sharedRoot, 'conformance/admission');
const skipped = new Set(values.skip.split(','));
const kinds = loadKinds();

function readCases(name: string): AdmissionCase[] {
  const lines = readFileSync(path.join(folder, `${name}.jsonl`), 'utf8').split('\n');
  const cases = lines.filter(Boolean).map(readCase);
  return cases.filter(({ id, state, verdict }) => !state && !skipped.has(verdict) && (values.id === undefined || values.id === id));
}

const share = (part: number, all: number): string => `${((100 * (all - part)) / Math.max(1, all)).toFixed(1)} %`;

const names = readdirSync(folder)
  .filter(name => name.endsWith('.jsonl') && name !== 'updates.jsonl')
  .map(name => name.slice(0, -'.jsonl'.length));
const chosen = positionals.length === 0 ? names : positionals;

const COUNTED = ['cases', 'verdict', 'causes', 'messages', 'warnings', 'refused falsely'] as const;

const shown: string[] = [];
const rows: Record<string, Record<string, string | number>> = {};
const total = { cases: 0, verdict: 0, causes: 0, messages: 0, warnings: 0, 'refused falsely': 0 };
for (const name of chosen) {
  const cases = readCases(name);
  const own = { cases: cases.length, verdict: 0, causes: 0, messages: 0, warnings: 0, 'refused falsely': 0 };
  for (const each of cases) {
    const predicted = predict(each.yaml, kinds);
    const found: Deviation[] = compare(each, predicted);
    for (const { what } of found) own[what]++;
    if (each.verdict === 'accept' && predicted.verdict !== 'accept') own['refused falsely']++;
    for (const { what, recorded, predicted: ours } of found.filter(deviation => values.what === undefined || deviation.what === values.what)) {
      shown.push(
        `--- ${each.id} ${what}: ${each.mutation}\n${values.id === undefined ? '' : each.yaml}  recorded:  ${recorded.replaceAll('\n', '\n             ')}\n  predicted: ${ours.replaceAll('\n', '\n             ')}`,
      );
    }
  }
  for (const key of COUNTED) total[key] += own[key];
  rows[name] = {
    cases: own.cases,
    verdict: share(own.verdict, own.cases),
    causes: share(own.verdict + own.causes, own.cases),
    messages: share(own.verdict + own.causes + own.messages, own.cases),
    warnings: share(own.warnings, own.cases),
    'refused falsely': own['refused falsely'],
  };
}
for (const text of shown.slice(0, Number(values.show))) console.log(text);
console.table(rows);
console.log(
  `${String(total.cases)} cases: verdict ${share(total.verdict, total.cases)}, causes ${share(total.verdict + total.causes, total.cases)}, messages ${share(total.verdict + total.causes + total.messages, total.cases)}, warnings ${share(total.warnings, total.cases)}, ${String(total['refused falsely'])} refused falsely`,
);
