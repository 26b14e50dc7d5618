import { containerLabelOf, declaredPlaceOf, describeDeclared, findNearest, fixOf, isHook, probeLabelOf } from '../../src/core/api.ts';
import { defineRule, resolveProbePort, runningContainers, setScalar, valueOf } from '../../src/core/api.ts';
import type { Container, ContainerPort, Probe } from '../../src/core/api.ts';

const nameOf = (port: ContainerPort): string | undefined => valueOf(port.name);

/** The port that is evidently meant: one of a near name, or the only one that has a name. */
function findMeant({ ports }: Container, name: string): ContainerPort | undefined {
  const named = ports.filter(port => (nameOf(port) ?? '') !== '');
  return findNearest(name, named, nameOf) ?? (named.length === 1 ? named[0] : undefined);
}

/** Another container of the pod that declares the name, which does not help. */
function findElsewhere({ pod }: Container, name: string): ContainerPort | undefined {
  return runningContainers(pod)
    .flatMap(({ ports }) => ports)
    .find(port => nameOf(port) === name);
}

function relate(other: ContainerPort | undefined, meant: ContainerPort | undefined): { readonly port: ContainerPort; readonly note: string }[] {
  if (other) return [{ port: other, note: `${containerLabelOf(other.container)} of the same pod declares "${nameOf(other) ?? ''}"` }];
  return meant ? [{ port: meant, note: describeDeclared(meant) }] : [];
}

/** The kubelet kills a container whose postStart hook fails; after a preStop hook that fails it goes on. */
function variantOf(probe: Probe): 'probe' | 'post-start' | 'pre-stop' {
  return !isHook(probe) ? 'probe' : probe.kind === 'preStop' ? 'pre-stop' : 'post-start';
}

export default defineRule({
  id: 'probe-port-unresolved',
  title: 'The probe names a port that its own container does not declare, so it always fails',
  category: 'wiring',
  severity: 'error',
  presets: ['recommended'],
  subject: 'probe',
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'object',
  variants: { probe: 'error', 'post-start': 'error', 'pre-stop': 'warning' },
  facts: ['S-189', 'S-190'],

  *check(probe) {
    const { container } = probe;
    const port = container.role === 'init' ? undefined : resolveProbePort(probe);
    if (port?.state !== 'unresolved') return;
    const { name } = port;
    const other = findElsewhere(container, name);
    const meant = findMeant(container, name);
    const near = meant && nameOf(meant);
    yield {
      variant: variantOf(probe),
      message: `${probeLabelOf(probe)} names port "${name}", which the container lacks`,
      at: probe.port.at,
      help: near === undefined ? 'Use a port name that this container declares, or the number' : `Change the port to ${near}, or to the number`,
      related: relate(other, meant).map(({ port: shown, note }) => ({ at: declaredPlaceOf(shown), note })),
      fixes: near === undefined ? undefined : fixOf(`Change the port to ${near}`, 'unsafe', setScalar(probe.port.at, near)),
    };
  },
});
