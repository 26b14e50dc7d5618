import type { HostAlias, PodSpec } from 'kubernetes-types/core/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { byteLength, dns1123LabelFaults, dns1123SubdomainFaults } from '../../formats.ts';
import { booleanOf, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import { validateLegacyIp, warnOfLegacyIp } from '../service/ip-address.ts';
import { refuseFaults } from '../meta/text.ts';

/** Users of a pod apart from those of its node (S-356): then the node's other namespaces must stay apart too. */
export function validateHostUsers(spec: Cursor<PodSpec>, to: Refusals): void {
  if (booleanOf(spec.get('hostUsers')) !== false || !spec.get('hostUsers').isPresent) return;
  const named = [
    [spec.get('hostNetwork'), 'hostNetwork'],
    [spec.get('hostPID'), 'HostPID'],
    [spec.get('hostIPC'), 'HostIPC'],
  ] as const;
  for (const [at, name] of named) {
    if (booleanOf(at) === true) to.forbidden('pod/host-users', at, 'when `hostUsers` is false', { field: `${spec.fieldPath}.${name}`, since: 33 });
  }
}

/** A name in the place of the pod's own, which servers keep since 1.35 (S-198). */
function validateHostnameOverride(spec: Cursor<PodSpec>, to: Refusals): void {
  const at = spec.as<{ readonly hostnameOverride?: string }>().get('hostnameOverride');
  const name = at.isPresent ? textOf(at) : undefined;
  if (!at.isPresent) return;
  const since = { since: 35 };
  for (const field of ['setHostnameAsFQDN', 'hostNetwork'] as const) {
    if (booleanOf(spec.get(field)) === true) to.forbidden('pod/hostname-override', at, `may not be specified when ${field} is true`, since);
  }
  if (name === undefined) return;
  if (byteLength(name) > 64) to.tooLong('pod/hostname', at, 64, since);
  for (const fault of dns1123SubdomainFaults(name)) to.invalid('pod/hostname', at, fault, since);
}

/** What a pod calls itself (S-193). */
export function validateHostname(spec: Cursor<PodSpec>, to: Refusals): void {
  for (const field of ['hostname', 'subdomain'] as const) refuseFaults(spec.get(field), to, { check: 'pod/hostname' }, dns1123LabelFaults);
  validateHostnameOverride(spec, to);
}

/** Lines for the pod's hosts file (`ValidateHostAliases`). */
export function validateHostAliases(aliases: Cursor<HostAlias[]>, to: Refusals): void {
  const seen = new Set<string>();
  for (const alias of aliases.items()) {
    const ip = alias.get('ip');
    validateLegacyIp('host-alias/ip', ip, to);
    warnOfLegacyIp(ip, to);
    for (const hostname of alias.get('hostnames').items()) {
      const faults = dns1123SubdomainFaults(textOf(hostname) ?? 'unknown');
      for (const fault of faults) to.invalid('host-alias/hostname', hostname, fault);
    }
    const text = textOf(ip);
    if (text === undefined || aliases.isOpen) continue;
    if (seen.has(text)) to.warn('host-alias/ip-warning', ip, `${ip.fieldPath}: duplicate ip ${JSON.stringify(text)}`);
    seen.add(text);
  }
}
