import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadKinds } from '../../src/node/load-kinds.ts';
import { describeShared } from '../harness/shared.ts';
import { readPackedCases, readRecordings, unpack } from './admission-cases.ts';
import { compare, predict, type Deviation } from './admission.ts';

const PACKED = new URL('admission.jsonl.br', import.meta.url);

/** Deviations that are known, each with its reason: `case<TAB>what<TAB>reason`. */
const KNOWN = readFileSync(new URL('admission-deviations.tsv', import.meta.url), 'utf8')
  .split('\n')
  .slice(1)
  .filter(Boolean);

const kinds = loadKinds();
const cases = readPackedCases(PACKED);
const judged = cases.map(recorded => ({ recorded, predicted: predict(recorded.yaml, kinds) }));
const deviations = judged.flatMap(({ recorded, predicted }) => compare(recorded, predicted));

const sharing = (...what: readonly Deviation['what'][]): number => 1 - deviations.filter(deviation => what.includes(deviation.what)).length / cases.length;

describe('the answer of a real API server', () => {
  it('has enough recordings to compare with', () => {
    expect(cases.length).toBeGreaterThan(9800);
  });

  it('refuses nothing that the server accepts', () => {
    const refused = judged.filter(({ recorded, predicted }) => recorded.verdict === 'accept' && predicted.verdict !== 'accept');
    expect(refused.map(({ recorded, predicted }) => `${recorded.id} ${JSON.stringify(predicted.causes)}`)).toEqual([]);
  });

  it('has the same verdict in 99.5 % of the cases, causes and warnings in 98 %, messages in 95 %', () => {
    expect(sharing('verdict')).toBeGreaterThanOrEqual(0.995);
    expect(sharing('verdict', 'causes')).toBeGreaterThanOrEqual(0.98);
    expect(sharing('warnings')).toBeGreaterThanOrEqual(0.98);
    expect(sharing('verdict', 'causes', 'messages')).toBeGreaterThanOrEqual(0.95);
  });

  it('differs only where the list of deviations says so, and why', () => {
    const [known, reasons] = [KNOWN.map(line => line.split('\t').slice(0, 2).join('\t')), KNOWN.map(line => line.split('\t')[2] ?? '')];
    expect(deviations.map(({ id, what }) => `${id}\t${what}`).sort()).toEqual(known.toSorted());
    expect(reasons.filter(reason => reason.trim() === '')).toEqual([]);
  });
});

describeShared('the packed recordings', 'conformance/admission', folder => {
  it('are those of the reference data', () => {
    expect(unpack(PACKED) === readRecordings(folder)).toBe(true);
  });
});
