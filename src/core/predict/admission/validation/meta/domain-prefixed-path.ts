import { dns1123SubdomainFaults } from '../../formats.ts';

const PATH = "[A-Za-z0-9/\\-._~%!$&'()*+,;=:]+";
const PATH_PATTERN = /^[A-Za-z0-9/\-._~%!$&'()*+,;=:]+$/;

/** What the server says against a part of a text, and the part that it repeats. */
export interface PartFault {
  readonly value: string;
  readonly fault: string;
}

/** A path below a domain, such as `acme.io/foo` (`IsDomainPrefixedPath`): names of controllers. */
export function domainPrefixedPathFaults(text: string): readonly PartFault[] {
  const slash = text.indexOf('/');
  const [host, path] = [text.slice(0, slash), text.slice(slash + 1)];
  if (slash < 1 || path === '') return [{ value: text, fault: 'must be a domain-prefixed path (such as "acme.io/foo")' }];
  const faults = dns1123SubdomainFaults(host).map(fault => ({ value: host, fault }));
  return PATH_PATTERN.test(path) ? faults : [...faults, { value: path, fault: `Invalid path (regex used for validation is '${PATH}')` }];
}
