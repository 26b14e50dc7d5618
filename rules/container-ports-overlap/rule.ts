import { defineRule, fixOf, holderSubjectOf, removeItem, valueOf, valueOr, type Cursor } from '../../src/core/api.ts';

interface Port {
  readonly name?: string;
  readonly containerPort?: number;
  readonly protocol?: string;
}

/** One number for http and https behind a balancer that ends TLS: on purpose, if not tidy. */
function isTlsPair(a: Cursor<Port>, b: Cursor<Port>): boolean {
  const names = [valueOf(a.get('name').string()) ?? '', valueOf(b.get('name').string()) ?? ''].sort();
  return names[0]?.startsWith('http') === true && names[1]?.startsWith('https') === true && names[0] !== names[1];
}

/** Whether an entry says nothing that the first one does not say. */
function repeats(port: Cursor<Port>, first: Cursor<Port>): boolean {
  const known = ['containerPort', 'protocol', 'name'];
  const name = valueOr(port.get('name').string(), '');
  return port.entries().every(({ key }) => known.includes(key)) && [valueOr(first.get('name').string(), ''), ''].includes(name);
}

const keyOf = (port: Cursor<Port>): string => [valueOf(port.get('containerPort').number()), valueOr(port.get('protocol').string(), 'TCP')].join('/');

export default defineRule({
  id: 'container-ports-overlap',
  title: 'The same container port is declared twice, which server-side apply refuses',
  category: 'wiring',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['port/repeated-warning', 'port/shared-warning'],
  fix: 'safe',
  since: '0.1.0',
  judges: 'object',
  variants: { repeated: 'warning', 'tls-pair': 'info' },
  facts: ['S-182', 'S-183'],

  *check(refusal) {
    const port = refusal.cause.cursor.as<Port>();
    const first = port.parent
      ?.as<Port[]>()
      .items()
      .find(other => keyOf(other) === keyOf(port));
    // Ports of two containers are told by containers-bind-same-port, where both run and listen.
    if (refusal.cause.check !== 'port/repeated-warning' || !first) return;
    const number = String(valueOf(port.get('containerPort').number()));
    yield {
      variant: isTlsPair(first, port) ? 'tls-pair' : 'repeated',
      message: `${holderSubjectOf(refusal)} declares port ${number} twice, so server-side apply refuses the object`,
      at: port.get('containerPort').at,
      help: 'Remove one of the two entries, Services can send several ports to one',
      related: [
        { at: first.get('containerPort').at, note: `port ${number} with protocol ${valueOr(port.get('protocol').string(), 'TCP') ?? ''} is declared here` },
      ],
      fixes: repeats(port, first) ? fixOf('Remove the second entry', 'safe', removeItem(port)) : [],
    };
  },
});
