import { defineRule, findStrayNamespaces, fixOf, labelOf, nameplateOf, setScalar, valueOf } from '../../src/core/api.ts';

export default defineRule({
  id: 'namespace-missing',
  title: 'The object is put into a namespace that the set does not make',
  category: 'references',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'cluster',
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'cluster',
  variants: { near: 'warning', missing: 'error' },
  facts: ['S-155'],

  *check(cluster) {
    for (const { name, objects, near } of findStrayNamespaces(cluster)) {
      if (!near && !cluster.target.complete) continue;
      const [first, ...others] = objects;
      const subject = others.length === 0 ? `${labelOf(first)} is` : `${labelOf(first)} and ${String(others.length)} more are`;
      const found = {
        message: `${subject} put into namespace "${name}", which no Namespace of the set makes`,
        at: first.metadata.get('namespace').at,
        resource: first,
      };
      const meant = near && valueOf(near.name);
      if (!near || meant === undefined) yield { ...found, variant: 'missing', help: `Add a Namespace ${name}` };
      else {
        const help = `Change the namespace to ${meant}`;
        yield {
          ...found,
          variant: 'near',
          help,
          related: [{ at: nameplateOf(near), note: `the nearest name is that of ${labelOf(near)}` }],
          fixes: fixOf(help, 'unsafe', ...objects.map(object => setScalar(object.metadata.get('namespace').at, meant))),
        };
      }
    }
  },
});
