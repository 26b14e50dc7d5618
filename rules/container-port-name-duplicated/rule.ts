import { defineRule, fixOf, holderSubjectOf, setScalar, valueOf, valueOr, type Cursor, type Refusal } from '../../src/core/api.ts';

interface Port {
  readonly name?: string;
  readonly containerPort?: number;
  readonly protocol?: string;
}

const MOST = 15;

/** The earlier port of the same name. */
function findFirst(port: Cursor<Port> | undefined, name: string): Cursor<Port> | undefined {
  const ports = port?.parent?.as<Port[]>().items() ?? [];
  return ports.find(other => valueOf(other.get('name').string()) === name);
}

/** A name that tells the port from the first one: by its protocol, else by its number. */
function proposeName(port: Cursor<Port>, first: Cursor<Port>, name: string): string | undefined {
  const protocol = valueOr(port.get('protocol').string(), 'TCP');
  const isOther = protocol !== valueOr(first.get('protocol').string(), 'TCP');
  const number = valueOf(port.get('containerPort').number());
  const end = isOther ? protocol?.toLowerCase() : number === undefined ? undefined : String(number);
  const proposal = `${name}-${end ?? ''}`;
  return end === undefined || proposal.length > MOST ? undefined : proposal;
}

export default defineRule({
  id: 'container-port-name-duplicated',
  title: 'Two ports of one container have the same name, so the API server refuses the pod',
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['port/name-duplicated'],
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'object',
  variants: { duplicated: 'error' },
  facts: ['S-180'],

  *check(refusal: Refusal) {
    const { cursor, at } = refusal.cause;
    const name = valueOf(cursor.string()) ?? '';
    const port = cursor.parent?.as<Port>();
    const first = findFirst(port, name);
    const proposal = port && first && proposeName(port, first, name);
    yield {
      variant: 'duplicated',
      message: `${holderSubjectOf(refusal)} names two of its ports "${name}", so the API server refuses it`,
      at,
      help: proposal === undefined ? 'Give each port a name of its own, of at most 15 characters' : `Name the second port ${proposal}`,
      related: first ? [{ at: first.get('name').at, note: 'the first port of this name' }] : [],
      fixes: proposal === undefined ? [] : fixOf(`Rename the second port to ${proposal}`, 'unsafe', setScalar(at, proposal)),
    };
  },
});
