import type { Cluster } from '../model/cluster.ts';
import { controllerOf } from '../model/ingress-class.ts';
import type { IngressController } from '../model/ingress-controller.ts';
import { annotationOf, backendsOf, type Ingress, type IngressBackend } from '../model/ingress.ts';
import type { ServicePort } from '../model/service.ts';
import { valueOf, type Field } from '../yaml/field.ts';
import { portsOfBackend } from './backend-port.ts';

/** What is spoken between the controller and the pods. */
type Spoken = 'http' | 'tls' | 'grpc';

/** What a Service port says of its protocol; undefined where it says nothing, or several things. */
function spokenBy({ name, number, targetPort, body }: ServicePort): Spoken | undefined {
  const appProtocol = body.get('appProtocol').string();
  if ([name, targetPort, appProtocol].some(({ state }) => state === 'unknown')) return undefined;
  const target = String(valueOf(targetPort) ?? '');
  const texts = [valueOf(name) ?? '', valueOf(appProtocol) ?? ''].map(text => text.toLowerCase());
  const isGrpc = texts.some(text => /^grpc(?:-|$)|^kubernetes\.io\/h2c$/.test(text));
  const isTls = texts.some(text => /(?:^|-|\/)(?:https|tls|wss)(?:-|$)/.test(text));
  const isPlain = texts.some(text => /^(?:http|kubernetes\.io\/ws)(?:-|$)/.test(text));
  if (Number(isGrpc) + Number(isTls) + Number(isPlain) > 1) return undefined;
  if (isGrpc) return 'grpc';
  // TLS ends before the pods where the target says so.
  if (isTls) return /^(?:80|8080|http|http-.*)$/.test(target) ? undefined : 'tls';
  const bare = texts.every(text => text === '');
  if (isPlain) return ['443', '8443', 'https'].includes(target) || valueOf(number) === 443 ? undefined : 'http';
  if (bare && valueOf(number) === 443) return ['443', '8443', 'https'].includes(target) ? 'tls' : undefined;
  return bare && valueOf(number) === 80 && !['443', '8443', 'https'].includes(target) ? 'http' : undefined;
}

/** What an Ingress tells its controller to speak, and where; undefined where that is not known. */
export interface ToldProtocol {
  readonly spoken: Spoken;
  /** The annotation, where it is written. */
  readonly at: Field<string> | undefined;
  /** Key and value of the annotation. */
  readonly says: string;
  /** The annotation with the protocol, where the controller has one. */
  readonly key: string;
}

const SPOKEN: Readonly<Record<string, Spoken>> = { HTTP: 'http', HTTPS: 'tls', GRPC: 'grpc', H1: 'http', 'H1-SSL': 'tls' };

function readTold(ingress: Ingress, { backendProtocol = '', passthrough = '' }: IngressController): ToldProtocol | undefined {
  const [protocol, through] = [annotationOf(ingress, backendProtocol), annotationOf(ingress, passthrough)];
  if (ingress.annotations.isOpen || protocol.state === 'unknown' || through.state === 'unknown') return undefined;
  const written = valueOf(protocol) ?? 'HTTP';
  const told = { key: backendProtocol, says: `${backendProtocol}: ${written}` };
  if (valueOf(through) === 'true') return { ...told, spoken: 'tls', at: through, says: `${passthrough}: "true"` };
  const spoken = SPOKEN[written.toUpperCase()];
  return spoken && { ...told, spoken, at: protocol.state === 'absent' ? undefined : protocol };
}

/** Controllers that speak plain HTTP unless an annotation says otherwise (S-264). Others look at the port or at the Service too. */
const SPEAK_AS_TOLD: ReadonlySet<string> = new Set(['ingress-nginx', 'haproxy-ingress']);

/** A gRPC server is told by its port name only as long as nothing says HTTPS or GRPC. */
const MISMATCHES: ReadonlySet<string> = new Set(['http to tls', 'http to grpc', 'tls to http']);

/** A backend that is spoken to otherwise than its port says. */
export interface ProtocolMismatch {
  readonly port: ServicePort;
  readonly wants: Spoken;
  readonly told: ToldProtocol;
  readonly controller: IngressController;
  /** All backends of the Ingress want the same, so that one annotation serves them. */
  readonly isCommon: boolean;
}

/** Another port of the Service leads to the same place and wants what is spoken: the pods tell the two apart themselves. */
function hasPlainTwin({ service, targetPort }: ServicePort): boolean {
  const isPlain = ({ name, number }: ServicePort): boolean => /^http(?:-|$)/.test(valueOf(name) ?? '') || valueOf(number) === 80;
  return service.ports.some(other => isPlain(other) && (other.targetPort.state === 'unknown' || valueOf(other.targetPort) === valueOf(targetPort)));
}

/** Finds a backend whose port wants another protocol than the controller is told to speak; undefined without proof of both. */
export function findProtocolMismatch(backend: IngressBackend, cluster: Cluster): ProtocolMismatch | undefined {
  const { ingress } = backend;
  const { controller } = controllerOf(ingress, cluster);
  const told = controller && SPEAK_AS_TOLD.has(controller.id) ? readTold(ingress, controller) : undefined;
  const [port, ...others] = portsOfBackend(backend, cluster);
  const wants = port && spokenBy(port);
  if (!controller || !told || !wants || others.length > 0 || !MISMATCHES.has(`${told.spoken} to ${wants}`)) return undefined;
  if (wants === 'tls' && hasPlainTwin(port)) return undefined;
  const all = backendsOf(ingress).map(each => portsOfBackend(each, cluster));
  return { port, wants, told, controller, isCommon: all.every(([each]) => each !== undefined && spokenBy(each) === wants) };
}
