// Written by `npm run generate` from the rule folders. Not edited by hand.
import type { AnyRule } from '../src/core/api.ts';
import annotationInvalid from './annotation-invalid/rule.ts';
import apiWarning from './api-warning/rule.ts';
import appProtocolInvalid from './app-protocol-invalid/rule.ts';
import clusterIpsInvalid from './cluster-ips-invalid/rule.ts';
import configMapKeyInvalid from './config-map-key-invalid/rule.ts';
import containerNameDuplicated from './container-name-duplicated/rule.ts';
import containerPortNameDuplicated from './container-port-name-duplicated/rule.ts';
import containerPortNameInvalid from './container-port-name-invalid/rule.ts';
import crdInvalid from './crd-invalid/rule.ts';
import cronJobScheduleInvalid from './cron-job-schedule-invalid/rule.ts';
import endpointsAddressInvalid from './endpoints-address-invalid/rule.ts';
import envDuplicated from './env-duplicated/rule.ts';
import envValueConflicts from './env-value-conflicts/rule.ts';
import externalIpInvalid from './external-ip-invalid/rule.ts';
import externalNameHasClusterIp from './external-name-has-cluster-ip/rule.ts';
import externalNameInvalid from './external-name-invalid/rule.ts';
import externalNameMissing from './external-name-missing/rule.ts';
import externalTrafficPolicyOnClusterIp from './external-traffic-policy-on-cluster-ip/rule.ts';
import headlessServiceNotClusterIp from './headless-service-not-cluster-ip/rule.ts';
import hostNetworkPortMismatch from './host-network-port-mismatch/rule.ts';
import hostPortDuplicated from './host-port-duplicated/rule.ts';
import hpaReplicasInvalid from './hpa-replicas-invalid/rule.ts';
import ingressBackendInvalid from './ingress-backend-invalid/rule.ts';
import ingressClassInvalid from './ingress-class-invalid/rule.ts';
import ingressClassSetTwice from './ingress-class-set-twice/rule.ts';
import ingressHostInvalid from './ingress-host-invalid/rule.ts';
import ingressPathInvalid from './ingress-path-invalid/rule.ts';
import ingressPathTypeMissing from './ingress-path-type-missing/rule.ts';
import ingressPathsMissing from './ingress-paths-missing/rule.ts';
import ingressSpecEmpty from './ingress-spec-empty/rule.ts';
import initContainerProbeForbidden from './init-container-probe-forbidden/rule.ts';
import ipAddressNotCanonical from './ip-address-not-canonical/rule.ts';
import ipFamiliesInvalid from './ip-families-invalid/rule.ts';
import labelInvalid from './label-invalid/rule.ts';
import labelSelectorInvalid from './label-selector-invalid/rule.ts';
import loadBalancerClassInvalid from './load-balancer-class-invalid/rule.ts';
import loadBalancerExposesKubeletPort from './load-balancer-exposes-kubelet-port/rule.ts';
import loadBalancerFieldOnOtherType from './load-balancer-field-on-other-type/rule.ts';
import loadBalancerSourceRangeInvalid from './load-balancer-source-range-invalid/rule.ts';
import namespaceNameInvalid from './namespace-name-invalid/rule.ts';
import nodePortOnClusterIp from './node-port-on-cluster-ip/rule.ts';
import objectNameInvalid from './object-name-invalid/rule.ts';
import objectNameMissing from './object-name-missing/rule.ts';
import objectRefused from './object-refused/rule.ts';
import podDnsSettingsInvalid from './pod-dns-settings-invalid/rule.ts';
import podEntryDuplicated from './pod-entry-duplicated/rule.ts';
import portOutOfRange from './port-out-of-range/rule.ts';
import probeHandlerInvalid from './probe-handler-invalid/rule.ts';
import quantityInvalid from './quantity-invalid/rule.ts';
import resourceRequestExceedsLimit from './resource-request-exceeds-limit/rule.ts';
import restartPolicyUnsupported from './restart-policy-unsupported/rule.ts';
import roleBindingInvalid from './role-binding-invalid/rule.ts';
import rollingUpdateBlocked from './rolling-update-blocked/rule.ts';
import secretDataNotOfType from './secret-data-not-of-type/rule.ts';
import serviceFieldIgnored from './service-field-ignored/rule.ts';
import serviceHasNoPorts from './service-has-no-ports/rule.ts';
import serviceNameInvalid from './service-name-invalid/rule.ts';
import servicePortDuplicated from './service-port-duplicated/rule.ts';
import servicePortNameInvalid from './service-port-name-invalid/rule.ts';
import servicePortUnnamed from './service-port-unnamed/rule.ts';
import sessionAffinityTimeoutInvalid from './session-affinity-timeout-invalid/rule.ts';
import storageTemplateInvalid from './storage-template-invalid/rule.ts';
import targetPortNameInvalid from './target-port-name-invalid/rule.ts';
import targetPortQuoted from './target-port-quoted/rule.ts';
import topologyAnnotationsConflict from './topology-annotations-conflict/rule.ts';
import trafficDistributionUnsupported from './traffic-distribution-unsupported/rule.ts';
import volumeDuplicated from './volume-duplicated/rule.ts';
import volumeMountUndefined from './volume-mount-undefined/rule.ts';
import webhookInvalid from './webhook-invalid/rule.ts';
import workloadOwnedLabelSet from './workload-owned-label-set/rule.ts';
import workloadSelectorEmpty from './workload-selector-empty/rule.ts';
import workloadSelectorMismatch from './workload-selector-mismatch/rule.ts';

