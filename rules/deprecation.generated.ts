// Written by `npm run generate` from the rule folders. Not edited by hand.
import type { AnyRule } from '../src/core/api.ts';
import endpointSliceFqdnDeprecated from './endpoint-slice-fqdn-deprecated/rule.ts';
import endpointsDeprecated from './endpoints-deprecated/rule.ts';
import externalIpsDeprecated from './external-ips-deprecated/rule.ts';
import topologyAnnotationDeprecated from './topology-annotation-deprecated/rule.ts';
import trafficDistributionRenamed from './traffic-distribution-renamed/rule.ts';

export const rules: readonly AnyRule[] = [
  endpointSliceFqdnDeprecated,
  endpointsDeprecated,
  externalIpsDeprecated,
  topologyAnnotationDeprecated,
  trafficDistributionRenamed,
];
