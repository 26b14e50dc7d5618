import type { Answer } from '../../../../model/answer.ts';
import { numberOf, pointerOf, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import { portNumberFaults } from '../../formats.ts';
import { isExternallyAccessible, isType, needsHealthCheck, type ServiceSpec } from './service-spec.ts';

const POLICIES = ['Cluster', 'Local'];
const AFFINITIES = ['ClientIP', 'None'];
/** A day, in seconds. */
const LONGEST_AFFINITY = 86_400;

/** How long a client stays with an endpoint (S-123, S-124). A configuration without ClientIP is dropped before validation (S-125). */
export function validateSessionAffinity(spec: ServiceSpec, to: Refusals): void {
  const affinity = textOf(spec.get('sessionAffinity'));
  if (affinity === undefined || affinity === '') return;
  if (!AFFINITIES.includes(affinity)) to.notSupported('service/session-affinity-unsupported', spec.get('sessionAffinity'), AFFINITIES);
  const timeout = spec.get('sessionAffinityConfig').get('clientIP').get('timeoutSeconds');
  const seconds = pointerOf(timeout.number());
  if (affinity !== 'ClientIP' || typeof seconds !== 'number' || (seconds > 0 && seconds <= LONGEST_AFFINITY)) return;
  to.invalid('service/session-affinity-timeout', timeout, 'must be greater than 0 and less than 86400');
}

/** Traffic from outside: only of Services that have any (S-144 to S-146). */
export function validateExternalTrafficPolicy(spec: ServiceSpec, to: Refusals): void {
  const field = spec.get('externalTrafficPolicy');
  const policy = textOf(field);
  const isAccessible = isExternallyAccessible(spec);
  if (policy !== undefined && policy !== '' && isAccessible === 'no') {
    to.invalid('service/external-traffic-policy-type', field, 'may only be set for externally-accessible services', { since: 29 });
  }
  if (policy !== undefined && policy !== '' && isAccessibleUntil28(spec) === 'no') {
    to.invalid('service/external-traffic-policy-type', field, "may only be set when `type` is 'NodePort' or 'LoadBalancer'", { until: 28 });
  }
  if (policy !== undefined && policy !== '' && isAccessible === 'yes' && !POLICIES.includes(policy)) {
    to.notSupported('service/external-traffic-policy-unsupported', field, POLICIES);
  }
  validateHealthCheckNodePort(spec, to);
}

/** External IPs count from 1.29 on. */
function isAccessibleUntil28(spec: ServiceSpec): Answer {
  return isType(spec, 'NodePort', 'LoadBalancer');
}

function validateHealthCheckNodePort(spec: ServiceSpec, to: Refusals): void {
  const field = spec.get('healthCheckNodePort');
  const number = numberOf(field);
  if (number === undefined || number === 0) return;
  const needsIt = needsHealthCheck(spec);
  if (needsIt === 'no') {
    to.invalid('service/health-check-node-port-type', field, "may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is 'Local'");
  } else if (needsIt === 'yes') {
    for (const fault of portNumberFaults(number)) to.invalid('service/health-check-node-port', field, fault);
  }
}

/** Traffic from inside, which a Service of any type may have a policy for (S-147). */
export function validateInternalTrafficPolicy(spec: ServiceSpec, to: Refusals): void {
  const policy = pointerOf(spec.get('internalTrafficPolicy').string());
  if (typeof policy !== 'string' || POLICIES.includes(policy)) return;
  to.notSupported('service/internal-traffic-policy-unsupported', spec.get('internalTrafficPolicy'), POLICIES);
}

/** The field is unknown before 1.30; PreferSameZone and PreferSameNode came with 1.34 (S-149). */
export function validateTrafficDistribution(spec: ServiceSpec, to: Refusals): void {
  const field = spec.get('trafficDistribution');
  const value = pointerOf(field.string());
  const [old, all] = [['PreferClose'], ['PreferClose', 'PreferSameZone', 'PreferSameNode']];
  if (typeof value !== 'string') return;
  if (!old.includes(value)) to.notSupported('service/traffic-distribution', field, old, { since: 31, until: 33 });
  if (!all.includes(value)) to.notSupported('service/traffic-distribution', field, all, { since: 34 });
}
