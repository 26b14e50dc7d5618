import type { ParamKind } from 'kubernetes-types/admissionregistration/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { dns1035LabelFaults, dns1123SubdomainFaults } from '../../formats.ts';
import { textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import { requireField } from '../meta/text.ts';

/** Group and version of an apiVersion; undefined for a text with two slashes. */
function groupVersionOf(text: string): readonly [group: string, version: string] | undefined {
  if (text === '/') return ['', ''];
  const parts = text.split('/');
  const [first = '', second] = parts;
  if (parts.length > 2) return undefined;
  return second === undefined ? ['', first] : [first, second];
}

function validateApiVersion(apiVersion: Cursor<string>, to: Refusals): void {
  const text = textOf(apiVersion);
  if (requireField(apiVersion, to, { check: 'admission-policy/param-kind-required' }) || text === undefined) return;
  const groupVersion = groupVersionOf(text);
  const refuse = (detail: string, value: string): void => {
    to.invalid('admission-policy/param-kind', apiVersion, detail, { value });
  };
  if (!groupVersion) {
    refuse(`unexpected GroupVersion string: ${text}`, text);
    return;
  }
  const [group, version] = groupVersion;
  const groupFaults = group === '' ? [] : dns1123SubdomainFaults(group);
  if (groupFaults.length > 0) refuse(groupFaults.join(','), group);
  const versionFaults = dns1035LabelFaults(version);
  if (version === '') refuse('version must be specified', text);
  else if (versionFaults.length > 0) refuse(versionFaults.join(','), version);
}

/** What the server says against the name of a kind: letters of any case, otherwise a DNS label. */
export function kindNameFault(kind: string): string | undefined {
  const faults = dns1035LabelFaults(kind.toLowerCase());
  return faults.length > 0 ? `may have mixed case, but should otherwise match: ${faults.join(',')}` : undefined;
}

/** `validateParamKind`: the kind of the objects that hold parameters. */
export function validateParamKind(paramKind: Cursor<ParamKind>, to: Refusals): void {
  if (!paramKind.isPresent) return;
  validateApiVersion(paramKind.get('apiVersion'), to);
  const kind = paramKind.get('kind');
  const text = textOf(kind);
  if (requireField(kind, to, { check: 'admission-policy/param-kind-required' }) || text === undefined) return;
  const fault = kindNameFault(text);
  if (fault !== undefined) to.invalid('admission-policy/param-kind', kind, fault);
}
