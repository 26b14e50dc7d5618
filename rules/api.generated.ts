// Written by `npm run generate` from the rule folders. Not edited by hand.
import type { AnyRule } from '../src/core/api.ts';
import clusterIpsInvalid from './cluster-ips-invalid/rule.ts';
import externalNameHasClusterIp from './external-name-has-cluster-ip/rule.ts';
import externalNameInvalid from './external-name-invalid/rule.ts';
import externalNameMissing from './external-name-missing/rule.ts';
import headlessServiceNotClusterIp from './headless-service-not-cluster-ip/rule.ts';
import ipFamiliesInvalid from './ip-families-invalid/rule.ts';
import nodePortOnClusterIp from './node-port-on-cluster-ip/rule.ts';
import objectNameMissing from './object-name-missing/rule.ts';
import serviceHasNoPorts from './service-has-no-ports/rule.ts';
import serviceNameInvalid from './service-name-invalid/rule.ts';
import servicePortDuplicated from './service-port-duplicated/rule.ts';
import servicePortNameInvalid from './service-port-name-invalid/rule.ts';
import servicePortUnnamed from './service-port-unnamed/rule.ts';
import targetPortNameInvalid from './target-port-name-invalid/rule.ts';
import targetPortQuoted from './target-port-quoted/rule.ts';
import workloadSelectorMismatch from './workload-selector-mismatch/rule.ts';

export const rules: readonly AnyRule[] = [
  clusterIpsInvalid,
  externalNameHasClusterIp,
  externalNameInvalid,
  externalNameMissing,
  headlessServiceNotClusterIp,
  ipFamiliesInvalid,
  nodePortOnClusterIp,
  objectNameMissing,
  serviceHasNoPorts,
  serviceNameInvalid,
  servicePortDuplicated,
  servicePortNameInvalid,
  servicePortUnnamed,
  targetPortNameInvalid,
  targetPortQuoted,
  workloadSelectorMismatch,
];
