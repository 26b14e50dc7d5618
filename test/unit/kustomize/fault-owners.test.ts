import { expect, test } from 'vitest';
import { FAULT_KINDS } from '../../../src/core/kustomize/fault.ts';
import { readKustomizationFile } from '../../../src/core/model/kustomization-file.ts';
import { SpanPlace } from '../../../src/core/yaml/place.ts';
import { parseSource } from '../../../src/core/yaml/parse-source.ts';
import { ruleFolders } from '../../harness/rules.ts';

function ownersOf(kind: string): readonly string[] {
  const file = parseSource('kustomization.yaml', 'resources: [web.yaml]\n');
  const kustomization = readKustomizationFile(file);
  const [document] = file.documents;
  if (!kustomization || !document) throw new Error('no kustomization');
  const fault = { kind, answer: '', at: new SpanPlace(document, { start: 0, end: 9 }), subject: 'web', directory: '.' };
  return ruleFolders.flatMap(({ id, rule }) => {
    if (rule.subject !== 'kustomization') return [];
    const check = rule.check.bind(rule) as (subject: unknown, context: unknown) => Iterable<unknown>;
    return [...check({ file: kustomization, faults: [], failures: [fault], unlisted: [] }, {})].map(() => id);
  });
}

test.each(FAULT_KINDS)('one rule tells "%s"', kind => {
  expect(ownersOf(kind)).toHaveLength(1);
});
