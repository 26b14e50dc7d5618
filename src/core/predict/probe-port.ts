import type { ContainerPort } from '../model/pod.ts';
import { isPortName } from '../model/port-name.ts';
import type { Probe } from '../model/probe.ts';
import { valueOf } from '../yaml/field.ts';

/** The port that a probe asks. */
export type ProbePort =
  | { readonly state: 'resolved'; readonly number: number; readonly declared: ContainerPort | undefined }
  /** A name that the container does not declare: the probe never succeeds. */
  | { readonly state: 'unresolved'; readonly name: string }
  | { readonly state: 'unknown' };

/** Finds the port of a probe: a name is that of the first port of the same container, whatever its protocol (S-189). */
export function resolveProbePort({ container, port }: Probe): ProbePort {
  const wanted = valueOf(port);
  // A container without an image is a part of one: a patch. A name that the API server refuses belongs to the rules about names.
  if (wanted === undefined || container.image.state === 'absent' || (typeof wanted === 'string' && !isPortName(wanted))) return { state: 'unknown' };
  const isWanted = ({ name, number }: ContainerPort): boolean => (typeof wanted === 'string' ? valueOf(name) : valueOf(number)) === wanted;
  const declared = container.ports.find(isWanted);
  if (typeof wanted === 'number') return { state: 'resolved', number: wanted, declared };
  if (!declared) {
    const mayBeNamed = container.portsOpen || container.ports.some(({ name }) => name.state === 'unknown');
    return mayBeNamed ? { state: 'unknown' } : { state: 'unresolved', name: wanted };
  }
  const number = valueOf(declared.number);
  return number === undefined ? { state: 'unknown' } : { state: 'resolved', number, declared };
}
