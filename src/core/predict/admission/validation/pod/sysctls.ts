import type { PodSpec, Sysctl } from 'kubernetes-types/core/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { booleanOf, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import { requireField } from '../meta/text.ts';

const SEGMENT = '[a-z0-9]([-_a-z0-9]*[a-z0-9])?';
const NAME = `^(${SEGMENT}[\\./])*${SEGMENT}$`;
const NAME_PATTERN = new RegExp(NAME);
const MOST_CHARACTERS = 253;

/** With slashes between its parts, dots may stand in them: `net/ipv4/conf/eth0.1/x`. */
function withDots(name: string): string {
  const first = /[./]/.exec(name)?.[0];
  return first === '/' ? name.replace(/[./]/g, separator => (separator === '/' ? '.' : '/')) : name;
}

/** The namespace of the kernel that a setting belongs to, where it is one that a pod can share with its node. */
function namespaceOf(name: string): 'hostIPC' | 'hostNetwork' | undefined {
  const sysctl = withDots(name);
  if (sysctl.startsWith('net.')) return 'hostNetwork';
  return sysctl === 'kernel.sem' || /^(?:kernel\.shm|kernel\.msg|fs\.mqueue\.)/.test(sysctl) ? 'hostIPC' : undefined;
}

/** Settings of the kernel (`validateSysctls`): none that would change the node. */
export function validateSysctls(spec: Cursor<PodSpec>, to: Refusals): void {
  const list: Cursor<Sysctl[]> = spec.get('securityContext').get('sysctls');
  const seen = new Set<string>();
  for (const sysctl of list.items()) {
    const at = sysctl.get('name');
    const name = textOf(at);
    requireField(at, to, { check: 'sysctl/name-required' });
    if (name === undefined || name === '') continue;
    if (name.length > MOST_CHARACTERS || !NAME_PATTERN.test(name)) {
      to.invalid('sysctl/name', at, `must have at most ${String(MOST_CHARACTERS)} characters and match regex ${NAME}`);
    } else if (seen.has(name) && !list.isOpen) to.duplicate('sysctl/name-duplicated', at);
    const shared = namespaceOf(name);
    if (shared && booleanOf(spec.get(shared)) === true) to.invalid('sysctl/of-host', at, `may not be specified when '${shared}' is true`);
    seen.add(name);
  }
}
