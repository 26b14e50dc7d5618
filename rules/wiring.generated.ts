// Written by `npm run generate` from the rule folders. Not edited by hand.
import type { AnyRule } from '../src/core/api.ts';
import clusterIpHardcoded from './cluster-ip-hardcoded/rule.ts';
import clusterIpOutOfRange from './cluster-ip-out-of-range/rule.ts';
import clusterIpTaken from './cluster-ip-taken/rule.ts';
import externalNameIsIp from './external-name-is-ip/rule.ts';
import externalNameLoops from './external-name-loops/rule.ts';
import externalNamePortRemapped from './external-name-port-remapped/rule.ts';
import externalNameRelative from './external-name-relative/rule.ts';
import externalNameTargetMissing from './external-name-target-missing/rule.ts';
import externalTrafficPolicyDropsTraffic from './external-traffic-policy-drops-traffic/rule.ts';
import nodePortOutOfRange from './node-port-out-of-range/rule.ts';
import nodePortTaken from './node-port-taken/rule.ts';
import serviceSelectsNoPods from './service-selects-no-pods/rule.ts';
import serviceSkippedByKubeProxy from './service-skipped-by-kube-proxy/rule.ts';
import topologyHintsIgnored from './topology-hints-ignored/rule.ts';

export const rules: readonly AnyRule[] = [
  clusterIpHardcoded,
  clusterIpOutOfRange,
  clusterIpTaken,
  externalNameIsIp,
  externalNameLoops,
  externalNamePortRemapped,
  externalNameRelative,
  externalNameTargetMissing,
  externalTrafficPolicyDropsTraffic,
  nodePortOutOfRange,
  nodePortTaken,
  serviceSelectsNoPods,
  serviceSkippedByKubeProxy,
  topologyHintsIgnored,
];
