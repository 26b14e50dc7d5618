// Written by `npm run generate` from the rule folders. Not edited by hand.
import type { AnyRule } from '../src/core/api.ts';
import appProtocolInvalid from './app-protocol-invalid/rule.ts';
import appProtocolUnknown from './app-protocol-unknown/rule.ts';
import clusterIpsInvalid from './cluster-ips-invalid/rule.ts';
import endpointsAddressInvalid from './endpoints-address-invalid/rule.ts';
import externalIpInvalid from './external-ip-invalid/rule.ts';
import externalNameHasClusterIp from './external-name-has-cluster-ip/rule.ts';
import externalNameInvalid from './external-name-invalid/rule.ts';
import externalNameMissing from './external-name-missing/rule.ts';
import externalTrafficPolicyOnClusterIp from './external-traffic-policy-on-cluster-ip/rule.ts';
import headlessServiceNotClusterIp from './headless-service-not-cluster-ip/rule.ts';
import ipAddressNotCanonical from './ip-address-not-canonical/rule.ts';
import ipFamiliesInvalid from './ip-families-invalid/rule.ts';
import loadBalancerClassInvalid from './load-balancer-class-invalid/rule.ts';
import loadBalancerExposesKubeletPort from './load-balancer-exposes-kubelet-port/rule.ts';
import loadBalancerFieldOnOtherType from './load-balancer-field-on-other-type/rule.ts';
import loadBalancerSourceRangeInvalid from './load-balancer-source-range-invalid/rule.ts';
import nodePortOnClusterIp from './node-port-on-cluster-ip/rule.ts';
import objectNameMissing from './object-name-missing/rule.ts';
import serviceFieldDropped from './service-field-dropped/rule.ts';
import serviceFieldIgnored from './service-field-ignored/rule.ts';
import serviceHasNoPorts from './service-has-no-ports/rule.ts';
import serviceNameInvalid from './service-name-invalid/rule.ts';
import servicePortDuplicated from './service-port-duplicated/rule.ts';
import servicePortNameInvalid from './service-port-name-invalid/rule.ts';
import servicePortUnnamed from './service-port-unnamed/rule.ts';
import sessionAffinityTimeoutInvalid from './session-affinity-timeout-invalid/rule.ts';
import targetPortNameInvalid from './target-port-name-invalid/rule.ts';
import targetPortQuoted from './target-port-quoted/rule.ts';
import topologyAnnotationsConflict from './topology-annotations-conflict/rule.ts';
import trafficDistributionUnsupported from './traffic-distribution-unsupported/rule.ts';
import workloadSelectorMismatch from './workload-selector-mismatch/rule.ts';

export const rules: readonly AnyRule[] = [
  appProtocolInvalid,
  appProtocolUnknown,
  clusterIpsInvalid,
  endpointsAddressInvalid,
  externalIpInvalid,
  externalNameHasClusterIp,
  externalNameInvalid,
  externalNameMissing,
  externalTrafficPolicyOnClusterIp,
  headlessServiceNotClusterIp,
  ipAddressNotCanonical,
  ipFamiliesInvalid,
  loadBalancerClassInvalid,
  loadBalancerExposesKubeletPort,
  loadBalancerFieldOnOtherType,
  loadBalancerSourceRangeInvalid,
  nodePortOnClusterIp,
  objectNameMissing,
  serviceFieldDropped,
  serviceFieldIgnored,
  serviceHasNoPorts,
  serviceNameInvalid,
  servicePortDuplicated,
  servicePortNameInvalid,
  servicePortUnnamed,
  sessionAffinityTimeoutInvalid,
  targetPortNameInvalid,
  targetPortQuoted,
  topologyAnnotationsConflict,
  trafficDistributionUnsupported,
  workloadSelectorMismatch,
];
