import { containerSubjectOf, defineRule, fixOf, removeItem, valueOf, valueOr, type ContainerPort } from '../../src/core/api.ts';

/** One number for http and https behind a balancer that ends TLS: on purpose, if not tidy. */
function isTlsPair(a: ContainerPort, b: ContainerPort): boolean {
  const names = [valueOf(a.name) ?? '', valueOf(b.name) ?? ''].sort();
  return names[0]?.startsWith('http') === true && names[1]?.startsWith('https') === true && names[0] !== names[1];
}

/** Whether an entry says nothing that the first one does not say. */
function repeats(port: ContainerPort, first: ContainerPort): boolean {
  const known = ['containerPort', 'protocol', 'name'];
  return port.body.entries().every(({ key }) => known.includes(key)) && [valueOr(first.name, ''), ''].includes(valueOr(port.name, ''));
}

export default defineRule({
  id: 'container-ports-overlap',
  title: 'The same container port is declared twice, which server-side apply refuses',
  category: 'wiring',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'container',
  fix: 'safe',
  since: '0.1.0',
  judges: 'object',
  variants: { repeated: 'warning', 'tls-pair': 'info' },
  facts: ['S-182', 'S-183'],

  *check(container) {
    const seen = new Map<string, ContainerPort>();
    for (const port of container.ports) {
      const [number, protocol] = [valueOf(port.number), valueOf(port.protocol)];
      if (number === undefined || protocol === undefined) continue;
      const key = `${protocol}/${String(number)}`;
      const first = seen.get(key);
      if (!first) seen.set(key, port);
      else {
        yield {
          variant: isTlsPair(first, port) ? 'tls-pair' : 'repeated',
          message: `${containerSubjectOf(container)} declares port ${String(number)} twice, so server-side apply refuses the object`,
          at: port.number.at,
          help: 'Remove one of the two entries, Services can send several ports to one',
          related: [{ at: first.number.at, note: `port ${String(number)} with protocol ${protocol} is declared here` }],
          fixes: repeats(port, first) ? fixOf('Remove the second entry', 'safe', removeItem(port.body)) : [],
        };
      }
    }
  },
});
