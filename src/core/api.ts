/** All that a rule may see. Built-in rules and plugins import from here and from nowhere else. */
export { findNearest, nearness } from './text/near.ts';
export { encodeBase64, readBase64 } from './yaml/base64.ts';
export { Cursor } from './yaml/cursor.ts';
export { cursorAt, entryAt } from './yaml/entry-at.ts';
export { valueOf, valueOr, type Field } from './yaml/field.ts';
export { keyOf } from './yaml/key-of.ts';
export { SpanPlace, type Place } from './yaml/place.ts';
export type { SyntaxProblem } from './yaml/problem.ts';
export type { SourceFile, YamlDocument } from './yaml/source-file.ts';
export type { Untyped } from './yaml/untyped.ts';
export type { KindInfo, Kinds } from './schema/kinds.ts';
export { isAddedKey, ordinalsOf } from './model/added-labels.ts';
export { allOf, anyOf, type Answer } from './model/answer.ts';
export type { Cluster } from './model/cluster.ts';
export { containerLabelOf, containerPlaceOf, containerSubjectOf } from './model/container-label.ts';
export { neverRuns } from './model/cron-schedule.ts';
export { readDefinition } from './model/definitions.ts';
export { budgetsOf, type DisruptionBudget } from './model/disruption-budgets.ts';
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
export { giverOf, isGiven } from './model/given-label.ts';
export { classOf, controllerOf, ingressClassesOf, isClassOfPlatform } from './model/ingress-class.ts';
export type { ClassChoice, ControllerChoice, IngressClass } from './model/ingress-class.ts';
export type { IngressController } from './model/ingress-controller.ts';
export { annotationOf, backendsOf, ingressesOf, readIngress } from './model/ingress.ts';
export type { Ingress, IngressBackend, IngressPath, IngressRule, IngressTls } from './model/ingress.ts';
export { readIpAddress, renderIpAddress } from './model/ip-address.ts';
export type { JudgedKustomization, ReferenceFault } from './model/kustomization-faults.ts';
export { causeOfFault, type ChartFault, type ChartFaultKind, type RenderedChart } from './model/rendered-chart.ts';
export { toolOf, type FaultyRelease, type ReleaseFault, type ReleaseFaultKind } from './model/release-fault.ts';
export type { RenderingFault } from './model/rendering.ts';
export type { Labels } from './model/labels.ts';
export { compareByName } from './model/name-order.ts';
export { compareNamespaces, mayMeet, sameNamespace } from './model/namespace.ts';
export { podSatisfies, selectsPods } from './model/pod-match.ts';
export type { Container, ContainerPort, PodTemplate } from './model/pod.ts';
export type { PodTerm } from './model/pod-terms.ts';
export { isPortName } from './model/port-name.ts';
export { isHook, probeKindOf, probeLabelOf, probesOf, type Probe, type ProbeHandler, type ProbeKind } from './model/probe.ts';
export { parseQuantity, readQuantity } from './model/quantity.ts';
export { documentLabelOf, documentNameOf, isManifest, type DocumentReading } from './model/read-documents.ts';
export type { KindName, Reference, ReferenceRow } from './model/references/reference.ts';
export { referencesOf } from './model/references/references.ts';
export { isKind, labelOf, nameplateOf, type Resource } from './model/resource.ts';
export { candidatesOf, type PodSelecting, type Selection } from './model/selection.ts';
export { isEmpty, satisfies, selects } from './model/selector.ts';
export type { Requirement, Selector } from './model/selector.ts';
export type { ServiceMonitor } from './model/service-monitor.ts';
export { isSelecting, portLabelOf } from './model/service.ts';
export type { Service, ServicePort } from './model/service.ts';
export { selectsSystemPods } from './model/system-pods.ts';
export { nearestTimeZone } from './model/time-zones.ts';
export * from './predict/api.ts';
export { INGRESS_BACKENDS, describeSender } from './rule/backend-words.ts';
export { describeBuildFailure } from './rule/build-failure.ts';
export type { BuildFailureWords } from './rule/build-failure.ts';
export type { CheckedConfiguration, ConfigurationFault } from './rule/configuration-fault.ts';
export { defineRule } from './rule/define-rule.ts';
export type { AnyRule, Category, Preset, Question, Rule, RuleContext, RuleMeta } from './rule/define-rule.ts';
export { fixOf, insertKey, insertLines, insertMapping, mendText, renameKey, setScalar } from './rule/edits.ts';
export { explainGap, relateGap } from './rule/explain-gap.ts';
export type { GapExplanation } from './rule/explain-gap.ts';
export { externalNameToSlice } from './rule/external-name-fix.ts';
export { describeField, describeFound, describeMapping, describeWanted } from './rule/field-label.ts';
export type { FileEdit, Finding, Fix, Related, Severity, Undecided } from './rule/finding.ts';
export { MISSED_VARIANTS, reportAbsentPods, reportNearPods, reportSplitPods } from './rule/missed-pods.ts';
export type { MissedVariant } from './rule/missed-pods.ts';
export { asLabelEntry, leaveSelectorsAlone } from './rule/label-entry.ts';
export { missingKeyFinding } from './rule/missing-key.ts';
export { MISSING_CLASS_VARIANTS, MISSING_VARIANTS, describeAbsence, describeElsewhere, reportMissing, reportMissingClass } from './rule/missing-object.ts';
export type { MissingClassVariant, MissingVariant, MissingWords } from './rule/missing-object.ts';
export { moveEntry } from './rule/move-entry.ts';
export { definePlugin } from './rule/plugin.ts';
export type { Plugin } from './rule/plugin.ts';
export { fieldNameOf, findPort, refusedKeyOf, refusedPortOf, showValue } from './rule/refused-value.ts';
export { removeItem, removeKey } from './rule/removals.ts';
export type { SubjectName, Subjects } from './rule/subjects.ts';
export type { CheckedSuppression, SuppressedRule } from './rule/suppression.ts';
export { reportUnused } from './rule/unused-object.ts';