export const rules: readonly AnyRule[] = [
  annotationInvalid,
  apiWarning,
  appProtocolInvalid,
  clusterIpsInvalid,
  configMapKeyInvalid,
  containerNameDuplicated,
  containerPortNameDuplicated,
  containerPortNameInvalid,
  crdInvalid,
  cronJobScheduleInvalid,
  endpointsAddressInvalid,
  envDuplicated,
  envValueConflicts,
  externalIpInvalid,
  externalNameHasClusterIp,
  externalNameInvalid,
  externalNameMissing,
  externalTrafficPolicyOnClusterIp,
  headlessServiceNotClusterIp,
  hostNetworkPortMismatch,
  hostPortDuplicated,
  hpaReplicasInvalid,
  ingressBackendInvalid,
  ingressClassInvalid,
  ingressClassSetTwice,
  ingressHostInvalid,
  ingressPathInvalid,
  ingressPathTypeMissing,
  ingressPathsMissing,
  ingressSpecEmpty,
  initContainerProbeForbidden,
  ipAddressNotCanonical,
  ipFamiliesInvalid,
  labelInvalid,
  labelSelectorInvalid,
  loadBalancerClassInvalid,
  loadBalancerExposesKubeletPort,
  loadBalancerFieldOnOtherType,
  loadBalancerSourceRangeInvalid,
  namespaceNameInvalid,
  nodePortOnClusterIp,
  objectNameInvalid,
  objectNameMissing,
  objectRefused,
  podDnsSettingsInvalid,
  podEntryDuplicated,
  portOutOfRange,
  probeHandlerInvalid,
  quantityInvalid,
  resourceRequestExceedsLimit,
  restartPolicyUnsupported,
  roleBindingInvalid,
  rollingUpdateBlocked,
  secretDataNotOfType,
  serviceFieldIgnored,
  serviceHasNoPorts,
  serviceNameInvalid,
  servicePortDuplicated,
  servicePortNameInvalid,
  servicePortUnnamed,
  sessionAffinityTimeoutInvalid,
  storageTemplateInvalid,
  targetPortNameInvalid,
  targetPortQuoted,
  topologyAnnotationsConflict,
  trafficDistributionUnsupported,
  volumeDuplicated,
  volumeMountUndefined,
  webhookInvalid,
  workloadOwnedLabelSet,
  workloadSelectorEmpty,
  workloadSelectorMismatch,
];
