import { defineRule, labelOf, readDefinition, valueOf } from '../../src/core/api.ts';

export default defineRule({
  id: 'crd-serves-no-used-version',
  title: 'The definition in the set does not serve the version that its objects use',
  category: 'deprecation',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['decode/definition-not-serving'],
  fix: 'no',
  since: '0.1.0',
  judges: 'cluster',
  variants: { absent: 'error', unserved: 'error', elsewhere: 'warning' },
  facts: ['apiextensions.k8s.io/v1 CustomResourceDefinitionVersion.served'],

  *check({ resource, cause }, { cluster }) {
    const { group, version, kind } = resource;
    const definitions = cluster.ofKind('CustomResourceDefinition', 'apiextensions.k8s.io').flatMap(crd => readDefinition(crd) ?? []);
    const definition = definitions.find(other => other.group === group && other.kind === kind);
    const unserved = definition?.versions.find(({ name }) => name === version);
    const served = cluster.kinds.versionsOf(group, kind).map(({ apiVersion }) => apiVersion);
    yield {
      variant: definition ? (unserved ? 'unserved' : 'absent') : 'elsewhere',
      message: `${labelOf(resource)} uses version "${version}", which its CustomResourceDefinition does not serve`,
      at: cause.at,
      help: `Use ${served.join(' or ')}`,
      related: definition
        ? [
            {
              at: definition.resource.body.get('spec').get('versions').at.atKey,
              note: `CustomResourceDefinition "${valueOf(definition.resource.name) ?? ''}" serves ${served.join(', ')}`,
            },
          ]
        : [],
    };
  },
});
