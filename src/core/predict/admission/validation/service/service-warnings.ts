import type { ObjectMeta } from 'kubernetes-types/meta/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import type { CheckId } from '../../checks/index.ts';
import { isSet, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import { LENIENT_UNTIL, warnOfLegacyCidr, warnOfLegacyIp } from './ip-address.ts';
import { clusterIpsOf, isType, serviceType, type ServiceSpec } from './service-spec.ts';
import { TOPOLOGY_HINTS, TOPOLOGY_MODE, findAnnotation } from './service-annotations.ts';

/** What the server says although it accepts (S-157 to S-166). */
export function warnOfService(spec: ServiceSpec, metadata: Cursor<ObjectMeta>, to: Refusals): void {
  const hints = findAnnotation(metadata, TOPOLOGY_HINTS);
  if (hints) to.warn('service/topology-hints-warning', hints, `annotation ${TOPOLOGY_HINTS} is deprecated, please use ${TOPOLOGY_MODE} instead`, { since: 27 });
  warnOfForms(spec, to);
  warnOfHeadless(spec, to);
  warnOfExternalName(spec, to);
  const distribution = spec.get('trafficDistribution');
  if (textOf(distribution) !== 'PreferClose') return;
  const said = 'spec.trafficDistribution: "PreferClose" is deprecated; use "PreferSameZone"';
  to.warn('service/traffic-distribution-warning', distribution, said, { since: 35 });
}

/** Addresses and CIDRs in other forms than the canonical one. */
function warnOfForms(spec: ServiceSpec, to: Refusals): void {
  const ips = clusterIpsOf(spec);
  for (const [index, item] of (ips?.items ?? []).entries()) {
    warnOfLegacyIp(item, to, { field: ips?.fieldOf(index) ?? '', until: LENIENT_UNTIL });
  }
  for (const item of spec.get('externalIPs').items()) warnOfLegacyIp(item, to, { until: LENIENT_UNTIL });
  warnOfLegacyIp(spec.get('loadBalancerIP'), to);
  for (const item of spec.get('loadBalancerSourceRanges').items()) warnOfLegacyCidr(item, to);
}

/** Warnings ask for type ClusterIP and `clusterIP` alone, not for `clusterIPs`. */
function warnOfHeadless(spec: ServiceSpec, to: Refusals): void {
  if (textOf(spec.get('clusterIP')) !== 'None' || isType(spec, 'ClusterIP') !== 'yes') return;
  const ignored = (field: Cursor<unknown>, name: string, check: CheckId = 'service/headless-field-warning'): void => {
    to.warn(check, field, `spec.${name} is ignored for headless services`, { since: 34 });
  };
  const affinity = textOf(spec.get('sessionAffinity'));
  if (isSet(spec.get('loadBalancerIP'))) ignored(spec.get('loadBalancerIP'), 'loadBalancerIP');
  if (isSet(spec.get('externalIPs'))) ignored(spec.get('externalIPs'), 'externalIPs');
  if (affinity !== undefined && affinity !== '' && affinity !== 'None')
    ignored(spec.get('sessionAffinity'), 'SessionAffinity', 'service/headless-affinity-warning');
}

function warnOfExternalName(spec: ServiceSpec, to: Refusals): void {
  const type = serviceType(spec);
  const [ips, name, clusterIp] = [spec.get('externalIPs'), spec.get('externalName'), textOf(spec.get('clusterIP'))];
  if (type === undefined) return;
  const isExternalName = type === 'ExternalName';
  const isOther = clusterIp !== undefined && !(type === 'ClusterIP' && clusterIp === 'None');
  if (isSet(ips) && isOther && !isExternalName) {
    to.warn('service/external-ips-warning', ips, 'spec.externalIPs is deprecated and may no longer be implemented in some clusters', { since: 36 });
  }
  if (isSet(ips) && isExternalName)
    to.warn('service/external-name-field-warning', ips, 'spec.externalIPs is ignored when spec.type is "ExternalName"', { since: 28 });
  if (isSet(name) && !isExternalName) {
    to.warn('service/external-name-warning', name, 'spec.externalName is ignored when spec.type is not "ExternalName"', { since: 28 });
  }
}
