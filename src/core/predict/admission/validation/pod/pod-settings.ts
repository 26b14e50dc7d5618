import type { LocalObjectReference, PodSpec } from 'kubernetes-types/core/v1.d.ts';
import { valueOf } from '../../../../yaml/field.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { dns1123SubdomainFaults, qualifiedNameFaults } from '../../formats.ts';
import { isEmpty, isSet, numberOf, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import { validateAffinity } from './affinity.ts';
import { validateDnsConfig } from './dns-config.ts';
import { validateLabels } from '../meta/labels.ts';
import { warnOfNodeLabel } from './node-selector.ts';
import type { PodContext } from './pod-context.ts';
import { validateHostAliases, validateHostname, validateHostUsers } from './pod-host.ts';
import { validatePodOs } from './pod-os.ts';
import { validatePodResourceClaims } from './pod-resource-claims.ts';
import { validateOverhead, validatePodResources } from './pod-resources.ts';
import { validatePodSecurityContext } from './pod-security-context.ts';
import { refuseFaults, refuseUnsupported } from '../meta/text.ts';
import { validateTolerations } from './tolerations.ts';
import { validateTopologySpreadConstraints } from './topology-spread.ts';

/** Policies that a server fills in where they are absent or empty: `Always` and `ClusterFirst`. */
function validatePolicies(spec: Cursor<PodSpec>, to: Refusals): void {
  const [restart, dns, preemption] = [spec.get('restartPolicy'), spec.get('dnsPolicy'), spec.get('preemptionPolicy')];
  if (valueOf(restart.string()) !== '') refuseUnsupported(restart, to, { check: 'pod/restart-policy-unsupported' }, ['Always', 'OnFailure', 'Never']);
  const policies = ['ClusterFirstWithHostNet', 'ClusterFirst', 'Default', 'None'];
  if (valueOf(dns.string()) !== '') refuseUnsupported(dns, to, { check: 'dns-config/policy-unsupported' }, policies);
  if (preemption.isPresent && textOf(preemption) === '') to.required('pod/preemption-policy-required', preemption);
  else refuseUnsupported(preemption, to, { check: 'pod/preemption-policy-unsupported' }, ['PreemptLowerPriority', 'Never']);
}

function validateNodeSelector(spec: Cursor<PodSpec>, to: Refusals): void {
  const selector = spec.get('nodeSelector');
  validateLabels(selector, to, { use: 'selector' });
  for (const { key, value } of selector.entries()) warnOfNodeLabel(value, key, to, false);
}

/** Conditions and controllers that a pod waits for. */
function validateGates(spec: Cursor<PodSpec>, to: Refusals, { isTemplate }: PodContext): void {
  for (const gate of spec.get('readinessGates').items()) {
    const condition = gate.get('conditionType');
    for (const fault of qualifiedNameFaults(textOf(condition) ?? 'unknown')) to.invalid('pod/readiness-gate', condition, fault);
  }
  const [gates, seen] = [spec.get('schedulingGates'), new Set<string>()];
  for (const gate of gates.items()) {
    const [at, name] = [gate.get('name'), textOf(gate.get('name'))];
    const options = { field: gate.fieldPath, value: name };
    for (const fault of qualifiedNameFaults(name ?? 'unknown')) to.invalid('pod/scheduling-gate', at, fault, options);
    if (name !== undefined && seen.has(name) && !gates.isOpen) to.duplicate('pod/scheduling-gate-duplicated', at, options);
    if (name !== undefined) seen.add(name);
  }
  if (isTemplate || !isSet(spec.get('nodeName')) || !isSet(gates)) return;
  to.forbidden('pod/node-name-gated', spec.get('nodeName'), 'cannot be set until all schedulingGates have been cleared');
}

/** Secrets for images: the server takes any names, and only warns of useless ones. */
function warnOfImagePullSecrets(secrets: Cursor<LocalObjectReference[]>, to: Refusals): void {
  const seen = new Set<string>();
  for (const secret of secrets.items()) {
    const at = secret.get('name');
    const name = textOf(at);
    if (name === undefined) continue;
    if (seen.has(name) && !secrets.isOpen) to.warn('pod/pull-secret-warning', at, `${at.fieldPath}: duplicate name ${JSON.stringify(name)}`);
    if (isEmpty(at)) to.warn('pod/pull-secret-warning', at, `${at.fieldPath}: invalid empty name ""`);
    seen.add(name);
  }
}

/** Names of objects that a pod asks for. `serviceAccount` is the old name of `serviceAccountName`. */
function validateNames(spec: Cursor<PodSpec>, to: Refusals): void {
  const [account, old] = [spec.get('serviceAccountName'), spec.get('serviceAccount')];
  const check = { check: 'pod/object-name' } as const;
  refuseFaults(account, to, check, dns1123SubdomainFaults);
  if (isEmpty(account)) refuseFaults(old, to, { ...check, options: { field: account.fieldPath } }, dns1123SubdomainFaults);
  refuseFaults(spec.get('nodeName'), to, check, dns1123SubdomainFaults);
  refuseFaults(spec.get('priorityClassName'), to, check, dns1123SubdomainFaults);
  const runtimeClass = spec.get('runtimeClassName');
  const name = runtimeClass.isPresent ? textOf(runtimeClass) : undefined;
  if (name !== undefined) for (const fault of dns1123SubdomainFaults(name)) to.invalid('pod/object-name', runtimeClass, fault);
}

const MOST_SECONDS = 2147483647;

/** Of a Pod, the server mends a negative grace period itself before it looks for warnings. */
function validateSeconds(spec: Cursor<PodSpec>, to: Refusals, { isTemplate }: PodContext): void {
  const [deadline, grace] = [spec.get('activeDeadlineSeconds'), spec.get('terminationGracePeriodSeconds')];
  const seconds = deadline.isPresent ? numberOf(deadline) : undefined;
  if (seconds !== undefined && (seconds < 1 || seconds > MOST_SECONDS)) {
    to.invalid('pod/active-deadline', deadline, `must be between 1 and ${String(MOST_SECONDS)}, inclusive`);
  }
  const said = 'must be >= 0; negative values are invalid and will be treated as 1';
  if (isTemplate && (numberOf(grace) ?? 0) < 0) to.warn('pod/grace-period-warning', grace, `${grace.fieldPath}: ${said}`);
}

/** Everything in the spec of a pod but its containers and volumes (`ValidatePodSpec`). */
export function validatePodSettings(spec: Cursor<PodSpec>, to: Refusals, context: PodContext): void {
  validatePodResourceClaims(spec, to);
  validatePodResources(spec, to, context);
  validatePolicies(spec, to);
  validateNodeSelector(spec, to);
  validatePodSecurityContext(spec, to);
  validateAffinity(spec.get('affinity'), to, context);
  validateDnsConfig(spec, to);
  validateGates(spec, to, context);
  validateTopologySpreadConstraints(spec.get('topologySpreadConstraints'), to, context);
  validateHostUsers(spec, to);
  validateHostname(spec, to);
  validateNames(spec, to);
  validateSeconds(spec, to, context);
  validateTolerations(spec.get('tolerations'), to);
  validateHostAliases(spec.get('hostAliases'), to);
  validateOverhead(spec, to, context);
  validatePodOs(spec, to);
  warnOfImagePullSecrets(spec.get('imagePullSecrets'), to);
}
