import type { PodSpec, SecurityContext } from 'kubernetes-types/core/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { booleanOf, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import { validateAppArmorProfile, validateSeccompProfile } from '../pod/security-profiles.ts';
import { refuseUnsupported } from '../meta/text.ts';
import { validateWindowsOptions } from '../pod/windows-options.ts';

const MOST_ID = 2_147_483_647;

const PROC_MOUNTS = ['Default', 'Unmasked'];

/** Fields that a container of Windows cannot have, in the order in which the server names them. */
const LINUX_FIELDS = [
  'appArmorProfile',
  'seLinuxOptions',
  'seccompProfile',
  'capabilities',
  'readOnlyRootFilesystem',
  'privileged',
  'allowPrivilegeEscalation',
  'procMount',
  'runAsUser',
  'runAsGroup',
] as const;

/** Number of a user or group. Compared as it is written: the largest are larger than what a double can tell apart. */
export function validateUserId(at: Cursor<number>, to: Refusals): void {
  const id = at.number();
  if (id.state !== 'known' || (id.value >= 0 && id.value <= MOST_ID)) return;
  to.invalid('security-context/user-id', at, `must be between 0 and ${String(MOST_ID)}, inclusive`);
}

/** The whole context as the server dumps it. */
function dump(context: Cursor<SecurityContext>): object {
  return { Privileged: booleanOf(context.get('privileged')), AllowPrivilegeEscalation: booleanOf(context.get('allowPrivilegeEscalation')) };
}

/** A process that may gain rights in other ways cannot be kept from gaining them. */
function validatePrivilegeEscalation(context: Cursor<SecurityContext>, to: Refusals): void {
  const escalation = context.get('allowPrivilegeEscalation').boolean();
  if (escalation.state !== 'known' || escalation.value) return;
  const options = { value: dump(context) };
  const refuse = (what: string): void => {
    to.invalid('container/privilege-escalation', context, `cannot set \`allowPrivilegeEscalation\` to false and ${what}`, options);
  };
  if (booleanOf(context.get('privileged')) === true) refuse('`privileged` to true');
  for (const capability of context.get('capabilities').get('add').items()) {
    if (textOf(capability) === 'CAP_SYS_ADMIN') refuse('`capabilities.Add` CAP_SYS_ADMIN');
  }
}

/** `Unmasked` wants a user namespace: then the users of the container are not those of the node (S-356). */
function validateProcMount(at: Cursor<string>, to: Refusals, hostUsers: boolean | undefined): void {
  refuseUnsupported(at, to, { check: 'container/proc-mount-unsupported', options: { since: 33 } }, PROC_MOUNTS);
  if (textOf(at) === 'Unmasked' && hostUsers === true) {
    to.invalid('container/proc-mount', at, '`hostUsers` must be false to use `Unmasked`', { since: 33 });
  }
}

/** Whether the users of the pod are those of the node: true where nothing is written. */
export function hostUsersOf(spec: Cursor<PodSpec>): boolean | undefined {
  const field = spec.get('hostUsers').boolean();
  return field.state === 'known' ? field.value : field.state === 'absent' ? true : undefined;
}

/** The security context of a container (`ValidateSecurityContext`). */
export function validateSecurityContext(context: Cursor<SecurityContext>, to: Refusals, hostUsers: boolean | undefined): void {
  validateUserId(context.get('runAsUser'), to);
  validateUserId(context.get('runAsGroup'), to);
  validateProcMount(context.get('procMount'), to, hostUsers);
  validateSeccompProfile(context.get('seccompProfile'), to);
  validatePrivilegeEscalation(context, to);
  validateWindowsOptions(context.get('windowsOptions'), to);
  validateAppArmorProfile(context.get('appArmorProfile'), to);
}

/** Fields of a container that the operating system of the pod does not have (`validateLinux`, `validateWindows`). */
export function validateContainerForOs(context: Cursor<SecurityContext>, to: Refusals, os: string | undefined): void {
  const options = context.get('windowsOptions');
  if (os === 'linux' && options.isPresent) to.forbidden('container/windows-field', options, 'windows options cannot be set for a linux pod');
  for (const field of os === 'windows' ? LINUX_FIELDS : []) {
    if (context.get(field).isPresent) to.forbidden('container/linux-field', context.get(field), 'cannot be set for a windows pod');
  }
}
