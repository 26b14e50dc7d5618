import { defineRule, fixOf, labelOf, removeKey, valueOf } from '../../src/core/api.ts';

export default defineRule({
  id: 'cluster-scoped-object-has-namespace',
  title: 'The kind is not namespaced, so its namespace is ignored',
  category: 'api',
  severity: 'info',
  presets: ['strict'],
  subject: 'resource',
  fix: 'safe',
  since: '0.1.0',
  judges: 'object',
  variants: { ignored: 'info' },
  facts: ['v1 ObjectMeta.namespace'],

  *check(resource, { cluster }) {
    const namespace = valueOf(resource.namespace);
    if (namespace === undefined || namespace === '') return;
    if (cluster.kinds.find(resource.apiVersion, resource.kind)?.scope !== 'Cluster') return;
    const { at } = resource.metadata.get('namespace');
    yield {
      variant: 'ignored',
      message: `${labelOf(resource)} belongs to the whole cluster, so its namespace "${namespace}" is ignored`,
      at,
      help: 'Remove metadata.namespace',
      fixes: fixOf('Remove metadata.namespace', 'safe', removeKey(at)),
    };
  },
});
