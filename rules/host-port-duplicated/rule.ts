import { defineRule, findContainer, holderOf, holderSubjectOf, valueOf, valueOr, type Cursor, type Refusal } from '../../src/core/api.ts';

interface Port {
  readonly hostPort?: number;
  readonly containerPort?: number;
  readonly protocol?: string;
  readonly hostIP?: string;
}

interface Ports {
  readonly name?: string;
  readonly ports?: Port[];
}

/** The port of the node, its protocol and address; on the host network the container's own number. */
function claimOf(port: Cursor<Port>): string {
  const number = valueOf(port.get('hostPort').number()) ?? valueOf(port.get('containerPort').number());
  return [number, valueOr(port.get('protocol').string(), 'TCP'), valueOr(port.get('hostIP').string(), '')].join('/');
}

/** The port that claims it first, in the same list of containers. */
function findFirst(refusal: Refusal): { readonly port: Cursor<Port>; readonly container: Cursor<Ports> } | undefined {
  const port = refusal.cause.cursor.parent?.as<Port>();
  const containers = findContainer(refusal.cause.cursor)?.parent?.as<Ports[]>().items() ?? [];
  const pairs = containers.flatMap(container =>
    container
      .get('ports')
      .items()
      .map(other => ({ port: other, container })),
  );
  return port && pairs.find(pair => claimOf(pair.port) === claimOf(port));
}

export default defineRule({
  id: 'host-port-duplicated',
  title: 'Two ports of a pod claim one hostPort, so the API server refuses the pod',
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['port/host-port-duplicated', 'port/host-ip-warning'],
  fix: 'no',
  since: '0.1.0',
  judges: 'object',
  variants: { duplicated: 'error', 'ip-alone': 'warning' },
  facts: ['S-184'],

  *check(refusal) {
    const { check, cursor, at } = refusal.cause;
    if (check === 'port/host-ip-warning') {
      const hostIP = cursor.as<Port>().get('hostIP');
      yield {
        variant: 'ip-alone',
        message: `${holderSubjectOf(refusal)} sets hostIP "${valueOf(hostIP.string()) ?? ''}" without hostPort, so nothing listens on the node`,
        at: hostIP.at,
        help: 'Add hostPort, or remove hostIP',
      };
      return;
    }
    const first = findFirst(refusal);
    const number = claimOf(cursor.parent?.as<Port>() ?? cursor.as<Port>()).split('/')[0] ?? '';
    yield {
      variant: 'duplicated',
      message: `hostPort ${number} of ${holderOf(refusal)} is claimed twice in the pod, so the API server refuses it`,
      at,
      help: 'Give one of them another port of the node, or another hostIP',
      related: first ? [{ at: first.port.get('hostPort').at, note: `container "${valueOf(first.container.get('name').string()) ?? ''}" claims it first` }] : [],
    };
  },
});
