import type { Container, ContainerPort, PodTemplate } from '../../model/pod.ts';
import { valueOf } from '../../yaml/field.ts';

/** The host port that the API server gives a container port: its own number where the pod uses the host's network (S-185). */
export function hostPortOf(port: ContainerPort, hostNetwork: boolean): number | undefined {
  const written = valueOf(port.hostPort);
  if (written !== undefined && written !== 0) return written;
  return hostNetwork && port.hostPort.state !== 'unknown' ? valueOf(port.number) : undefined;
}

function claimTwice(containers: readonly Container[], hostNetwork: boolean): boolean {
  const claimed = new Set<string>();
  for (const port of containers.flatMap(container => container.ports)) {
    const [number, protocol] = [hostPortOf(port, hostNetwork), valueOf(port.protocol)];
    if (number === undefined || protocol === undefined) continue;
    const claim = `${protocol}/${valueOf(port.body.get('hostIP').string()) ?? ''}/${String(number)}`;
    if (claimed.has(claim)) return true;
    claimed.add(claim);
  }
  return false;
}

/**
 * Whether the API server refuses the pods of a template because one host port is claimed twice: by any of the containers, or
 * within one init container (S-184). With the host's network the template itself is accepted, since only pods get their host
 * ports filled in, and then no pod can be made.
 */
export function arePodsRefused(template: PodTemplate): boolean {
  const hostNetwork = valueOf(template.spec.get('hostNetwork').boolean()) === true;
  const regular = template.containers.filter(({ role }) => role === 'container');
  const others = template.containers.filter(({ role }) => role !== 'container');
  return claimTwice(regular, hostNetwork) || others.some(container => claimTwice([container], hostNetwork));
}
