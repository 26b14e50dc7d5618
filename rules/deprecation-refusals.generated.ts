// Written by `npm run generate` from the rule folders. Not edited by hand.
import type { AnyRule } from '../src/core/api.ts';
import annotationSuperseded from './annotation-superseded/rule.ts';
import apiVersionDeprecated from './api-version-deprecated/rule.ts';
import apiVersionRemoved from './api-version-removed/rule.ts';
import crdServesNoUsedVersion from './crd-serves-no-used-version/rule.ts';
import customApiVersionRemoved from './custom-api-version-removed/rule.ts';
import endpointSliceFqdnDeprecated from './endpoint-slice-fqdn-deprecated/rule.ts';
import endpointsDeprecated from './endpoints-deprecated/rule.ts';
import externalIpsDeprecated from './external-ips-deprecated/rule.ts';
import ingressClassAnnotationDeprecated from './ingress-class-annotation-deprecated/rule.ts';
import nodeLabelDeprecated from './node-label-deprecated/rule.ts';
import topologyAnnotationDeprecated from './topology-annotation-deprecated/rule.ts';
import trafficDistributionRenamed from './traffic-distribution-renamed/rule.ts';
import volumeTypeRemoved from './volume-type-removed/rule.ts';

export const rules: readonly AnyRule[] = [
  annotationSuperseded,
  apiVersionDeprecated,
  apiVersionRemoved,
  crdServesNoUsedVersion,
  customApiVersionRemoved,
  endpointSliceFqdnDeprecated,
  endpointsDeprecated,
  externalIpsDeprecated,
  ingressClassAnnotationDeprecated,
  nodeLabelDeprecated,
  topologyAnnotationDeprecated,
  trafficDistributionRenamed,
  volumeTypeRemoved,
];
