// Written by `npm run generate` from the rule folders. Not edited by hand.
import type { AnyRule } from '../src/core/api.ts';
import apiVersionDeprecated from './api-version-deprecated/rule.ts';
import apiVersionRemoved from './api-version-removed/rule.ts';
import crdServesNoUsedVersion from './crd-serves-no-used-version/rule.ts';
import customApiVersionRemoved from './custom-api-version-removed/rule.ts';
import endpointSliceFqdnDeprecated from './endpoint-slice-fqdn-deprecated/rule.ts';
import endpointsDeprecated from './endpoints-deprecated/rule.ts';
import externalIpsDeprecated from './external-ips-deprecated/rule.ts';
import topologyAnnotationDeprecated from './topology-annotation-deprecated/rule.ts';
import trafficDistributionRenamed from './traffic-distribution-renamed/rule.ts';

export const rules: readonly AnyRule[] = [
  apiVersionDeprecated,
  apiVersionRemoved,
  crdServesNoUsedVersion,
  customApiVersionRemoved,
  endpointSliceFqdnDeprecated,
  endpointsDeprecated,
  externalIpsDeprecated,
  topologyAnnotationDeprecated,
  trafficDistributionRenamed,
];
