import {
  INGRESS_BACKENDS,
  defineRule,
  findMeantPort,
  fixOf,
  isMagicBackend,
  isServicePort,
  labelOf,
  renameKey,
  setScalar,
  shownPorts,
  valueOf,
  writtenPortOf,
  type Finding,
  type Fix,
  type MeantPort,
  type Reference,
  type ServicePort,
} from '../../src/core/api.ts';

type Variant = 'number' | 'name' | 'target-port' | 'node-port';

function show(written: number | string): string {
  return typeof written === 'string' ? `"${written}"` : String(written);
}

/** `80` of an unnamed port, `80 "http"` of a named one. */
function showPort({ number, name }: ServicePort): string {
  const own = valueOf(name);
  return own === undefined || own === '' ? String(valueOf(number)) : `${String(valueOf(number))} "${own}"`;
}

function showPorts(ports: readonly ServicePort[]): string {
  const [first] = ports;
  return first && ports.length === 1 ? `only port ${showPort(first)}` : `only ports ${ports.map(port => String(valueOf(port.number))).join(', ')}`;
}

/** Writes the meant port the way the backend writes it: by name where it has one, else by number. */
function fixPort({ port, row }: Reference, written: number | string, meant: ServicePort): readonly Fix[] {
  const [name, number] = [valueOf(meant.name) ?? '', valueOf(meant.number)];
  if (!port || number === undefined) return [];
  const title = `Change the port to ${typeof written === 'string' && name !== '' ? name : String(number)}`;
  if (typeof written === 'string' && name !== '') return fixOf(title, 'unsafe', setScalar(port.at, name));
  const isRenamed = typeof written === 'string' && row.port?.length === 2;
  return isRenamed ? fixOf(title, 'unsafe', renameKey(port.at, 'number'), setScalar(port.at, number)) : fixOf(title, 'unsafe', setScalar(port.at, number));
}

function describeMistake(written: string, { port, mistakenFor }: MeantPort): string {
  switch (mistakenFor) {
    case 'target-port':
      return `${written} is the targetPort of this port`;
    case 'node-port':
      return `${written} is the nodePort of this port`;
    case 'near-name':
      return `${written} is nearly the name of this port`;
    case 'only':
      return `${labelOf(port.service.resource)} has this port only`;
  }
}

function reportMeant(reference: Reference, written: number | string, meant: MeantPort): Partial<Finding<Variant>> {
  const { port, mistakenFor } = meant;
  const isBehind = mistakenFor === 'target-port' || mistakenFor === 'node-port';
  const told = typeof written === 'string' && (valueOf(port.name) ?? '') !== '' ? (valueOf(port.name) ?? '') : String(valueOf(port.number));
  const place = mistakenFor === 'target-port' ? port.body.get('targetPort') : mistakenFor === 'node-port' ? port.body.get('nodePort') : port.body.get('port');
  return {
    help: isBehind ? `Use port ${told}, backends name the port of the Service` : `Use port ${told}`,
    related: [{ at: place.isPresent ? place.at : port.number.at, note: describeMistake(show(written), meant) }],
    fixes: fixPort(reference, written, port),
    ...(isBehind ? { variant: mistakenFor } : {}),
  };
}

export default defineRule({
  id: 'ingress-backend-port-missing',
  title: 'The backend Service does not have the port that the Ingress names, so these requests fail',
  category: 'routing',
  severity: 'error',
  presets: ['recommended'],
  subject: 'reference',
  references: INGRESS_BACKENDS,
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'cluster',
  variants: { number: 'error', name: 'error', 'target-port': 'error', 'node-port': 'error' },
  facts: ['S-249', 'S-260', 'S-261'],

  *check(reference, { cluster }) {
    const [written, name] = [writtenPortOf(reference), valueOf(reference.name)];
    const services = name === undefined ? [] : cluster.findServices(reference.from, name);
    const ports = services.map(shownPorts);
    const [first] = ports;
    // A Service without ports is refused: that has a rule of its own.
    if (written === undefined || !first?.length || isMagicBackend(reference)) return;
    if (!ports.every(each => each?.length && !each.some(port => isServicePort(written, port)))) return;
    const meant = findMeantPort(written, first);
    yield {
      variant: typeof written === 'string' ? 'name' : 'number',
      message: `${labelOf(reference.from)} sends to port ${show(written)} of Service "${name ?? ''}", which has ${showPorts(first)}`,
      at: reference.port?.at ?? reference.at.at,
      help: 'Name a port that the Service has, or add the port to it',
      related: meant ? [] : first.slice(0, 1).map(port => ({ at: port.number.at, note: `the Service has port ${showPort(port)}` })),
      ...(meant && reportMeant(reference, written, meant)),
    };
  },
});
