/** All that a rule may see. Built-in rules and plugins import from here and from nowhere else. */
export { findNearest, nearness } from './text/near.ts';
export { Cursor } from './yaml/cursor.ts';
export type { Untyped } from './yaml/cursor.ts';
export { cursorAt, entryAt } from './yaml/entry-at.ts';
export { valueOf, valueOr } from './yaml/field.ts';
export type { Field } from './yaml/field.ts';
export { Place, SpanPlace } from './yaml/place.ts';
export type { SyntaxProblem } from './yaml/problem.ts';
export type { SourceFile, YamlDocument } from './yaml/source-file.ts';
export { isAddedKey } from './model/added-labels.ts';
export { allOf, anyOf } from './model/answer.ts';
export type { Answer } from './model/answer.ts';
export type { Cluster } from './model/cluster.ts';
export { containerLabelOf, containerPlaceOf, containerSubjectOf } from './model/container-label.ts';
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
export { readIpAddress } from './model/ip-address.ts';
export type { JudgedKustomization, ReferenceFault } from './model/kustomization-faults.ts';
export type { Labels } from './model/labels.ts';
export { compareNamespaces, mayMeet, sameNamespace } from './model/namespace.ts';
export { podSatisfies, selectsPods } from './model/pod-match.ts';
export type { Container, ContainerPort, PodTemplate } from './model/pod.ts';
export { isPortName } from './model/port-name.ts';
export { documentLabelOf, isManifest } from './model/read-documents.ts';
export type { DocumentReading } from './model/read-documents.ts';
export { isKind, labelOf, nameplateOf } from './model/resource.ts';
export type { Resource } from './model/resource.ts';
export { candidatesOf } from './model/selection.ts';
export type { Selection } from './model/selection.ts';
export { isEmpty, satisfies, selects } from './model/selector.ts';
export type { Requirement, Selector } from './model/selector.ts';
export { isSelecting, portLabelOf } from './model/service.ts';
export type { Service, ServicePort } from './model/service.ts';
export { isMentionedElsewhere } from './predict/address-mentions.ts';
export { isAutoscaled } from './predict/autoscaling.ts';
export { backingPods } from './predict/backing-pods.ts';
export type { BackingPods } from './predict/backing-pods.ts';
export { clusterIpClaims, clusterIpConflicts, findClusterIpClaim, nodePortConflicts } from './predict/claims.ts';
export type { Claim, Conflict } from './predict/claims.ts';
export { declaredPlaceOf, declaredPorts, describeDeclared, evidentTarget, servicePortsTo } from './predict/declared-ports.ts';
export { findLoop as findExternalLoop, findTarget as findExternalTarget, readExternalName } from './predict/external-name.ts';
export type { ExternalName } from './predict/external-name.ts';
export { findJobPods } from './predict/job-pods.ts';
export type { JobPods } from './predict/job-pods.ts';
export { findListeners, isLocal } from './predict/listening/listeners.ts';
export type { Listener } from './predict/listening/listeners.ts';
export { dataReadBy, namesNumber } from './predict/listening/named-numbers.ts';
export { findCaller } from './predict/listening/targets.ts';
export type { Caller } from './predict/listening/targets.ts';
export { findProvision } from './predict/load-balancer-provider.ts';
export type { BarePlatform, Provision } from './predict/load-balancer-provider.ts';
export { findMisreadScalars } from './predict/misread-scalars.ts';
export type { MisreadScalar } from './predict/misread-scalars.ts';
export { findMissingOrdinal } from './predict/missing-ordinal.ts';
export type { MissingOrdinal } from './predict/missing-ordinal.ts';
export { findSplitPairs, isEvidentlyMeant, isLikelyMeant, rankPods, restsOnAddedLabels } from './predict/near-pods.ts';
export type { NearPods, SplitPairs, UnmetPair } from './predict/near-pods.ts';
export { findNeverReady, findReadinessProbe } from './predict/readiness.ts';
export { findOverlap } from './predict/selector-overlap.ts';
export type { Overlap } from './predict/selector-overlap.ts';
export { findSelectorTwin, hasEndpointWriter } from './predict/selector-twin.ts';
export type { SelectorTwin } from './predict/selector-twin.ts';
export { findIncompatible as findIncompatibleClaim, isServed, serviceNetworks } from './predict/service-network.ts';
export { serviceReferences, usesOf } from './predict/service-uses.ts';
export type { ServiceReference, UseKind } from './predict/service-uses.ts';
export { findStrayPods } from './predict/stray-pods.ts';
export type { StrayPods } from './predict/stray-pods.ts';
export { declarationsOf, omitsTargetPort, resolveTargetPort, runningContainers, showsContainers } from './predict/target-port.ts';
export type { TargetPort } from './predict/target-port.ts';
export { findTwins, tieBetween } from './predict/twins.ts';
export type { Tie, Twin } from './predict/twins.ts';
export { findUndeclaredTarget } from './predict/undeclared-target.ts';
export type { UndeclaredTarget } from './predict/undeclared-target.ts';
export { findTellingLabel, findUnrelatedPods } from './predict/unrelated-pods.ts';
export type { UnrelatedPods } from './predict/unrelated-pods.ts';
export { areNamedAsVersions, mayRunSameProgram, stripVersion } from './predict/versions.ts';
export { findVolatility, sameSelectorBut } from './predict/volatile-labels.ts';
export type { Volatility } from './predict/volatile-labels.ts';
export { endpointsServing, findPortGaps, findServiceOf, hasNoSelector, mayHaveWritten, servicesWithoutEndpoints } from './predict/written-endpoints.ts';
export type { PortGap } from './predict/written-endpoints.ts';
export { defineRule } from './rule/define-rule.ts';
export type { AnyRule, Category, Preset, Question, Rule, RuleContext, RuleMeta } from './rule/define-rule.ts';
export { fixOf, insertKey, insertMapping, removeKey, renameKey, setScalar } from './rule/edits.ts';
export { explainGap, relateGap } from './rule/explain-gap.ts';
export type { GapExplanation } from './rule/explain-gap.ts';
export { externalNameToSlice } from './rule/external-name-fix.ts';
export type { FileEdit, Finding, Fix, Related, Severity, Undecided } from './rule/finding.ts';
export type { CheckedConfiguration, ConfigurationFault } from './rule/configuration-fault.ts';
export type { SubjectName, Subjects } from './rule/subjects.ts';
export type { CheckedSuppression, SuppressedRule } from './rule/suppression.ts';
