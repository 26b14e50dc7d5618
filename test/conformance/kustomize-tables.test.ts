import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { FieldSpec } from '../../src/core/kustomize/kustomization.ts';
import * as fields from '../../src/core/kustomize/tables/field-specs.ts';
import { FIRST_KINDS, LAST_KINDS } from '../../src/core/kustomize/tables/kind-order.ts';
import { NAME_REFERENCES } from '../../src/core/kustomize/tables/name-references.ts';
import { VAR_REFERENCES } from '../../src/core/kustomize/tables/var-references.ts';
import { describeShared } from '../harness/shared.ts';

type Spec = Partial<FieldSpec>;

function textsOf(specs: readonly Spec[]): readonly string[] {
  return specs.map(({ group = '', version = '', kind = '', path: at = '', create = false }) => `${group}|${version}|${kind}|${at}|${String(create)}`).sort();
}

interface FieldTable {
  readonly namespace: { readonly fieldSpecs: readonly Spec[] };
  readonly labels: Readonly<Record<string, readonly Spec[]>>;
  readonly commonAnnotations: readonly Spec[];
  readonly images: Readonly<Record<string, readonly Spec[]>>;
  readonly replicas: readonly Spec[];
  readonly varReference: readonly Spec[];
  readonly legacyOrder: { readonly orderFirst: readonly string[]; readonly orderLast: readonly string[] };
}

interface ReferenceTable {
  readonly entries: readonly { readonly target: Spec; readonly referrers: readonly Spec[] }[];
}

describeShared('the tables of kustomize', 'tables', folder => {
  const table = JSON.parse(readFileSync(path.join(folder, 'kustomize-fieldspecs.json'), 'utf8')) as FieldTable;
  const references = JSON.parse(readFileSync(path.join(folder, 'kustomize-name-refs.json'), 'utf8')) as ReferenceTable;

  it.each([
    ['namespace', fields.NAMESPACE_FIELDS, table.namespace.fieldSpecs],
    ['labels of templates', fields.TEMPLATE_LABEL_FIELDS, table.labels['includeTemplates'] ?? []],
    ['labels of selectors', fields.SELECTOR_LABEL_FIELDS, table.labels['includeSelectors / commonLabels'] ?? []],
    ['annotations', fields.ANNOTATION_FIELDS, table.commonAnnotations],
    ['images', fields.IMAGE_FIELDS, table.images['pass2 fieldSpecs'] ?? []],
    ['replicas', fields.REPLICA_FIELDS, table.replicas],
    ['vars', VAR_REFERENCES, table.varReference],
  ])('hold the fields of %s', (_, own, recorded) => {
    expect(textsOf(own)).toEqual(textsOf(recorded));
  });

  it('hold the fields that name objects, by kind, in the order in which they are gone through', () => {
    expect(NAME_REFERENCES.map(target => [textsOf([target]), textsOf(target.fieldSpecs)])).toEqual(
      references.entries.map(({ target, referrers }) => [textsOf([target]), textsOf(referrers)]),
    );
  });

  it('hold the order of kinds', () => {
    expect([FIRST_KINDS, LAST_KINDS]).toEqual([table.legacyOrder.orderFirst, table.legacyOrder.orderLast]);
  });
});
