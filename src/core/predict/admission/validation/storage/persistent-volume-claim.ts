import type { PersistentVolumeClaim, PersistentVolumeClaimSpec } from 'kubernetes-types/core/v1.d.ts';
import { isWhole, readQuantity, renderQuantity, roundToMilli } from '../../../../model/quantity.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import type { Untyped } from '../../../../yaml/untyped.ts';
import { dns1123SubdomainFaults } from '../../formats.ts';
import { isEmpty, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import { validateDataSources } from './data-source.ts';
import { validateLabelSelector } from '../meta/label-selector.ts';
import { refuseFaults, refuseUnsupported } from '../meta/text.ts';

export const ACCESS_MODES = ['ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOnce', 'ReadWriteOncePod'];
export const VOLUME_MODES = ['Block', 'Filesystem'];

/** Classes of volume attributes are kept since 1.34; servers before drop the field by default. */
export const VOLUME_ATTRIBUTES_CLASS = { since: 34 } as const;

/** What may be done with a volume, and by how many: the mode for one pod stands alone. */
export function validateAccessModes(modes: Cursor<string[]>, to: Refusals): void {
  const texts = modes.items().map(mode => textOf(mode));
  for (const mode of texts) {
    if (mode !== undefined && !ACCESS_MODES.includes(mode)) to.notSupported('storage/access-mode-unsupported', modes, ACCESS_MODES, { value: mode });
  }
  const hasOther = texts.some(mode => mode !== undefined && mode !== 'ReadWriteOncePod' && ACCESS_MODES.includes(mode));
  if (texts.includes('ReadWriteOncePod') && hasOther && !modes.isOpen) {
    to.forbidden('storage/access-modes', modes, 'may not use ReadWriteOncePod with other access modes');
  }
}

/** The size that is asked for. The server reports it at `resources[storage]`. */
function validateStorageRequest(spec: Cursor<PersistentVolumeClaimSpec>, to: Refusals): void {
  const request = spec.get('resources').get('requests').as<Untyped>().get('storage');
  const options = { field: `${spec.get('resources').fieldPath}[storage]` };
  if (!request.isWritten && request.isAbsent) to.required('storage/request-required', request, undefined, options);
  const size = request.isAbsent && request.isWritten ? { nanos: 0n, format: 'decimal' as const } : readQuantity(request);
  if (size && size.nanos <= 0n) to.invalid('storage/size', request, 'must be greater than zero', { ...options, value: renderQuantity(size) });
}

/** The spec of a claim, of a claim template of a StatefulSet, and of that of an ephemeral volume (`isTemplate`). */
export function validatePersistentVolumeClaimSpec(
  spec: Cursor<PersistentVolumeClaimSpec>,
  to: Refusals,
  { isTemplate = false }: { readonly isTemplate?: boolean } = {},
): void {
  const modes = spec.get('accessModes');
  if (isEmpty(modes)) to.required('storage/access-modes-required', modes, 'at least 1 access mode is required');
  if (spec.get('selector').isMapping) validateLabelSelector(spec.get('selector'), to);
  validateAccessModes(modes, to);
  validateStorageRequest(spec, to);
  refuseFaults(spec.get('storageClassName'), to, { check: 'storage/class-name' }, dns1123SubdomainFaults);
  refuseUnsupported(spec.get('volumeMode'), to, { check: 'storage/volume-mode-unsupported' }, VOLUME_MODES);
  validateDataSources(spec, to, isTemplate);
  refuseFaults(spec.get('volumeAttributesClassName'), to, { check: 'storage/class-name', options: VOLUME_ATTRIBUTES_CLASS }, dns1123SubdomainFaults);
}

/** Warns of sizes that are no whole number of bytes. `path` is what the server calls the spec. */
export function warnOfClaimSizes(spec: Cursor<PersistentVolumeClaimSpec>, to: Refusals, path = spec.fieldPath): void {
  for (const kind of ['requests', 'limits'] as const) {
    const at = spec
      .get('resources')
      .get(kind)
      .entries()
      .find(({ key }) => key === 'storage')?.value;
    const written = at && readQuantity(at);
    const size = written && roundToMilli(written);
    if (!size || isWhole(size)) continue;
    to.warn(
      'storage/fractional-size-warning',
      at,
      `${path}.resources.${kind}[storage]: fractional byte value ${JSON.stringify(renderQuantity(size))} is invalid, must be an integer`,
    );
  }
}

export const STORAGE_CLASS_ANNOTATION = 'volume.beta.kubernetes.io/storage-class';

/** Warns of an annotation that a field has taken the place of. */
export function warnOfAnnotation(object: Cursor, to: Refusals, key: string, said: string): void {
  const at = object
    .get('metadata')
    .get('annotations')
    .entries()
    .find(entry => entry.key === key)?.value;
  if (at) to.warn('storage/annotation-warning', at, `${at.fieldPath}: ${said}`);
}

export const STORAGE_CLASS_SAID = 'deprecated since v1.8; use "storageClassName" attribute instead';

export function validatePersistentVolumeClaim(claim: Cursor<PersistentVolumeClaim>, to: Refusals): void {
  validatePersistentVolumeClaimSpec(claim.get('spec'), to);
  warnOfAnnotation(claim.as(), to, STORAGE_CLASS_ANNOTATION, STORAGE_CLASS_SAID);
  warnOfClaimSizes(claim.get('spec'), to);
}
