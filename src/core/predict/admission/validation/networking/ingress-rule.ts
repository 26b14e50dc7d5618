import type { HTTPIngressPath, HTTPIngressRuleValue, IngressRule } from 'kubernetes-types/networking/v1.d.ts';
import { readLegacyIpAddress } from '../../../../model/ip-address.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { dns1123SubdomainFaults, wildcardDns1123SubdomainFaults } from '../../formats.ts';
import { countOf, pointerOf, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import { validateIngressBackend } from './ingress-backend.ts';

const PATH_TYPES = ['Exact', 'ImplementationSpecific', 'Prefix'];
/** What a path that is compared with the request must not hold or end with: no cleaned request has it (S-246). */
const REFUSED_IN_PATHS = ['//', '/./', '/../', '%2f', '%2F'];
const REFUSED_ENDS = ['/..', '/.'];

/** An IngressRule: its host is a name, never an address (S-243); `http` may be absent, but not be without paths (S-244). */
export function validateIngressRule(rule: Cursor<IngressRule>, to: Refusals): void {
  validateHost(rule, to);
  if (rule.get('http').isMapping) validateHTTPIngressRuleValue(rule.get('http'), to);
}

function validateHost(rule: Cursor<IngressRule>, to: Refusals): void {
  const host = rule.get('host');
  const name = textOf(host);
  if (!name) return;
  if (readLegacyIpAddress(name)) to.invalid('ingress/host-is-address', host, 'must be a DNS name, not an IP address');
  const faults = name.includes('*') ? wildcardDns1123SubdomainFaults(name) : dns1123SubdomainFaults(name);
  for (const fault of faults) to.invalid('ingress/host', host, fault);
}

function validateHTTPIngressRuleValue(http: Cursor<HTTPIngressRuleValue>, to: Refusals): void {
  const paths = http.get('paths');
  if (countOf(paths) === 0) to.required('ingress/paths-required', paths);
  for (const path of paths.items()) validateHTTPIngressPath(path, to);
}

/** A path without a type stops here: its backend is not looked at (S-245). */
function validateHTTPIngressPath(path: Cursor<HTTPIngressPath>, to: Refusals): void {
  const pathType = path.get('pathType');
  const type = pointerOf(pathType.string());
  if (type === null) {
    to.required('ingress/path-type-required', pathType, 'pathType must be specified');
    return;
  }
  if (type !== undefined && !PATH_TYPES.includes(type)) to.notSupported('ingress/path-type-unsupported', pathType, PATH_TYPES);
  else if (type !== undefined) for (const fault of pathFaults(textOf(path.get('path')), type)) to.invalid('ingress/path', path.get('path'), fault);
  validateIngressBackend(path.get('backend'), to);
}

/** What the server says against a path of that type (S-246). */
function pathFaults(path: string | undefined, type: string): readonly string[] {
  if (path === undefined) return [];
  const isCompared = type !== 'ImplementationSpecific';
  const faults = path.startsWith('/') || (path === '' && !isCompared) ? [] : ['must be an absolute path'];
  if (!isCompared) return faults;
  return [
    ...faults,
    ...REFUSED_IN_PATHS.filter(part => path.includes(part)).map(part => `must not contain '${part}'`),
    ...REFUSED_ENDS.filter(end => path.endsWith(end)).map(end => `cannot end with '${end}'`),
  ];
}
