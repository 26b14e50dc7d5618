import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { describeShared, findShared } from '../harness/shared.ts';
import { FAULTS_OF, build, filesBelow, missingOrigins } from './kustomize.ts';

interface Recorded {
  readonly set: string;
  readonly builds: boolean;
  readonly sha256: string;
  readonly reason: string;
}

/** Sets that do not build equal, each with the reason. */
const KNOWN: Readonly<Record<string, string>> = {};

function readRecording(file: string): Recorded[] {
  const [, ...rows] = readFileSync(file, 'utf8').trim().split('\n');
  return rows.map(row => {
    const [set = '', exit = '', sha256 = '', , reason = ''] = row.split('\t');
    return { set, builds: exit === '0', sha256, reason };
  });
}

describeShared('kustomizations of the corpus, as kubectl kustomize builds them', 'conformance/kustomize/golden.tsv', file => {
  const corpus = findShared('corpus') ?? '';
  const recorded = readRecording(file);
  const files = filesBelow(corpus);
  const built = new Map(recorded.map(({ set }) => [set, build(set, { files })]));

  it('prints the same bytes', () => {
    const others = recorded.filter(({ set, builds, sha256 }) => {
      const { text, faults } = built.get(set) ?? { text: '', faults: [] };
      return builds && !(set in KNOWN) && (faults.length > 0 || createHash('sha256').update(text).digest('hex') !== sha256);
    });
    expect(others.map(({ set }) => `${set}: ${built.get(set)?.faults[0]?.answer ?? 'other bytes'}`)).toEqual([]);
    expect(recorded.filter(({ builds }) => builds).length).toBeGreaterThan(490);
  });

  it('refuses what kubectl refuses, for its reason', () => {
    const others = recorded.flatMap(({ set, builds, reason }) => {
      const kind = built.get(set)?.faults[0]?.kind;
      return builds || (kind && FAULTS_OF[reason]?.includes(kind)) ? [] : [`${set}: ${reason}, not ${kind ?? 'built'}`];
    });
    expect(others).toEqual([]);
  });

  it('knows the place of every node that it prints', () => {
    expect([...built].flatMap(([set, result]) => missingOrigins(result).map(fault => `${set}: ${fault}`))).toEqual([]);
  });

  it('names places of files that exist', () => {
    const unknown = [...built.values()].flatMap(({ faults, directory }) =>
      faults.filter(({ at }) => at.span.end > at.file.text.length || at.file.path === '').map(({ answer }) => `${directory}: ${answer}`),
    );
    expect(unknown).toEqual([]);
    expect(path.isAbsolute(corpus) || corpus !== '').toBe(true);
  });
});
