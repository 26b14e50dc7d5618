import type { PodSecurityContext, PodSpec } from 'kubernetes-types/core/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { valueOf } from '../../../../yaml/field.ts';
import { booleanOf, numberOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import { validateAppArmorProfile, validateSeccompProfile } from './security-profiles.ts';
import { validateSysctls } from './sysctls.ts';
import { refuseUnsupported } from '../meta/text.ts';
import { validateWindowsOptions } from './windows-options.ts';

/** Fields that are newer than `kubernetes-types` 1.30. */
interface NewFields {
  readonly supplementalGroupsPolicy?: string;
  readonly seLinuxChangePolicy?: string;
}

/** A number of a user or group of Linux. */
export function validateUserId(id: Cursor<number>, to: Refusals): void {
  const value = numberOf(id);
  if (value !== undefined && (value < 0 || value > 2147483647)) to.invalid('security-context/user-id', id, 'must be between 0 and 2147483647, inclusive');
}

/** Policies that servers keep since 1.33; of those for SELinux the second waits for a gate, which later servers may open. */
function validatePolicies(context: Cursor<PodSecurityContext>, to: Refusals): void {
  const check = 'security-context/policy-unsupported';
  const since = { check, options: { since: 33 } } as const;
  refuseUnsupported(context.get('fsGroupChangePolicy'), to, { check }, ['Always', 'OnRootMismatch']);
  refuseUnsupported(context.as<NewFields>().get('supplementalGroupsPolicy'), to, since, ['Merge', 'Strict']);
  const change = context.as<NewFields>().get('seLinuxChangePolicy');
  const range = valueOf(change.string()) === 'MountOption' ? { since: 33, until: 36 } : { since: 33 };
  refuseUnsupported(change, to, { check, options: range }, ['Recursive']);
}

/** Settings of all containers of a pod (`validatePodSpecSecurityContext`). The server counts the host's namespaces among them. */
export function validatePodSecurityContext(spec: Cursor<PodSpec>, to: Refusals): void {
  const context = spec.get('securityContext');
  for (const field of ['fsGroup', 'runAsUser', 'runAsGroup'] as const) validateUserId(context.get(field), to);
  for (const group of context.get('supplementalGroups').items()) validateUserId(group, to);
  const shared = spec.get('shareProcessNamespace');
  if (booleanOf(shared) === true && booleanOf(spec.get('hostPID')) === true) {
    const field = `${spec.fieldPath}.securityContext.shareProcessNamespace`;
    to.invalid('security-context/process-namespace', shared, 'ShareProcessNamespace and HostPID cannot both be enabled', { field });
  }
  validateSysctls(spec, to);
  validatePolicies(context, to);
  validateSeccompProfile(context.get('seccompProfile'), to);
  validateWindowsOptions(context.get('windowsOptions'), to);
  validateAppArmorProfile(context.get('appArmorProfile'), to);
}
