import {
  backendsOf,
  defineRule,
  findProtocolMismatch,
  fixOf,
  insertKey,
  insertMapping,
  labelOf,
  setScalar,
  valueOf,
  type Fix,
  type IngressBackend,
  type ProtocolMismatch,
} from '../../src/core/api.ts';

const WANTED = { http: 'HTTP', tls: 'HTTPS', grpc: 'GRPC' };
const SPOKEN = { http: 'plain HTTP', tls: 'TLS', grpc: 'gRPC' };
const VARIANTS = { http: 'tls-to-plain', tls: 'plain-to-tls', grpc: 'plain-to-grpc' } as const;

/** Writes the annotation, where all backends of the Ingress want the same. */
function fixProtocol({ ingress: { resource } }: IngressBackend, { told: { at, key, says }, wants, isCommon }: ProtocolMismatch): readonly Fix[] {
  if (!isCommon || wants === 'http' || !says.startsWith(key)) return [];
  const [title, value] = [`Set ${key} to ${WANTED[wants]}`, WANTED[wants]];
  const annotations = resource.metadata.get('annotations');
  if (at) return fixOf(title, 'unsafe', setScalar(at.at, value));
  return fixOf(title, 'unsafe', annotations.isPresent ? insertKey(annotations, key, value) : insertMapping(resource.metadata, 'annotations', key, value));
}

/** Paths of an Ingress that go to one port are one mistake. */
function isFirst(backend: IngressBackend): boolean {
  const isSame = (other: IngressBackend): boolean => valueOf(other.service) === valueOf(backend.service) && valueOf(other.port) === valueOf(backend.port);
  return backendsOf(backend.ingress).find(isSame) === backend;
}

export default defineRule({
  id: 'ingress-backend-protocol-mismatch',
  title: 'The controller speaks HTTP to a TLS port, or TLS to a plain one, so requests get an error',
  category: 'routing',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'ingress-backend',
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'cluster',
  variants: { 'plain-to-tls': 'warning', 'tls-to-plain': 'warning', 'plain-to-grpc': 'warning' },
  facts: ['S-264'],

  *check(backend, { cluster }) {
    const mismatch = isFirst(backend) ? findProtocolMismatch(backend, cluster) : undefined;
    if (!mismatch) return;
    const { port, wants, told, controller } = mismatch;
    const name = valueOf(port.name);
    const shown = name === undefined || name === '' ? String(valueOf(port.number)) : `"${name}"`;
    yield {
      variant: VARIANTS[wants],
      message: `${labelOf(backend.ingress.resource)} has ${controller.title} speak ${SPOKEN[told.spoken]} to port ${shown}, which is for ${SPOKEN[wants]}`,
      at: backend.port.at,
      help: wants === 'http' ? 'Send to the port for TLS, or remove the annotation' : `Add the annotation ${told.key}: ${WANTED[wants]}`,
      related: [
        { at: name === undefined || name === '' ? port.number.at : port.name.at, note: `${labelOf(port.service.resource)} has this port for ${SPOKEN[wants]}` },
        ...(told.at ? [{ at: told.at.at, note: `the annotation has it speak ${SPOKEN[told.spoken]}` }] : []),
      ],
      fixes: fixProtocol(backend, mismatch),
    };
  },
});
