import type { PersistentVolumeClaimTemplate } from 'kubernetes-types/core/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import type { Untyped } from '../../../../yaml/untyped.ts';
import { dns1123SubdomainFaults } from '../../formats.ts';
import type { Refusals } from '../../refusals.ts';
import { validateAnnotations, validateLabels } from '../meta/labels.ts';
import { validatePersistentVolumeClaimSpec } from './persistent-volume-claim.ts';
import { textOf } from '../../read.ts';
import type { SourceCheck } from './volume-source.ts';

/** All of metadata but labels and annotations: the claim gets its own. */
const FORBIDDEN_METADATA = [
  'name',
  'generateName',
  'namespace',
  'uid',
  'resourceVersion',
  'generation',
  'finalizers',
  'ownerReferences',
  'managedFields',
  'selfLink',
];

function validateClaimTemplate(template: Cursor<PersistentVolumeClaimTemplate>, to: Refusals): void {
  const metadata = template.get('metadata');
  validateAnnotations(metadata.get('annotations'), to);
  validateLabels(metadata.get('labels'), to);
  for (const field of FORBIDDEN_METADATA) {
    const at = metadata.as<Untyped>().get(field);
    if (at.isPresent && textOf(at) !== '')
      to.forbidden('volume/claim-metadata', at, 'cannot be set', { field: `${metadata.fieldPath}.${field === 'uid' ? 'uID' : field}` });
  }
  validatePersistentVolumeClaimSpec(template.get('spec'), to, { isTemplate: true });
}

/** A volume whose claim is made with the pod. */
export const validateEphemeral: SourceCheck = (ephemeral, to, { volume, name, claimName }) => {
  const template = ephemeral.get('volumeClaimTemplate');
  if (template.isAbsent) to.required('volume/source-field-required', template);
  else validateClaimTemplate(template.as(), to);
  if (claimName === undefined) return;
  for (const fault of dns1123SubdomainFaults(claimName)) {
    to.invalid('volume/claim-name', name, `PVC name ${JSON.stringify(claimName)}: ${fault}`, { field: `${volume.fieldPath}.name` });
  }
};
