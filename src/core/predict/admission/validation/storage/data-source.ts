import type { PersistentVolumeClaimSpec, TypedObjectReference } from 'kubernetes-types/core/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { dns1123SubdomainFaults } from '../../formats.ts';
import { isEmpty, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import { refuseFaults, requireField } from '../meta/text.ts';

type Source = Cursor<TypedObjectReference>;

/** A source is reported at each of the two fields that tell it, of which the server fills in the other. */
function validateDataSource(source: Source, to: Refusals, path: string): void {
  const [name, kind, group] = [source.get('name'), source.get('kind'), source.get('apiGroup')];
  requireField(name, to, { check: 'storage/data-source-required', options: { field: `${path}.name` } });
  requireField(kind, to, { check: 'storage/data-source-required', options: { field: `${path}.kind` } });
  const kindName = textOf(kind);
  if (isEmpty(group) && kindName !== undefined && kindName !== 'PersistentVolumeClaim') {
    to.invalid('storage/data-source-kind', source, "must be 'PersistentVolumeClaim' when referencing the default apiGroup", { field: path, value: kindName });
  }
  refuseFaults(group, to, { check: 'storage/data-source-group', options: { field: `${path}.apiGroup` } }, dns1123SubdomainFaults);
}

/** `dataSource` alone knows claims and snapshots; the server drops any other kind there without a word. */
function isKept(source: Source): boolean {
  const [kind, group] = [textOf(source.get('kind')), textOf(source.get('apiGroup'))];
  return (kind === 'PersistentVolumeClaim' && group === '') || (kind === 'VolumeSnapshot' && group === 'snapshot.storage.k8s.io');
}

/** Both told: they must be the same. */
function validateSourcesAgree(spec: Cursor<PersistentVolumeClaimSpec>, to: Refusals, reference: Source): void {
  const source = spec.get('dataSource').as<TypedObjectReference>();
  const differs = (['kind', 'name', 'apiGroup'] as const).some(field => {
    const [left, right] = [textOf(source.get(field)), textOf(reference.get(field))];
    return left !== undefined && right !== undefined && left !== right;
  });
  if (differs) to.invalid('storage/data-sources-differ', source, 'must match dataSourceRef', { field: spec.fieldPath, value: {} });
}

/**
 * What a claim is to be filled from. `dataSourceRef` to another namespace is dropped by servers with default settings. In templates the
 * fields stand as they are written, so that only what both ways refuse is told.
 */
export function validateDataSources(spec: Cursor<PersistentVolumeClaimSpec>, to: Refusals, isTemplate: boolean): void {
  const source = spec.get('dataSource').as<TypedObjectReference>();
  const reference = spec.get('dataSourceRef');
  if (source.isUnknown || reference.isUnknown || (reference.isMapping && textOf(reference.get('namespace')) === undefined)) return;
  const hasReference = reference.isMapping && textOf(reference.get('namespace')) === '';
  const hasSource = source.isMapping && (reference.isMapping ? hasReference || isKept(source) : isKept(source));
  const [sourcePath, referencePath] = [source.fieldPath, reference.fieldPath];
  if (hasSource) validateDataSource(source, to, sourcePath);
  else if (hasReference && !isTemplate) validateDataSource(reference, to, sourcePath);
  if (hasReference) validateDataSource(reference, to, referencePath);
  else if (hasSource && !isTemplate) validateDataSource(source, to, referencePath);
  if (hasSource && hasReference) validateSourcesAgree(spec, to, reference);
}
