import { type Untyped, defineRule, labelOf, valueOf } from '../../src/core/api.ts';

export default defineRule({
  id: 'ingress-paths-missing',
  title: 'A rule of the Ingress has http without paths, so the API server refuses it',
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['ingress/paths-required'],
  fix: 'no',
  since: '0.1.0',
  judges: 'object',
  variants: { missing: 'error' },
  facts: ['S-244', 'S-257'],

  *check({ resource, cause }) {
    const rule = cause.cursor.parent?.parent?.as<Untyped>();
    const host = rule && valueOf(rule.get('host').string());
    yield {
      variant: 'missing',
      message: `${host ? `Host "${host}"` : 'A rule'} of ${labelOf(resource)} has http without paths, so the API server refuses it`,
      at: cause.at,
      help: 'Add a path, or remove http to send all requests of the host to the defaultBackend',
    };
  },
});
