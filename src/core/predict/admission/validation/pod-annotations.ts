import type { AppArmorProfile, Container, PodSpec, SeccompProfile } from 'kubernetes-types/core/v1.d.ts';
import type { Cursor } from '../../../yaml/cursor.ts';
import { isSet, textOf } from '../read.ts';
import type { Refusals } from '../refusals.ts';
import { containersOf } from './containers.ts';
import type { PodContext } from './pod-context.ts';
import { descendingPathFaults } from './volume-path.ts';

const SECCOMP_POD = 'seccomp.security.alpha.kubernetes.io/pod';
const SECCOMP_CONTAINER = 'container.seccomp.security.alpha.kubernetes.io/';
const APP_ARMOR = 'container.apparmor.security.beta.kubernetes.io/';
const DELETION_COST = 'controller.kubernetes.io/pod-deletion-cost';
const MIRROR = 'kubernetes.io/config.mirror';

type Annotations = Cursor<Readonly<Record<string, string>>>;

/** `localhost/name` names a profile that a node has. */
const LOCALHOST = 'localhost/';

/** Annotations as the server names them: those of a template without the `metadata` between. */
function annotationsPath({ metadata, isTemplate }: PodContext): string {
  return isTemplate ? `${metadata.parent?.fieldPath ?? ''}.annotations` : `${metadata.fieldPath}.annotations`;
}

function seccompFaults(profile: string): readonly string[] {
  if (['runtime/default', 'docker/default', 'unconfined'].includes(profile)) return [];
  if (profile.startsWith(LOCALHOST)) return descendingPathFaults(profile.slice(LOCALHOST.length));
  return ['must be a valid seccomp profile'];
}

/** Digits as Go reads a 32 bit integer, where neither `+` nor a leading zero may stand. */
function isDeletionCost(text: string): boolean {
  if (!/^(?:0|-?[1-9]\d*)$/.test(text)) return false;
  const cost = Number(text);
  return cost >= -(2 ** 31) && cost < 2 ** 31;
}

function validateSeccompAnnotations(annotations: Annotations, to: Refusals, path: string): void {
  for (const { key, value } of annotations.entries()) {
    const profile = textOf(value);
    if (profile === undefined || !(key === SECCOMP_POD || key.startsWith(SECCOMP_CONTAINER))) continue;
    const shown = profile.startsWith(LOCALHOST) ? profile.slice(LOCALHOST.length) : profile;
    for (const fault of seccompFaults(profile)) to.invalid('pod/annotation-seccomp', value, fault, { field: `${path}.${key}`, value: shown });
  }
}

function validateAppArmorAnnotations(annotations: Annotations, spec: Cursor<PodSpec>, to: Refusals, path: string): void {
  const names = containersOf(spec).map(container => textOf(container.get('name')));
  const isComplete = !names.includes(undefined) && ![spec, spec.get('containers'), spec.get('initContainers')].some(list => list.as().isOpen && !list.isAbsent);
  for (const { key, value } of annotations.entries()) {
    if (!key.startsWith(APP_ARMOR)) continue;
    const [name, profile, field] = [key.slice(APP_ARMOR.length), textOf(value), `${path}[${key}]`];
    if (isComplete && !names.includes(name)) to.invalid('pod/annotation-app-armor', value, 'container not found', { field, value: name });
    if (profile === undefined || ['', 'runtime/default', 'unconfined'].includes(profile) || profile.startsWith(LOCALHOST)) continue;
    to.invalid('pod/annotation-app-armor', value, `invalid AppArmor profile name: ${JSON.stringify(profile)}`, { field });
  }
}

/** Annotations that mean something in a pod (`ValidatePodSpecificAnnotations`). */
export function validatePodAnnotations(spec: Cursor<PodSpec>, to: Refusals, context: PodContext): void {
  const annotations = context.metadata.get('annotations');
  const path = annotationsPath(context);
  const [mirror, cost] = [annotations.get(MIRROR), annotations.get(DELETION_COST)];
  if (mirror.isPresent && textOf(spec.get('nodeName')) === '') {
    to.invalid('pod/annotation-mirror', mirror, 'must set spec.nodeName if mirror pod annotation is set', { field: `${path}[${MIRROR}]` });
  }
  const text = cost.isPresent ? textOf(cost) : undefined;
  if (text !== undefined && !isDeletionCost(text)) {
    to.invalid('pod/annotation-deletion-cost', cost, 'must be a 32bit integer', { field: `${path}[${DELETION_COST}]`, since: 22 });
  }
  validateSeccompAnnotations(annotations, to, path);
  validateAppArmorAnnotations(annotations, spec, to, path);
}

interface ProfileForm {
  readonly what: 'seccomp' | 'apparmor';
  readonly runtimeDefault: readonly string[];
}

