import type { AppArmorProfile, SeccompProfile } from 'kubernetes-types/core/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { byteLength } from '../../formats.ts';
import { textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import { refuseFaults, refuseUnsupported, requireField } from '../meta/text.ts';
import { descendingPathFaults } from '../storage/volume-path.ts';

const TYPES = ['Localhost', 'RuntimeDefault', 'Unconfined'];
const ONLY_LOCALHOST = 'can only be set when seccomp type is Localhost';
const LOCALHOST_PATH_LIMIT = 4095;

/** The profile as the server dumps it. */
function dump(profile: Cursor<SeccompProfile>): object {
  return { Type: textOf(profile.get('type')) ?? '', LocalhostProfile: textOf(profile.get('localhostProfile')) ?? null };
}

/** The seccomp profile of a pod or container. */
export function validateSeccompProfile(profile: Cursor<SeccompProfile>, to: Refusals): void {
  if (!profile.isPresent) return;
  const [type, path] = [profile.get('type'), profile.get('localhostProfile')];
  if (!requireField(type, to, { check: 'seccomp/type-required' }, 'type is required when seccompProfile is set')) {
    refuseUnsupported(type, to, { check: 'seccomp/type-unsupported' }, TYPES);
  }
  const name = textOf(type);
  if (name === 'Localhost') {
    if (path.isAbsent) to.required('seccomp/profile-required', path, 'must be set when seccomp type is Localhost');
    refuseFaults(path, to, { check: 'seccomp/profile-path' }, descendingPathFaults);
  } else if (name !== undefined && path.isPresent) {
    to.invalid('seccomp/profile-unused', path, ONLY_LOCALHOST, { value: dump(profile) });
  }
}

function validateLocalhostProfile(path: Cursor<string>, to: Refusals): void {
  const text = textOf(path);
  if (path.isAbsent || text === '') to.required('app-armor/profile-required', path, 'must be set when AppArmor type is Localhost');
  else if (text !== undefined && text.trim() !== text) to.invalid('app-armor/profile', path, 'must not be padded with whitespace');
  if (text !== undefined && byteLength(text) > LOCALHOST_PATH_LIMIT) to.tooLong('app-armor/profile', path, LOCALHOST_PATH_LIMIT);
}

/** The AppArmor profile of a pod or container. */
export function validateAppArmorProfile(profile: Cursor<AppArmorProfile>, to: Refusals): void {
  if (!profile.isPresent) return;
  const [type, path] = [profile.get('type'), profile.get('localhostProfile')];
  if (requireField(type, to, { check: 'app-armor/type-required' }, 'type is required when appArmorProfile is set')) return;
  refuseUnsupported(type, to, { check: 'app-armor/type-unsupported' }, TYPES);
  const name = textOf(type);
  if (name === 'Localhost') validateLocalhostProfile(path, to);
  else if ((name === 'RuntimeDefault' || name === 'Unconfined') && path.isPresent) {
    to.invalid('app-armor/profile-unused', path, 'can only be set when AppArmor type is Localhost');
  }
}
