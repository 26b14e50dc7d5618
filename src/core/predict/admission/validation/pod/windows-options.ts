import type { WindowsSecurityContextOptions } from 'kubernetes-types/core/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { byteLength, dns1123SubdomainFaults } from '../../formats.ts';
import { textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';

const SPEC_LIMIT_KIB = 64;
const DOMAIN_LIMIT = 256;
const USER_LIMIT = 104;

const NETBIOS_DOMAIN = /^[^\\/:*?"<>|.][^\\/:*?"<>|]{0,14}$/;
const DNS_DOMAIN = /^[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;

function domainFaults(domain: string): readonly string[] {
  const long = byteLength(domain) >= DOMAIN_LIMIT ? [`runAsUserName's Domain length must be under ${String(DOMAIN_LIMIT)} characters`] : [];
  const hasForm = NETBIOS_DOMAIN.test(domain) || DNS_DOMAIN.test(domain);
  return hasForm ? long : [...long, "runAsUserName's Domain doesn't match the NetBios nor the DNS format"];
}

function userFaults(user: string): readonly string[] {
  const faults: string[] = [];
  if (user === '') faults.push("runAsUserName's User cannot be empty");
  else if (byteLength(user) > USER_LIMIT) faults.push(`runAsUserName's User length must not be longer than ${String(USER_LIMIT)} characters`);
  if (/^[. ]+$/.test(user)) faults.push("runAsUserName's User cannot contain only periods or spaces");
  if (/["/\\:;|=,+*?<>@[\]]/.test(user)) faults.push('runAsUserName\'s User cannot contain the following characters: "/\\:;|=,+*?<>@[]');
  return faults;
}

const isControl = (character: string): boolean => character < ' ' || character === '\u007f';

/** `DOMAIN\USER` or `USER`. */
function runAsUserNameFaults(name: string): readonly string[] {
  if (name === '') return ['runAsUserName cannot be an empty string'];
  if ([...name].some(isControl)) return ['runAsUserName cannot contain control characters'];
  const parts = name.split('\\');
  if (parts.length > 2) return ['runAsUserName cannot contain more than one backslash'];
  const [user = '', domain] = parts.toReversed();
  return [...(domain === undefined ? [] : domainFaults(domain)), ...userFaults(user)];
}

function credentialSpecFaults(text: string): readonly string[] {
  if (text === '') return ['gmsaCredentialSpec cannot be an empty string'];
  return byteLength(text) > SPEC_LIMIT_KIB * 1024 ? [`gmsaCredentialSpec size must be under ${String(SPEC_LIMIT_KIB)} KiB`] : [];
}

/** Options that only containers of Windows have, of a pod or a container. */
export function validateWindowsOptions(options: Cursor<WindowsSecurityContextOptions>, to: Refusals): void {
  const forms = [
    [options.get('gmsaCredentialSpecName'), dns1123SubdomainFaults],
    [options.get('gmsaCredentialSpec'), credentialSpecFaults],
    [options.get('runAsUserName'), runAsUserNameFaults],
  ] as const;
  for (const [at, faultsOf] of forms) {
    const text = at.isPresent ? textOf(at) : undefined;
    if (text !== undefined) for (const fault of faultsOf(text)) to.invalid('windows-options/value', at, fault);
  }
}
