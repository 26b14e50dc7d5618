import { defineRule, labelOf } from '../../src/core/api.ts';

/** Annotations that no server reads any more and none warns of, with what took their place. */
const SUCCESSORS: Readonly<Record<string, readonly [kinds: readonly string[], field: string]>> = {
  'pod.alpha.kubernetes.io/init-containers': [[], 'spec.initContainers'],
  'pod.beta.kubernetes.io/init-containers': [[], 'spec.initContainers'],
  'service.alpha.kubernetes.io/tolerate-unready-endpoints': [['Service'], 'spec.publishNotReadyAddresses'],
  'service.beta.kubernetes.io/external-traffic': [['Service'], 'spec.externalTrafficPolicy'],
  'service.beta.kubernetes.io/healthcheck-nodeport': [['Service'], 'spec.healthCheckNodePort'],
};

export default defineRule({
  id: 'annotation-ignored',
  title: 'No server reads the annotation any more, a field took its place',
  category: 'deprecation',
  severity: 'warning',
  presets: ['strict'],
  subject: 'resource',
  fix: 'no',
  since: '0.1.0',
  judges: 'object',
  variants: { ignored: 'warning' },
  facts: ['S-347'],

  *check(resource) {
    const template = resource.body.get('spec').get('template').get('metadata');
    for (const metadata of [resource.body.get('metadata'), template]) {
      for (const { key, value } of metadata.get('annotations').entries()) {
        const successor = Object.hasOwn(SUCCESSORS, key) ? SUCCESSORS[key] : undefined;
        if (!successor) continue;
        const [kinds, field] = successor;
        if (kinds.length > 0 && !kinds.includes(resource.kind)) continue;
        yield {
          variant: 'ignored',
          message: `${labelOf(resource)} has annotation ${key.split('/')[1] ?? key}, which no server reads any more`,
          at: value.at.atKey,
          help: `Write ${field} instead`,
        };
      }
    }
  },
});
