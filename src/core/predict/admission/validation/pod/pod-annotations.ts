import type { AppArmorProfile, Container, PodSpec, SeccompProfile } from 'kubernetes-types/core/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { isSet, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import { containersOf } from '../container/containers.ts';
import type { PodContext } from './pod-context.ts';
import { descendingPathFaults } from '../storage/volume-path.ts';

const SECCOMP_POD = 'seccomp.security.alpha.kubernetes.io/pod';
const SECCOMP_CONTAINER = 'container.seccomp.security.alpha.kubernetes.io/';
const APP_ARMOR = 'container.apparmor.security.beta.kubernetes.io/';
const DELETION_COST = 'controller.kubernetes.io/pod-deletion-cost';
const TOLERATIONS = 'scheduler.alpha.kubernetes.io/tolerations';
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

/** Tolerations as the text of a list, from before pods had a field for them. What is in the list is not looked at. */
function validateTolerationsAnnotation(annotation: Cursor<string>, to: Refusals, field: string): void {
  const text = textOf(annotation);
  if (text === undefined || text.trim() === '') return;
  const options = { field, value: TOLERATIONS };
  try {
    const value: unknown = JSON.parse(text);
    if (value === null || Array.isArray(value)) return;
    to.invalid('pod/annotation-tolerations', annotation, 'json: cannot unmarshal object into Go value of type []core.Toleration', options);
  } catch {
    const [first = ''] = text.trim();
    const isCut = /^[[{"]/.test(first);
    to.invalid(
      'pod/annotation-tolerations',
      annotation,
      isCut ? 'unexpected end of JSON input' : `invalid character '${first}' looking for beginning of value`,
      options,
    );
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
  validateTolerationsAnnotation(annotations.get(TOLERATIONS), to, path);
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

/** An annotation alone becomes the field of a Pod before anything is compared, but not in a template. */
function validateContainerProfiles(container: Cursor<Container>, spec: Cursor<PodSpec>, to: Refusals, { metadata, isTemplate }: PodContext): void {
  const annotations = metadata.get('annotations');
  const name = textOf(container.get('name'));
  if (name === undefined) return;
  const own = container.get('securityContext');
  validateSameProfile(annotations.get(`${SECCOMP_CONTAINER}${name}`), own.get('seccompProfile'), to, { form: SECCOMP });
  const profile = own.get('appArmorProfile');
  const annotation = annotations.get(`${APP_ARMOR}${name}`);
  if (textOf(spec.get('os').get('name')) === 'windows' || profile.isUnknown) return;
  if (profile.isPresent) validateSameProfile(annotation, profile, to, { form: APPARMOR });
  else if (isTemplate) validateSameProfile(annotation, spec.get('securityContext').get('appArmorProfile'), to, { form: APPARMOR, path: profile.fieldPath });
}

/** Profiles of seccomp and AppArmor that are named twice, by a field and by the annotation before it, must be equal. */
export function validateProfileAnnotations(spec: Cursor<PodSpec>, to: Refusals, context: PodContext): void {
  validateSameProfile(context.metadata.get('annotations').get(SECCOMP_POD), spec.get('securityContext').get('seccompProfile'), to, { form: SECCOMP });
  for (const container of containersOf(spec)) validateContainerProfiles(container, spec, to, context);
}

/** What the server says of annotations of pods that do nothing any more. */
const REPLACED: readonly { readonly key: string; readonly since: string; readonly field: string }[] = [
  { key: 'scheduler.alpha.kubernetes.io/critical-pod', since: 'v1.16', field: 'priorityClassName' },
  { key: 'security.alpha.kubernetes.io/sysctls', since: 'v1.11', field: 'sysctls' },
  { key: 'security.alpha.kubernetes.io/unsafe-sysctls', since: 'v1.11', field: 'sysctls' },
];

function warnOfSeccomp(annotations: Annotations, key: string, profile: Cursor<SeccompProfile>, to: Refusals): void {
  const annotation = annotations.get(key);
  if (!annotation.isPresent || !profile.isAbsent) return;
  const text = `${annotations.fieldPath}[${key}]: non-functional in v1.27+; use the "seccompProfile" field instead`;
  to.warn('pod/annotation-seccomp-warning', annotation, text, { since: 27 });
}

/** The profile that an annotation names, as the field of a Pod that becomes of it; undefined where none does. */
function profileOf(text: string): { readonly type: string; readonly name: string } | undefined {
  if (text === 'runtime/default') return { type: 'RuntimeDefault', name: '' };
  if (text === 'unconfined') return { type: 'Unconfined', name: '' };
  return text.startsWith(LOCALHOST) ? { type: 'Localhost', name: text.slice(LOCALHOST.length) } : undefined;
}

/** In a Pod the annotation becomes the field, and is told where the field of the pod says something else; in a template where there is none. */
function saysMore(annotation: Cursor<string>, ofPod: Cursor<AppArmorProfile>, isTemplate: boolean): boolean {
  if (ofPod.isAbsent) return true;
  const [text, type, name] = [textOf(annotation), textOf(ofPod.get('type')), textOf(ofPod.get('localhostProfile'))];
  if (isTemplate || text === undefined || type === undefined || name === undefined) return false;
  const profile = profileOf(text);
  return profile?.type !== type || profile.name !== name;
}

function warnOfAppArmor(
  container: Cursor<Container>,
  key: string,
  to: Refusals,
  around: { readonly ofPod: Cursor<AppArmorProfile>; readonly context: PodContext },
): void {
  const { metadata, isTemplate } = around.context;
  const annotations = metadata.get('annotations');
  const annotation = annotations.get(key);
  if (!annotation.isPresent || !container.get('securityContext').get('appArmorProfile').isAbsent || !saysMore(annotation, around.ofPod, isTemplate)) return;
  const text = `${annotations.fieldPath}[${key}]: deprecated since v1.30; use the "appArmorProfile" field instead`;
  to.warn('pod/annotation-app-armor-warning', annotation, text, { since: 30, ...(!isTemplate && { always: true }) });
}

/** Annotations that fields have replaced (S-200, S-360). */
export function warnOfAnnotations(spec: Cursor<PodSpec>, to: Refusals, context: PodContext): void {
  const annotations = context.metadata.get('annotations');
  for (const { key, since, field } of REPLACED) {
    const text = `${annotations.fieldPath}[${key}]: non-functional in ${since}+; use the "${field}" field instead`;
    if (annotations.get(key).isWritten) to.warn('pod/annotation-replaced-warning', annotations.get(key), text);
  }
  const pod = spec.get('securityContext');
  const around = { ofPod: pod.get('appArmorProfile'), context };
  warnOfSeccomp(annotations, SECCOMP_POD, pod.get('seccompProfile'), to);
  for (const container of containersOf(spec)) {
    const name = textOf(container.get('name'));
    if (name === undefined) continue;
    warnOfSeccomp(annotations, `${SECCOMP_CONTAINER}${name}`, container.get('securityContext').get('seccompProfile'), to);
    warnOfAppArmor(container, `${APP_ARMOR}${name}`, to, around);
  }
}

/** True where something in the metadata may be such an annotation: the checks of pods without any end here. */
export function hasAnnotations({ metadata }: PodContext): boolean {
  return isSet(metadata.get('annotations'));
}
