import { defineRule, labelOf } from '../../src/core/api.ts';

export default defineRule({
  id: 'ingress-spec-empty',
  title: 'The Ingress has neither rules nor a default backend, so the API server refuses it',
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['ingress/spec-empty'],
  fix: 'no',
  since: '0.1.0',
  judges: 'object',
  variants: { empty: 'error' },
  facts: ['S-242'],

  *check({ resource, cause }) {
    const former = resource.body.get('spec').get('backend');
    yield {
      variant: 'empty',
      message: `${labelOf(resource)} has neither rules nor a defaultBackend, so the API server refuses it`,
      at: cause.at,
      help: former.isPresent ? 'Rename backend to defaultBackend, as networking.k8s.io/v1 calls it' : 'Add rules, or a defaultBackend that takes all requests',
    };
  },
});
