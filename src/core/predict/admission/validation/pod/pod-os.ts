import type { PodSpec } from 'kubernetes-types/core/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import type { Untyped } from '../../../../yaml/untyped.ts';
import { booleanOf, isSet, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import { requireField } from '../meta/text.ts';

const SYSTEMS = ['linux', 'windows'];

/** Settings of Linux in the security context of a pod. */
const LINUX_SETTINGS = [
  'appArmorProfile',
  'seLinuxOptions',
  'seccompProfile',
  'fsGroup',
  'fsGroupChangePolicy',
  'runAsUser',
  'runAsGroup',
  'supplementalGroups',
  'supplementalGroupsPolicy',
  'seLinuxChangePolicy',
];

function validateWindows(spec: Cursor<PodSpec>, to: Refusals): void {
  const context = spec.get('securityContext').as<Untyped>();
  const settings: Cursor<unknown>[] = LINUX_SETTINGS.map(field => context.get(field)).filter(at => at.isPresent);
  if (isSet(context.get('sysctls'))) settings.push(context.get('sysctls'));
  for (const field of ['hostPID', 'hostIPC'] as const) if (booleanOf(spec.get(field)) === true) settings.push(spec.get(field));
  for (const field of ['hostUsers', 'shareProcessNamespace'] as const) if (spec.get(field).isPresent) settings.push(spec.get(field));
  for (const at of settings) to.forbidden('pod-os/linux-setting', at, 'cannot be set for a windows pod');
}

/** The system that a pod is made for (`validateOS`), and settings of the other. */
export function validatePodOs(spec: Cursor<PodSpec>, to: Refusals): void {
  const os = spec.get('os');
  if (!os.isMapping || requireField(os.get('name'), to, { check: 'pod-os/name-required' })) return;
  const name = textOf(os.get('name'));
  if (name === undefined) return;
  if (!SYSTEMS.includes(name)) to.notSupported('pod-os/name-unsupported', os.get('name'), SYSTEMS, { field: os.fieldPath });
  const windowsOptions = spec.get('securityContext').get('windowsOptions');
  if (name === 'linux' && windowsOptions.isPresent) to.forbidden('pod-os/windows-setting', windowsOptions, 'windows options cannot be set for a linux pod');
  if (name === 'windows') validateWindows(spec, to);
}
