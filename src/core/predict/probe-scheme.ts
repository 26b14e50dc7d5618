import type { ContainerPort } from '../model/pod.ts';
import { probesOf, type Probe } from '../model/probe.ts';
import { valueOf } from '../yaml/field.ts';
import { resolveProbePort } from './probe-port.ts';

export type Scheme = 'HTTP' | 'HTTPS';

/** What speaks against the scheme of a probe. */
export type SchemeEvidence =
  | { readonly kind: 'port'; readonly port: ContainerPort; readonly meant: Scheme }
  | { readonly kind: 'other-probe'; readonly other: Probe; readonly meant: Scheme };

function schemeOfName(name: string): Scheme | undefined {
  if (/^https(?:-|$)|-https$/.test(name)) return 'HTTPS';
  return /^http(?:-|$)|-http$/.test(name) ? 'HTTP' : undefined;
}

/**
 * The scheme that the name and the number of a declared port tell; undefined where they tell nothing, or two. Who writes HTTPS means it: a name
 * alone does not speak against it.
 */
function schemeOfPort({ name, number }: ContainerPort, written: Scheme): Scheme | undefined {
  const byName = schemeOfName(valueOf(name) ?? '');
  const byNumber = valueOf(number) === 443 ? 'HTTPS' : valueOf(number) === 80 ? 'HTTP' : undefined;
  if (byName !== undefined && byNumber !== undefined && byName !== byNumber) return undefined;
  return written === 'HTTPS' && byName === 'HTTP' ? byNumber : (byName ?? byNumber);
}

function schemeOf(probe: Probe): Scheme | undefined {
  const scheme = probe.handler === 'httpGet' ? valueOf(probe.scheme) : undefined;
  return scheme === 'HTTP' || scheme === 'HTTPS' ? scheme : undefined;
}

/** Another probe of the same port that somebody wrote HTTPS for: the one that writes nothing is the one that forgot. */
function findOther(probe: Probe, number: number): Probe | undefined {
  return probesOf(probe.container).find(other => {
    const port = resolveProbePort(other);
    return other !== probe && other.host.state === 'absent' && schemeOf(other) === 'HTTPS' && port.state === 'resolved' && port.number === number;
  });
}

/** A patch that sets the scheme comes after the name of the port, which it may have left as it was. */
function isPatched({ scheme }: Probe, { name, number }: ContainerPort): boolean {
  const told = name.state === 'absent' ? number : name;
  return scheme.at.origin !== undefined && scheme.at.file !== told.at.file;
}

/** What shows that a probe speaks HTTP to a TLS port, or HTTPS to a plain one. */
export function findSchemeEvidence(probe: Probe): SchemeEvidence | undefined {
  const [scheme, port] = [schemeOf(probe), resolveProbePort(probe)];
  if (scheme === undefined || port.state !== 'resolved' || probe.host.state !== 'absent') return undefined;
  const meant = port.declared && schemeOfPort(port.declared, scheme);
  if (port.declared && meant !== undefined)
    return meant === scheme || isPatched(probe, port.declared) ? undefined : { kind: 'port', port: port.declared, meant };
  const other = scheme === 'HTTP' ? findOther(probe, port.number) : undefined;
  return other && { kind: 'other-probe', other, meant: 'HTTPS' };
}
