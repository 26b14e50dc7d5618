import type { Container, EphemeralContainer, PodSpec } from 'kubernetes-types/core/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { dns1123LabelFaults } from '../../formats.ts';
import { isEmpty, isSet, numberOf, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import { defaultsHostPorts, validateContainerPorts, validateHostNetworkPorts, validateHostPorts } from './container-ports.ts';
import { validateContainerRestartPolicy, validateInitResizePolicy, validateResizePolicy } from './container-restart.ts';
import { hostUsersOf, validateContainerForOs, validateSecurityContext } from './container-security-context.ts';
import { validateEnv, validateEnvFrom, validateFileKeyVolumes } from './env.ts';
import { validateHostProcesses } from '../pod/host-process.ts';
import { validateLifecycle } from './lifecycle.ts';
import type { PodContext } from '../pod/pod-context.ts';
import { PROBES, validateProbe } from './probe.ts';
import { validateResourceClaimNames } from './resource-claims.ts';
import { containerResourceNameFaults } from './resource-names.ts';
import { validateResourceRequirements, type ResourceAmount } from './resources.ts';
import { refuseFaults, refuseUnsupported, requireField } from '../meta/text.ts';
import { readPodVolumes, validateVolumeDevices, validateVolumeMounts, type PodVolumes } from './volume-mounts.ts';

const PULL_POLICIES = ['Always', 'IfNotPresent', 'Never'];
const TERMINATION_MESSAGE_POLICIES = ['File', 'FallbackToLogsOnError'];

/** What the checks of one container know of its pod. */
interface Surroundings {
  readonly spec: Cursor<PodSpec>;
  readonly volumes: PodVolumes;
  readonly isTemplate: boolean;
  readonly gracePeriod: number | undefined;
  readonly restartPolicy: string | undefined;
  readonly hostUsers: boolean | undefined;
  readonly isOnHostNetwork: boolean | undefined;
}

/** Seconds that the pod has for its end: 30 where none are written. A negative number is refused or mended elsewhere. */
function gracePeriodOf(spec: Cursor<PodSpec>): number | undefined {
  const at = spec.get('terminationGracePeriodSeconds');
  const seconds = at.isAbsent ? 30 : numberOf(at);
  return seconds !== undefined && seconds >= 0 ? seconds : undefined;
}

function readSurroundings(spec: Cursor<PodSpec>, to: Refusals, context: PodContext): Surroundings {
  return {
    spec,
    volumes: readPodVolumes(spec, to, context),
    isTemplate: context.isTemplate,
    gracePeriod: gracePeriodOf(spec),
    restartPolicy: textOf(spec.get('restartPolicy')),
    hostUsers: hostUsersOf(spec),
    isOnHostNetwork: defaultsHostPorts(spec, context),
  };
}

/** Containers of a pod in the order in which the server visits them. */
export function containersOf(spec: Cursor<PodSpec>): readonly Cursor<Container>[] {
  return [...spec.get('initContainers').items(), ...spec.get('containers').items(), ...spec.get('ephemeralContainers').as<Container[]>().items()];
}

function validateContainerResourceName({ name, at, field }: ResourceAmount, to: Refusals): void {
  for (const fault of containerResourceNameFaults(name)) to.invalid('resources/name', at, fault, { field, value: name });
}

function validateImage(image: Cursor<string>, to: Refusals, isTemplate: boolean): void {
  requireField(image, to, { check: 'container/image-required' });
  if (isTemplate) return;
  refuseFaults(image, to, { check: 'container/image' }, text => (text.trim() === text ? [] : ['must not have leading or trailing whitespace']));
}

/** What the server checks in every container (`validateContainerCommon`). */
function validateContainer(container: Cursor<Container>, to: Refusals, around: Surroundings): void {
  requireField(container.get('name'), to, { check: 'container/name-required' });
  refuseFaults(container.get('name'), to, { check: 'container/name' }, dns1123LabelFaults);
  validateImage(container.get('image'), to, around.isTemplate);
  validateEnumeration(container.get('terminationMessagePolicy'), to, 'container/termination-message-policy-unsupported', TERMINATION_MESSAGE_POLICIES);
  validateContainerPorts(container.get('ports'), to);
  validateEnv(container.get('env'), to);
  validateEnvFrom(container.get('envFrom'), to);
  validateVolumeMounts(container, to, around.volumes);
  validateVolumeDevices(container, to, around.volumes);
  validateEnumeration(container.get('imagePullPolicy'), to, 'container/image-pull-policy-unsupported', PULL_POLICIES);
  const resources = container.get('resources');
  validateResourceRequirements(resources, to, { validateName: validateContainerResourceName, defaultsRequests: !around.isTemplate });
  validateResourceClaimNames(resources.get('claims'), around.spec, to);
  validateResizePolicy(container, to, around.restartPolicy);
  validateSecurityContext(container.get('securityContext'), to, around.hostUsers);
}

/** An enumeration with a default, which stands for an empty text too. */
function validateEnumeration(
  at: Cursor<string>,
  to: Refusals,
  check: 'container/termination-message-policy-unsupported' | 'container/image-pull-policy-unsupported',
  supported: readonly string[],
): void {
  if (textOf(at) !== '') refuseUnsupported(at, to, { check }, supported);
}

/** Names that more than one container has; `seen` holds those before. */
function validateUniqueName(container: Cursor<Container>, seen: Set<string>, to: Refusals): void {
  const name = textOf(container.get('name'));
  if (name === undefined || name === '') return;
  if (seen.has(name) && container.parent?.as().isOpen !== true) to.duplicate('container/name-duplicated', container.get('name'));
  seen.add(name);
}

/** Hooks and probes: of containers that stay. */
function validateHooksAndProbes(container: Cursor<Container>, to: Refusals, gracePeriod: number | undefined): void {
  validateLifecycle(container.get('lifecycle'), to, gracePeriod);
  for (const kind of PROBES) validateProbe(container.get(kind), kind, to);
}

function validateRegularContainers(around: Surroundings, seen: Set<string>, to: Refusals): void {
  const list = around.spec.get('containers');
  if (isEmpty(list)) to.required('pod/containers-required', list);
  for (const container of list.items()) {
    validateContainer(container, to, around);
    validateUniqueName(container, seen, to);
    validateHooksAndProbes(container, to, around.gracePeriod);
    validateContainerRestartPolicy(container, false, to);
  }
  validateHostPorts(list.items(), to, around.isOnHostNetwork);
}

/** An init container that ends has neither probes nor hooks (S-188). */
function validateInitOnly(container: Cursor<Container>, to: Refusals, range: { readonly until?: number }): void {
  for (const field of ['lifecycle', ...PROBES] as const) {
    const at = container.get(field);
    if (at.isPresent) to.forbidden('container/init-only', at, 'may not be set for init containers without restartPolicy=Always', range);
  }
}

function validateInitContainers(around: Surroundings, seen: Set<string>, to: Refusals): void {
  const list = around.spec.get('initContainers');
  for (const container of list.items()) {
    validateContainer(container, to, around);
    validateContainerRestartPolicy(container, true, to);
    validateUniqueName(container, seen, to);
    // Each init container is checked alone, and the server takes it for the first of the list (S-184).
    const optionsOf = (port: Cursor<unknown>): { field: string } => ({ field: `${list.fieldPath}[0].ports[${String(port.index)}].hostPort` });
    validateHostPorts([container], to, around.isOnHostNetwork, optionsOf);
    const policy = textOf(container.get('restartPolicy'));
    if (policy === 'Always') validateHooksAndProbes(container, to, around.gracePeriod);
    if (policy === 'Always') validateInitOnly(container, to, { until: 28 });
    else if (policy !== undefined) {
      validateInitOnly(container, to, {});
      validateInitResizePolicy(container, to);
    }
  }
}

const NOT_EPHEMERAL = ['ports', 'resources', 'livenessProbe', 'readinessProbe', 'startupProbe', 'lifecycle', 'restartPolicy', 'resizePolicy'] as const;
const NOT_EPHEMERAL_TEXT = 'cannot be set for an Ephemeral Container';

function validateEphemeralOnly(container: Cursor<Container>, to: Refusals): void {
  for (const field of NOT_EPHEMERAL) {
    const at = container.get(field);
    const isWritten = field === 'resources' ? at.as().entries().length > 0 : at.isPresent;
    if (isWritten) to.forbidden('container/ephemeral-only', at, NOT_EPHEMERAL_TEXT);
  }
  for (const mount of container.get('volumeMounts').items()) {
    for (const at of [mount.get('subPath'), mount.get('subPathExpr')]) {
      if (isSet(at)) to.forbidden('container/ephemeral-only', at, NOT_EPHEMERAL_TEXT);
    }
  }
}

function validateEphemeralContainers(around: Surroundings, seen: Set<string>, to: Refusals): void {
  const list = around.spec.get('ephemeralContainers');
  const others = new Set(seen);
  const isComplete = [around.spec.get('containers'), around.spec.get('initContainers')].every(
    containers => !containers.isOpen && containers.items().every(container => textOf(container.get('name')) !== undefined),
  );
  for (const container of list.items()) {
    const body = container.as<Container>();
    validateContainer(body, to, { ...around, isTemplate: false });
    validateUniqueName(body, seen, to);
    const at = container.as<EphemeralContainer>().get('targetContainerName');
    const target = textOf(at);
    if (target !== undefined && target !== '' && isComplete && !others.has(target)) to.notFound('container/ephemeral-target', at);
    validateEphemeralOnly(body, to);
  }
}

function validateForPod(spec: Cursor<PodSpec>, to: Refusals, hostUsers: boolean | undefined): void {
  const os = textOf(spec.get('os').get('name'));
  const containers = containersOf(spec);
  validateHostProcesses(spec, containers, to);
  for (const container of containers) {
    const devices = container.get('volumeDevices');
    if (hostUsers === false && devices.items().length > 0) to.forbidden('device/host-users', devices, 'when `hostUsers` is false', { since: 36 });
    validateContainerForOs(container.get('securityContext'), to, os);
    validateFileKeyVolumes(container.get('env'), spec, to);
  }
}

/** The containers, init containers and ephemeral containers of a pod. The volumes have been validated before. */
export function validateContainers(spec: Cursor<PodSpec>, to: Refusals, context: PodContext): void {
  const around = readSurroundings(spec, to, context);
  const seen = new Set<string>();
  validateRegularContainers(around, seen, to);
  validateInitContainers(around, seen, to);
  validateEphemeralContainers(around, seen, to);
  validateHostNetworkPorts(spec, to);
  validateForPod(spec, to, around.hostUsers);
}