const SECCOMP: ProfileForm = { what: 'seccomp', runtimeDefault: ['runtime/default', 'docker/default'] };
const APPARMOR: ProfileForm = { what: 'apparmor', runtimeDefault: ['runtime/default'] };

/** A profile that a field and an annotation name, and not the same. `path` is where the server sees the field. */
function validateSameProfile(
  annotation: Cursor<string>,
  profile: Cursor<SeccompProfile> | Cursor<AppArmorProfile>,
  to: Refusals,
  { form, path = profile.fieldPath }: { readonly form: ProfileForm; readonly path?: string },
): void {
  const field = profile.as<SeccompProfile>();
  const [text, type] = [annotation.isPresent ? textOf(annotation) : undefined, textOf(field.get('type'))];
  if (text === undefined || type === undefined || !profile.isPresent) return;
  const refuse = (name: 'type' | 'localhostProfile', what: string): void => {
    const message = `${form.what} ${what} in annotation and field must match`;
    to.forbidden('pod/annotation-profile-conflict', field.get(name), message, { field: `${path}.${name}` });
  };
  if (type === 'Unconfined' && text !== 'unconfined') refuse('type', 'type');
  if (type === 'RuntimeDefault' && !form.runtimeDefault.includes(text)) refuse('type', 'type');
  if (type !== 'Localhost') return;
  const name = textOf(field.get('localhostProfile'));
  if (!text.startsWith(LOCALHOST)) refuse('type', 'type');
  else if (name !== undefined && (field.get('localhostProfile').isAbsent || text.slice(LOCALHOST.length) !== name)) refuse('localhostProfile', 'profile');
}

function validateContainerProfiles(container: Cursor<Container>, spec: Cursor<PodSpec>, to: Refusals, annotations: Annotations): void {
  const name = textOf(container.get('name'));
  if (name === undefined) return;
  const own = container.get('securityContext');
  validateSameProfile(annotations.get(`${SECCOMP_CONTAINER}${name}`), own.get('seccompProfile'), to, { form: SECCOMP });
  const profile = own.get('appArmorProfile');
  const around = spec.get('securityContext').get('appArmorProfile');
  const annotation = annotations.get(`${APP_ARMOR}${name}`);
  if (textOf(spec.get('os').get('name')) === 'windows' || profile.isUnknown) return;
  validateSameProfile(annotation, profile.isPresent ? profile : around, to, { form: APPARMOR, path: profile.fieldPath });
}

/** Profiles of seccomp and AppArmor that are named twice, by a field and by the annotation before it, must be equal. */
export function validateProfileAnnotations(spec: Cursor<PodSpec>, to: Refusals, { metadata }: PodContext): void {
  const annotations = metadata.get('annotations');
  validateSameProfile(annotations.get(SECCOMP_POD), spec.get('securityContext').get('seccompProfile'), to, { form: SECCOMP });
  for (const container of containersOf(spec)) validateContainerProfiles(container, spec, to, annotations);
}

function warn(annotation: Cursor<string>, to: Refusals, field: 'seccompProfile' | 'appArmorProfile'): void {
  const since = field === 'seccompProfile' ? 'non-functional in v1.27+' : 'deprecated since v1.30';
  const check = field === 'seccompProfile' ? 'pod/annotation-seccomp-warning' : 'pod/annotation-app-armor-warning';
  const { parent } = annotation;
  const path = `${parent?.fieldPath ?? ''}[${annotation.path.slice((parent?.path.length ?? 0) + 1)}]`;
  to.warn(check, annotation, `${path}: ${since}; use the "${field}" field instead`, { since: field === 'seccompProfile' ? 27 : 30 });
}

/** Annotations of seccomp and AppArmor that do nothing any more, where no field stands beside them. */
export function warnOfProfileAnnotations(spec: Cursor<PodSpec>, to: Refusals, { metadata }: PodContext): void {
  const annotations = metadata.get('annotations');
  const pod = spec.get('securityContext');
  if (pod.get('seccompProfile').isAbsent && annotations.get(SECCOMP_POD).isPresent) warn(annotations.get(SECCOMP_POD), to, 'seccompProfile');
  for (const container of containersOf(spec)) {
    const name = textOf(container.get('name'));
    if (name === undefined) continue;
    const own = container.get('securityContext');
    const [seccomp, appArmor] = [annotations.get(`${SECCOMP_CONTAINER}${name}`), annotations.get(`${APP_ARMOR}${name}`)];
    if (own.get('seccompProfile').isAbsent && seccomp.isPresent) warn(seccomp, to, 'seccompProfile');
    if (own.get('appArmorProfile').isAbsent && pod.get('appArmorProfile').isAbsent && appArmor.isPresent) warn(appArmor, to, 'appArmorProfile');
  }
}

/** True where something in the metadata may be such an annotation: the checks of pods without any end here. */
export function hasAnnotations({ metadata }: PodContext): boolean {
  return isSet(metadata.get('annotations'));
}
