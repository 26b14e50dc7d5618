import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { predictEndpoints } from '../../src/core/predict/endpoints/predict-endpoints.ts';
import { valueOf } from '../../src/core/yaml/field.ts';
import { describeShared } from '../harness/shared.ts';
import { canonical, keyOf, recordSlice, type RecordedCluster } from './recording.ts';
import { readCluster, rigEnvironment } from './rig.ts';

function readLines(file: string | URL): readonly RecordedCluster[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter(line => line !== '').map(line => JSON.parse(line) as RecordedCluster);
}

/** What differs between a prediction and its recording; empty where they are equal. */
function differences({ yaml, services, refused }: RecordedCluster): string[] {
  const cluster = readCluster(yaml);
  const names = new Set(refused.map(({ object }) => object));
  const environment = rigEnvironment(resource => names.has(`${resource.kind}/${valueOf(resource.name) ?? ''}`));
  const predicted = cluster ? predictEndpoints(cluster, environment) : [];
  const byKey = new Map(predicted.map(endpoints => [keyOf(endpoints), endpoints]));
  const found: string[] = [];
  for (const key of new Set([...byKey.keys(), ...Object.keys(services)])) {
    const endpoints = byKey.get(key);
    const doubts = endpoints?.doubts.map(({ reason }) => `${key}: ${reason}`) ?? [];
    const [mine, theirs] = [canonical((endpoints?.slices ?? []).map(recordSlice)), canonical(services[key]?.slices ?? [])];
    found.push(...doubts);
    if (mine.join('\n') !== theirs.join('\n')) found.push(`${key}\n  predicted ${mine.join('\n    ')}\n  recorded  ${theirs.join('\n    ')}`);
  }
  return found;
}

function itEquals(recorded: readonly RecordedCluster[]): void {
  it(`predicts the slices of all ${String(recorded.length)} recorded clusters`, () => {
    const different = recorded.flatMap(cluster => {
      const found = differences(cluster);
      return found.length === 0 ? [] : [`${cluster.id} ${found.join('\n')}`];
    });
    expect(different.slice(0, 5).join('\n\n')).toBe('');
    expect(different).toHaveLength(0);
  });
}

describeShared('endpoints of the recorded clusters', 'conformance/endpoints/clusters.jsonl', file => {
  itEquals(readLines(file));
});

// A sample of the recording that covers its kinds, fields and outcomes, for a checkout without the reference data.
describe('endpoints of a sample of the recorded clusters', () => {
  itEquals(readLines(new URL('endpoints.jsonl', import.meta.url)));
});
