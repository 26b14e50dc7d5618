import { dns1123SubdomainFaults } from '../../formats.ts';
import { isSet, pointerOf, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import { LENIENT_UNTIL, endpointIpFaults, validateLegacyIp } from './ip-address.ts';
import { clusterIpsOf, isType, type ServiceSpec } from './service-spec.ts';

/** An ExternalName Service: a name, and nothing of what a Service with an address has (S-104 to S-108). */
export function validateExternalName(spec: ServiceSpec, to: Refusals): void {
  if (isType(spec, 'ExternalName') !== 'yes') return;
  const [one, list] = [spec.get('clusterIP'), spec.get('clusterIPs')];
  const ips = clusterIpsOf(spec);
  const detail = 'may not be set for ExternalName services';
  if (ips?.items.length) to.forbidden('service/external-name-cluster-ips', isSet(list) ? list : one, detail, { field: list.fieldPath });
  if (isSet(spec.get('ipFamilies'))) to.forbidden('service/external-name-ip-families', spec.get('ipFamilies'), detail);
  if (typeof pointerOf(spec.get('ipFamilyPolicy').string()) === 'string') to.forbidden('service/external-name-ip-families', spec.get('ipFamilyPolicy'), detail);
  const externalName = spec.get('externalName');
  const name = textOf(externalName)?.replace(/\.$/, '');
  if (name === '') to.required('service/external-name-required', externalName);
  else if (name !== undefined) for (const fault of dns1123SubdomainFaults(name)) to.invalid('service/external-name', externalName, fault, { value: name });
}

/** Addresses outside the cluster that nodes answer for (S-136). */
export function validateExternalIps(spec: ServiceSpec, to: Refusals): void {
  for (const item of spec.get('externalIPs').items()) {
    const text = textOf(item);
    const ip = validateLegacyIp('service/external-ip', item, to, { value: text });
    if (text === undefined || !ip) continue;
    // The strict servers look no further at an address in an old form.
    const range = ip.hasLeadingZeros || ip.isMapped ? { until: LENIENT_UNTIL } : {};
    for (const fault of endpointIpFaults(text, ip.address)) to.invalid('service/external-ip-special', item, fault, range);
  }
}
