import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { buildClusters } from '../../src/core/model/build-clusters.ts';
import { reviewResource } from '../../src/core/predict/admission/review.ts';
import { parseSource } from '../../src/core/yaml/parse-source.ts';
import { loadKinds } from '../../src/node/load-kinds.ts';
import { describeShared } from '../harness/shared.ts';
import { ENGINES, RECORDED_TARGET } from './admission.ts';

interface RecordedObject {
  readonly file: string;
  readonly document: number;
  readonly apiVersion: string;
  readonly kind: string;
  readonly verdict: string;
  /** Passed the dry run and was refused when it was created. */
  readonly create?: { readonly message: string };
}

type Recording = Readonly<Record<string, Readonly<Record<'bad' | 'good', { readonly objects: readonly RecordedObject[] }>>>>;

const kinds = loadKinds();

function listFiles(folder: string, entry: string): string[] {
  const whole = path.join(folder, entry);
  return statSync(whole).isDirectory() ? readdirSync(whole, { recursive: true, encoding: 'utf8' }).map(name => `${entry}/${name}`) : [entry];
}

/** What only the recorded cluster knew: which definitions of other projects it had, and what stood in it already. */
function restsOnCluster({ apiVersion, verdict, create }: RecordedObject): boolean {
  const isForeign = verdict === 'unknown-kind' && !kinds.isBuiltInGroup(apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '');
  return isForeign || /already (?:allocated|exists)/.test(create?.message ?? '');
}

/** The verdict of every object of one side that differs from the recorded one. */
function differences(folder: string, side: 'bad' | 'good', objects: readonly RecordedObject[]): string[] {
  const entry = readdirSync(folder).find(name => name === side || name.startsWith(`${side}.`)) ?? side;
  const paths = listFiles(folder, entry).filter(name => statSync(path.join(folder, name)).isFile());
  const files = paths.map(name => parseSource(name, readFileSync(path.join(folder, name), 'utf8')));
  const { readings } = buildClusters(files, { target: RECORDED_TARGET, kinds });
  return objects.flatMap(recorded => {
    const { file, document, kind, verdict, create } = recorded;
    const own = readings.filter(reading => reading.document.file.path === file);
    if (verdict === 'yaml') return own.some(reading => reading.kind === 'unread') ? [] : [`${file}#${String(document)}: read, and kubectl cannot`];
    const resource = own.flatMap(({ resources }) => resources)[document];
    const wanted = verdict === 'accept' && !create ? 'accept' : 'refuse';
    const predicted = resource ? reviewResource(resource, kinds, RECORDED_TARGET, ENGINES).verdict : 'refuse';
    return predicted === wanted || restsOnCluster(recorded) ? [] : [`${file}#${String(document)} ${kind}: recorded ${verdict}, predicted ${predicted}`];
  });
}

/** Each with what keeps the two apart. */
const KNOWN: readonly string[] = [
  // A placeholder in a host: not known here, text for the server.
  'inghost-gcpcommunity-1926/bad bad.yaml#2 Ingress: recorded refuse, predicted unknown',
];

describeShared('admission of the incidents', 'conformance/incidents.json', file => {
  it('gives every object of both sides the verdict of the real server', () => {
    const recording = JSON.parse(readFileSync(file, 'utf8')) as Recording;
    const different = Object.entries(recording).flatMap(([name, sides]) =>
      (['bad', 'good'] as const).flatMap(side =>
        differences(path.join(path.dirname(file), '../incidents', name), side, sides[side].objects).map(text => `${name}/${side} ${text}`),
      ),
    );
    expect(different).toEqual(KNOWN);
  });
});
