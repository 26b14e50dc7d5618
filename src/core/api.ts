/** All that a rule may see. Built-in rules and plugins import from here and from nowhere else. */
export { findNearest, nearness } from './text/near.ts';
export { encodeBase64, readBase64 } from './yaml/base64.ts';
export { Cursor } from './yaml/cursor.ts';
export { cursorAt, entryAt } from './yaml/entry-at.ts';
export { valueOf, valueOr } from './yaml/field.ts';
export type { Field } from './yaml/field.ts';
export { keyOf } from './yaml/key-of.ts';
export { Place, SpanPlace } from './yaml/place.ts';
export type { SyntaxProblem } from './yaml/problem.ts';
export type { SourceFile, YamlDocument } from './yaml/source-file.ts';
export type { Untyped } from './yaml/untyped.ts';
export type { KindInfo, Kinds } from './schema/kinds.ts';
export { isAddedKey } from './model/added-labels.ts';
export { allOf, anyOf } from './model/answer.ts';
export type { Answer } from './model/answer.ts';
export type { Cluster } from './model/cluster.ts';
export { containerLabelOf, containerPlaceOf, containerSubjectOf } from './model/container-label.ts';
export { neverRuns } from './model/cron-schedule.ts';
export { readDefinition } from './model/definitions.ts';
export {
  LEADER_ANNOTATION,
  MANAGED_BY_LABEL,
  MIRRORING_CONTROLLER,
  SERVICE_NAME_LABEL,
  SLICE_CONTROLLER,
  isLeftAlone,
  serviceNameOf,
} from './model/endpoints.ts';
export type { EndpointPort, EndpointSlice, Endpoints, WrittenEndpoints } from './model/endpoints.ts';
export { readIpAddress, renderIpAddress } from './model/ip-address.ts';
export type { JudgedKustomization, ReferenceFault } from './model/kustomization-faults.ts';
export type { Labels } from './model/labels.ts';
export { compareNamespaces, mayMeet, sameNamespace } from './model/namespace.ts';
export { podSatisfies, selectsPods } from './model/pod-match.ts';
export type { Container, ContainerPort, PodTemplate } from './model/pod.ts';
export { isPortName } from './model/port-name.ts';
export { parseQuantity, readQuantity } from './model/quantity.ts';
export { documentLabelOf, documentNameOf, isManifest } from './model/read-documents.ts';
export type { DocumentReading } from './model/read-documents.ts';
export type { KindName, Reference, ReferenceRow } from './model/references/reference.ts';
export { referencesOf } from './model/references/references.ts';
export { isKind, labelOf, nameplateOf } from './model/resource.ts';
export type { Resource } from './model/resource.ts';
export { candidatesOf } from './model/selection.ts';
export type { Selection } from './model/selection.ts';
export { isEmpty, satisfies, selects } from './model/selector.ts';
export type { Requirement, Selector } from './model/selector.ts';
export { isSelecting, portLabelOf } from './model/service.ts';
export type { Service, ServicePort } from './model/service.ts';
export { selectsSystemPods } from './model/system-pods.ts';
export { nearestTimeZone } from './model/time-zones.ts';
export { isMentionedElsewhere } from './predict/address-mentions.ts';
export type { Cause, Reason, Warning } from './predict/admission/cause.ts';
export type { CheckId } from './predict/admission/checks/index.ts';
export {
  dns1123LabelFaults,
  dns1123SubdomainFaults,
  portNameFaults,
  qualifiedNameFaults,
  wildcardDns1123SubdomainFaults,
} from './predict/admission/formats.ts';
export { findContainer, holderOf, holderSubjectOf } from './predict/admission/holder.ts';
export { findPodSpec, findVolume, volumeLabelOf, volumesOf } from './predict/admission/pod-parts.ts';
export type { Refusal } from './predict/admission/refusals-of.ts';
export { findNewNodeLabel } from './predict/admission/validation/pod/node-selector.ts';
export { readLegacyCidr, readLegacyIp } from './predict/admission/validation/service/ip-address.ts';
export { volumeTypesOf } from './predict/admission/validation/storage/volume-types.ts';
export { removedTypeOf } from './predict/admission/validation/storage/volume-warnings.ts';
export { adviceOf, fieldsLost, findNearKind, meansTheSame, successorOf } from './predict/api-versions.ts';
export { isAutoscaled } from './predict/autoscaling.ts';
export { backingPods, servicesOf } from './predict/backing-pods.ts';
export type { BackingPods } from './predict/backing-pods.ts';
export { clusterIpClaims, clusterIpConflicts, findClusterIpClaim, nodePortClaims, nodePortConflicts } from './predict/claims.ts';
export type { Claim, Conflict } from './predict/claims.ts';
export { declaredPlaceOf, declaredPorts, describeDeclared, evidentTarget, servicePortsTo } from './predict/declared-ports.ts';
export { findDuplicates } from './predict/duplicates.ts';
export type { Duplicate } from './predict/duplicates.ts';
export { findEmbeddedFault } from './predict/embedded-document.ts';
export type { EmbeddedFault } from './predict/embedded-document.ts';
export { findUndefinedReferences } from './predict/env-references.ts';
export type { UndefinedReference } from './predict/env-references.ts';
export { findLoop as findExternalLoop, findTarget as findExternalTarget, readExternalName } from './predict/external-name.ts';
export type { ExternalName } from './predict/external-name.ts';
export { fileModesOf } from './predict/file-modes.ts';
export { hostPortClaims, hostPortRivals, isSpread } from './predict/host-port-claims.ts';
export type { HostPortClaim } from './predict/host-port-claims.ts';
export { findJobPods } from './predict/job-pods.ts';
export type { JobPods } from './predict/job-pods.ts';
export { stockPortsOf } from './predict/listening/known-images.ts';
export { findListeners, isLocal } from './predict/listening/listeners.ts';
export type { Listener } from './predict/listening/listeners.ts';
export { dataReadBy, namesNumber } from './predict/listening/named-numbers.ts';
export { isSettled } from './predict/listening/settled.ts';
export { findCaller } from './predict/listening/targets.ts';
export type { Caller } from './predict/listening/targets.ts';
export { findProvision } from './predict/load-balancer-provider.ts';
export type { BarePlatform, Provision } from './predict/load-balancer-provider.ts';
export { findMisencoding } from './predict/misencoded-secret.ts';
export type { Misencoding } from './predict/misencoded-secret.ts';
export { findMisreadScalars } from './predict/misread-scalars.ts';
export type { MisreadScalar } from './predict/misread-scalars.ts';
export { findMissingOrdinal } from './predict/missing-ordinal.ts';
export type { MissingOrdinal } from './predict/missing-ordinal.ts';
export { findSplitPairs, isEvidentlyMeant, isLikelyMeant, rankPods, restsOnAddedLabels } from './predict/near-pods.ts';
export type { NearPods, SplitPairs, UnmetPair } from './predict/near-pods.ts';
export { findNeverReady, findReadinessProbe } from './predict/readiness.ts';
export { judgeAbsence } from './predict/references/absence.ts';
export type { Absence } from './predict/references/absence.ts';
export { mayBeMade } from './predict/references/makers.ts';
export { findTarget, resolve } from './predict/references/resolve.ts';
export type { Resolution } from './predict/references/resolve.ts';
export { isOfKind, splitKind } from './predict/references/same-kind.ts';
export { findRefusedLabels, mayBeRefused } from './predict/refused-labels.ts';
export { removedNodeLabelsOf } from './predict/removed-node-labels.ts';
export { findOverlap } from './predict/selector-overlap.ts';
export type { Overlap } from './predict/selector-overlap.ts';
export { findSelectorTwin, hasEndpointWriter } from './predict/selector-twin.ts';
export type { SelectorTwin } from './predict/selector-twin.ts';
export { findIncompatible as findIncompatibleClaim, isServed, serviceNetworks } from './predict/service-network.ts';
export { serviceReferences, usesOf } from './predict/service-uses.ts';
export type { ServiceReference, UseKind } from './predict/service-uses.ts';
export { findStrayPods } from './predict/stray-pods.ts';
export type { StrayPods } from './predict/stray-pods.ts';
export { suggestDnsLabel, suggestLabelValue } from './predict/suggested-names.ts';
export { declarationsOf, mayDeclare, omitsTargetPort, resolveTargetPort, runningContainers, showsContainers } from './predict/target-port.ts';
export type { TargetPort } from './predict/target-port.ts';
export { findTwins, tieBetween } from './predict/twins.ts';
export type { Tie, Twin } from './predict/twins.ts';
export { findUndeclaredTarget } from './predict/undeclared-target.ts';
export type { UndeclaredTarget } from './predict/undeclared-target.ts';
export { findTellingLabel, findUnrelatedPods } from './predict/unrelated-pods.ts';
export type { UnrelatedPods } from './predict/unrelated-pods.ts';
export { findUnusedVolumes } from './predict/unused-volumes.ts';
export { mayHideHosts } from './predict/uses/hidden-hosts.ts';
export { areNamedAsVersions, mayRunSameProgram, stripVersion } from './predict/versions.ts';
export { findVolatility, sameSelectorBut } from './predict/volatile-labels.ts';
export type { Volatility } from './predict/volatile-labels.ts';
export { endpointsServing, findPortGaps, findServiceOf, hasNoSelector, mayHaveWritten, servicesWithoutEndpoints } from './predict/written-endpoints.ts';
export type { PortGap } from './predict/written-endpoints.ts';
export type { CheckedConfiguration, ConfigurationFault } from './rule/configuration-fault.ts';
export { defineRule } from './rule/define-rule.ts';
export type { AnyRule, Category, Preset, Question, Rule, RuleContext, RuleMeta } from './rule/define-rule.ts';
export { fixOf, insertKey, insertLines, insertMapping, renameKey, setScalar } from './rule/edits.ts';
export { explainGap, relateGap } from './rule/explain-gap.ts';
export type { GapExplanation } from './rule/explain-gap.ts';
export { externalNameToSlice } from './rule/external-name-fix.ts';
export { describeField, describeFound, describeMapping, describeWanted } from './rule/field-label.ts';
export { definePlugin } from './rule/plugin.ts';
export type { Plugin } from './rule/plugin.ts';
export type { FileEdit, Finding, Fix, Related, Severity, Undecided } from './rule/finding.ts';
export { MISSING_VARIANTS, reportMissing } from './rule/missing-object.ts';
export type { MissingVariant } from './rule/missing-object.ts';
export { moveEntry } from './rule/move-entry.ts';
export { fieldNameOf, findPort, refusedKeyOf, refusedPortOf, showValue } from './rule/refused-value.ts';
export { removeItem, removeKey } from './rule/removals.ts';
export type { SubjectName, Subjects } from './rule/subjects.ts';
export type { CheckedSuppression, SuppressedRule } from './rule/suppression.ts';
