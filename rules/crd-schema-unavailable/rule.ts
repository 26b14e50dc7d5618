import { defineRule, labelOf, type Kinds, type Resource } from '../../src/core/api.ts';

/** Whether the fields are checked, or another rule says that the version is not there. */
function hasSchema({ apiVersion, group, kind }: Resource, kinds: Kinds): boolean {
  const known = kinds.find(apiVersion, kind);
  return known ? known.schema() !== undefined : kinds.versionsOf(group, kind).length > 0;
}

export default defineRule({
  id: 'crd-schema-unavailable',
  title: 'No schema is known for this kind, so its fields are not checked',
  category: 'schema',
  severity: 'info',
  presets: ['strict'],
  subject: 'cluster',
  fix: 'no',
  since: '0.1.0',
  judges: 'object',
  variants: { unknown: 'info' },
  facts: ['S-361'],

  *check({ resources, kinds }) {
    const first = new Map<string, Resource>();
    for (const resource of resources) {
      const { apiVersion, group, kind } = resource;
      const isUnknown = group.includes('.') && !kinds.isBuiltInGroup(group) && !hasSchema(resource, kinds);
      if (isUnknown && !first.has(`${apiVersion} ${kind}`)) first.set(`${apiVersion} ${kind}`, resource);
    }
    for (const resource of first.values()) {
      yield {
        variant: 'unknown',
        message: `${labelOf(resource)} is of a kind without a known schema, so its fields are not checked`,
        at: resource.body.get('kind').at,
        help: 'Name the file of its CustomResourceDefinition under schemas in .svclint.yaml',
      };
    }
  },
});
