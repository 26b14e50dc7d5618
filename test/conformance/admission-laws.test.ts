import { describe, expect, it } from 'vitest';
import { groupBy } from '../../src/core/model/group-by.ts';
import { loadKinds } from '../../src/node/load-kinds.ts';
import { hideScalars } from '../harness/variations.ts';
import { readPackedCases } from './admission-cases.ts';
import { reviewCase, type AdmissionCase } from './admission.ts';

const kinds = loadKinds();

/** Cases of each kind, spread evenly over the recording. */
const PER_KIND = 15;

function sampleOf(cases: readonly AdmissionCase[]): readonly AdmissionCase[] {
  const step = Math.max(1, Math.floor(cases.length / PER_KIND));
  return cases.filter((_, i) => i % step === 0);
}

const cases = readPackedCases(new URL('admission.jsonl.br', import.meta.url)).filter(({ verdict }) => verdict === 'accept' || verdict === 'refuse');
const byKind = groupBy(cases, ({ kind }) => kind);

/** What is refused, without the values: they may stand in a message. */
function refusedBy(yaml: string): readonly string[] {
  return (reviewCase(yaml, kinds)?.causes ?? []).map(({ check, field }) => `${check} ${field}`);
}

/** What is refused of a manifest with one value hidden, and was not before. */
function accusedBlindly({ id, yaml }: AdmissionCase): string[] {
  const before = new Set(refusedBy(yaml));
  return [...hideScalars([{ path: 'case.yaml', text: yaml }])].flatMap(({ what, files }) => {
    const fresh = refusedBy(files[0]?.text ?? '').filter(cause => !before.has(cause));
    return fresh.map(cause => `${id} ${what}: ${cause}`);
  });
}

describe('a value that is not known', () => {
  it.each([...byKind.keys()])('in a %s refuses nothing', kind => {
    expect(sampleOf(byKind.get(kind) ?? []).flatMap(accusedBlindly)).toEqual([]);
  });
});
