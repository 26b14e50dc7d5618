/** All that a rule may see. Built-in rules and plugins import from here and from nowhere else. */
export { defineRule } from './rule/define-rule.ts';
export type { AnyRule, Category, Preset, Question, Rule, RuleContext, RuleMeta } from './rule/define-rule.ts';
export type { FileEdit, Finding, Fix, Related, Severity, Undecided } from './rule/finding.ts';
export type { SubjectName, Subjects } from './rule/subjects.ts';
export type { Answer } from './model/answer.ts';
export { allOf, anyOf } from './model/answer.ts';
export type { Cluster } from './model/cluster.ts';
export type { Container, ContainerPort, PodTemplate } from './model/pod.ts';
export type { Labels } from './model/labels.ts';
export { compareNamespaces, mayMeet, sameNamespace } from './model/namespace.ts';
export { isAddedKey } from './model/added-labels.ts';
export { podSatisfies, selectsPods } from './model/pod-match.ts';
export { isKind, labelOf, nameplateOf } from './model/resource.ts';
export type { Resource } from './model/resource.ts';
export { candidatesOf } from './model/selection.ts';
export type { Selection } from './model/selection.ts';
export { isEmpty, satisfies, selects } from './model/selector.ts';
export { rankPods, restsOnAddedLabels } from './predict/near-pods.ts';
export type { NearPods, UnmetPair } from './predict/near-pods.ts';
export type { Requirement, Selector } from './model/selector.ts';
export { isSelecting, portLabelOf } from './model/service.ts';
export type { Service, ServicePort } from './model/service.ts';
export { findNearest, nearness } from './text/near.ts';
export { Cursor } from './yaml/cursor.ts';
export type { Untyped } from './yaml/cursor.ts';
export { valueOf, valueOr } from './yaml/field.ts';
export type { Field } from './yaml/field.ts';
export { cursorAt, entryAt } from './yaml/entry-at.ts';
export type { SyntaxProblem } from './yaml/problem.ts';
export type { DocumentReading } from './model/read-documents.ts';
export { isManifest } from './model/read-documents.ts';
export { Place, SpanPlace } from './yaml/place.ts';
export type { SourceFile, YamlDocument } from './yaml/source-file.ts';
export { readIpAddress } from './model/ip-address.ts';
export { isMentionedElsewhere } from './predict/address-mentions.ts';
export { clusterIpClaims, clusterIpConflicts, nodePortConflicts } from './predict/claims.ts';
export type { Claim, Conflict } from './predict/claims.ts';
export { findLoop as findExternalLoop, findTarget as findExternalTarget, readExternalName } from './predict/external-name.ts';
export type { ExternalName } from './predict/external-name.ts';
export { findIncompatible as findIncompatibleClaim, isServed, serviceNetworks } from './predict/service-network.ts';
export { fixOf, insertKey, removeKey, renameKey, setScalar } from './rule/edits.ts';
export { externalNameToSlice } from './rule/external-name-fix.ts';
export { findMisreadScalars } from './predict/misread-scalars.ts';
export type { MisreadScalar } from './predict/misread-scalars.ts';
export {
  isLeftAlone,
  LEADER_ANNOTATION,
  MANAGED_BY_LABEL,
  MIRRORING_CONTROLLER,
  SERVICE_NAME_LABEL,
  serviceNameOf,
  SLICE_CONTROLLER,
} from './model/endpoints.ts';
export type { EndpointPort, Endpoints, EndpointSlice, WrittenEndpoints } from './model/endpoints.ts';
export { findClusterIpClaim } from './predict/claims.ts';
export { findSelectorTwin, hasEndpointWriter } from './predict/selector-twin.ts';
export type { SelectorTwin } from './predict/selector-twin.ts';
export { endpointsServing, findPortGaps, findServiceOf, hasNoSelector, mayHaveWritten, servicesWithoutEndpoints } from './predict/written-endpoints.ts';
export type { PortGap } from './predict/written-endpoints.ts';
export { insertMapping } from './rule/edits.ts';
