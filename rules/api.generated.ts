// Written by `npm run generate` from the rule folders. Not edited by hand.
import type { AnyRule } from '../src/core/api.ts';
import containerNameDuplicated from './container-name-duplicated/rule.ts';
import containerPortNameDuplicated from './container-port-name-duplicated/rule.ts';
import containerPortNameInvalid from './container-port-name-invalid/rule.ts';
import envDuplicated from './env-duplicated/rule.ts';
import envReferenceUndefined from './env-reference-undefined/rule.ts';
import envValueConflicts from './env-value-conflicts/rule.ts';
import hostNetworkPortMismatch from './host-network-port-mismatch/rule.ts';
import hostPortDuplicated from './host-port-duplicated/rule.ts';
import initContainerProbeForbidden from './init-container-probe-forbidden/rule.ts';
import objectNameMissing from './object-name-missing/rule.ts';
import podDnsSettingsInvalid from './pod-dns-settings-invalid/rule.ts';
import podEntryDuplicated from './pod-entry-duplicated/rule.ts';
import portOutOfRange from './port-out-of-range/rule.ts';
import probeHandlerInvalid from './probe-handler-invalid/rule.ts';
import quantityInvalid from './quantity-invalid/rule.ts';
import quantitySuspicious from './quantity-suspicious/rule.ts';
import resourceRequestExceedsLimit from './resource-request-exceeds-limit/rule.ts';
import storageTemplateInvalid from './storage-template-invalid/rule.ts';
import volumeDuplicated from './volume-duplicated/rule.ts';
import volumeMountUndefined from './volume-mount-undefined/rule.ts';
import volumeUnused from './volume-unused/rule.ts';
import workloadSelectorMismatch from './workload-selector-mismatch/rule.ts';

export const rules: readonly AnyRule[] = [
  containerNameDuplicated,
  containerPortNameDuplicated,
  containerPortNameInvalid,
  envDuplicated,
  envReferenceUndefined,
  envValueConflicts,
  hostNetworkPortMismatch,
  hostPortDuplicated,
  initContainerProbeForbidden,
  objectNameMissing,
  podDnsSettingsInvalid,
  podEntryDuplicated,
  portOutOfRange,
  probeHandlerInvalid,
  quantityInvalid,
  quantitySuspicious,
  resourceRequestExceedsLimit,
  storageTemplateInvalid,
  volumeDuplicated,
  volumeMountUndefined,
  volumeUnused,
  workloadSelectorMismatch,
];
