// Written by `npm run generate` from the rule folders. Not edited by hand.
import type { AnyRule } from '../src/core/api.ts';
import clusterIpHardcoded from './cluster-ip-hardcoded/rule.ts';
import clusterIpTaken from './cluster-ip-taken/rule.ts';
import clusterIpsWithoutCommonNetwork from './cluster-ips-without-common-network/rule.ts';
import containerListensOnLocalhost from './container-listens-on-localhost/rule.ts';
import containerPortContradictsArgs from './container-port-contradicts-args/rule.ts';
import containerPortNameShadowed from './container-port-name-shadowed/rule.ts';
import containersBindSamePort from './containers-bind-same-port/rule.ts';
import endpointIsClusterIp from './endpoint-is-cluster-ip/rule.ts';
import endpointSliceClaimedByController from './endpoint-slice-claimed-by-controller/rule.ts';
import endpointSliceFqdnIgnored from './endpoint-slice-fqdn-ignored/rule.ts';
import endpointSliceLabelMissing from './endpoint-slice-label-missing/rule.ts';
import endpointsNotMirrored from './endpoints-not-mirrored/rule.ts';
import endpointsOverwrittenBySelector from './endpoints-overwritten-by-selector/rule.ts';
import endpointsPortNameMismatch from './endpoints-port-name-mismatch/rule.ts';
import endpointsServiceMissing from './endpoints-service-missing/rule.ts';
import externalNameChangesHost from './external-name-changes-host/rule.ts';
import externalNameIsIp from './external-name-is-ip/rule.ts';
import externalNameLoops from './external-name-loops/rule.ts';
import externalNamePortRemapped from './external-name-port-remapped/rule.ts';
import externalNameRelative from './external-name-relative/rule.ts';
import externalNameTargetMissing from './external-name-target-missing/rule.ts';
import externalTrafficPolicyDropsTraffic from './external-traffic-policy-drops-traffic/rule.ts';
import headlessEndpointsMissing from './headless-endpoints-missing/rule.ts';
import headlessHidesUnreadyPeers from './headless-hides-unready-peers/rule.ts';
import headlessPortRemapped from './headless-port-remapped/rule.ts';
import hostPortConflict from './host-port-conflict/rule.ts';
import initContainerPortsIgnored from './init-container-ports-ignored/rule.ts';
import internalTrafficPolicyDropsTraffic from './internal-traffic-policy-drops-traffic/rule.ts';
import loadBalancerHasNoProvider from './load-balancer-has-no-provider/rule.ts';
import nodePortShadowsHostPort from './node-port-shadows-host-port/rule.ts';
import nodePortTaken from './node-port-taken/rule.ts';
import notReadyAddressesPublished from './not-ready-addresses-published/rule.ts';
import probeHostIsNotPod from './probe-host-is-not-pod/rule.ts';
import probePathOutsideBasePath from './probe-path-outside-base-path/rule.ts';
import probePortUndeclared from './probe-port-undeclared/rule.ts';
import probePortUnresolved from './probe-port-unresolved/rule.ts';
import probeSchemeContradictsPort from './probe-scheme-contradicts-port/rule.ts';
import readinessGateUnserved from './readiness-gate-unserved/rule.ts';
import servicePodsInOtherNamespace from './service-pods-in-other-namespace/rule.ts';
import servicePortNumberReused from './service-port-number-reused/rule.ts';
import serviceSelectorIgnored from './service-selector-ignored/rule.ts';
import serviceSelectorMissing from './service-selector-missing/rule.ts';
import serviceSelectorVolatile from './service-selector-volatile/rule.ts';
import serviceSelectsJobPods from './service-selects-job-pods/rule.ts';
import serviceSelectsMissingOrdinal from './service-selects-missing-ordinal/rule.ts';
import serviceSelectsNoPods from './service-selects-no-pods/rule.ts';
import serviceSelectsScaledToZero from './service-selects-scaled-to-zero/rule.ts';
import serviceSelectsUnrelatedPods from './service-selects-unrelated-pods/rule.ts';
import serviceSkippedByKubeProxy from './service-skipped-by-kube-proxy/rule.ts';
import sessionAffinityIgnored from './session-affinity-ignored/rule.ts';
import statefulSetPodNamesTooLong from './stateful-set-pod-names-too-long/rule.ts';
import statefulSetServiceMissing from './stateful-set-service-missing/rule.ts';
import statefulSetServiceNotHeadless from './stateful-set-service-not-headless/rule.ts';
import statefulSetServiceSelectsOtherPods from './stateful-set-service-selects-other-pods/rule.ts';
import targetPortNumbersDiffer from './target-port-numbers-differ/rule.ts';
import targetPortOmitted from './target-port-omitted/rule.ts';
import targetPortPartlyUnresolved from './target-port-partly-unresolved/rule.ts';
import targetPortProtocolMismatch from './target-port-protocol-mismatch/rule.ts';
import targetPortUndeclared from './target-port-undeclared/rule.ts';
import targetPortUnresolved from './target-port-unresolved/rule.ts';
import topologyHintsIgnored from './topology-hints-ignored/rule.ts';
import workloadSelectorVolatile from './workload-selector-volatile/rule.ts';
import workloadSelectorsOverlap from './workload-selectors-overlap/rule.ts';

export const rules: readonly AnyRule[] = [
  clusterIpHardcoded,
  clusterIpTaken,
  clusterIpsWithoutCommonNetwork,
  containerListensOnLocalhost,
  containerPortContradictsArgs,
  containerPortNameShadowed,
  containersBindSamePort,
  endpointIsClusterIp,
  endpointSliceClaimedByController,
  endpointSliceFqdnIgnored,
  endpointSliceLabelMissing,
  endpointsNotMirrored,
  endpointsOverwrittenBySelector,
  endpointsPortNameMismatch,
  endpointsServiceMissing,
  externalNameChangesHost,
  externalNameIsIp,
  externalNameLoops,
  externalNamePortRemapped,
  externalNameRelative,
  externalNameTargetMissing,
  externalTrafficPolicyDropsTraffic,
  headlessEndpointsMissing,
  headlessHidesUnreadyPeers,
  headlessPortRemapped,
  hostPortConflict,
  initContainerPortsIgnored,
  internalTrafficPolicyDropsTraffic,
  loadBalancerHasNoProvider,
  nodePortShadowsHostPort,
  nodePortTaken,
  notReadyAddressesPublished,
  probeHostIsNotPod,
  probePathOutsideBasePath,
  probePortUndeclared,
  probePortUnresolved,
  probeSchemeContradictsPort,
  readinessGateUnserved,
  servicePodsInOtherNamespace,
  servicePortNumberReused,
  serviceSelectorIgnored,
  serviceSelectorMissing,
  serviceSelectorVolatile,
  serviceSelectsJobPods,
  serviceSelectsMissingOrdinal,
  serviceSelectsNoPods,
  serviceSelectsScaledToZero,
  serviceSelectsUnrelatedPods,
  serviceSkippedByKubeProxy,
  sessionAffinityIgnored,
  statefulSetPodNamesTooLong,
  statefulSetServiceMissing,
  statefulSetServiceNotHeadless,
  statefulSetServiceSelectsOtherPods,
  targetPortNumbersDiffer,
  targetPortOmitted,
  targetPortPartlyUnresolved,
  targetPortProtocolMismatch,
  targetPortUndeclared,
  targetPortUnresolved,
  topologyHintsIgnored,
  workloadSelectorVolatile,
  workloadSelectorsOverlap,
];
