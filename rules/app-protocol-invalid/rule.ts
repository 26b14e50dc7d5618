import { defineRule, fixOf, labelOf, qualifiedNameFaults, setScalar, showValue } from '../../src/core/api.ts';

export default defineRule({
  id: 'app-protocol-invalid',
  title: 'appProtocol is no qualified name, so the API server refuses it',
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['service/app-protocol', 'endpoints/app-protocol'],
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'object',
  variants: { form: 'error' },
  facts: ['S-116'],

  *check({ resource, cause }) {
    const meant = cause.cursor.text?.toLowerCase() ?? '';
    yield {
      variant: 'form',
      message: `appProtocol ${showValue(cause.cursor)} of ${labelOf(resource)} is no qualified name, so it is refused`,
      at: cause.at,
      help: 'Write a name such as http, grpc or kubernetes.io/h2c',
      fixes: qualifiedNameFaults(meant).length > 0 ? [] : fixOf(`Change it to ${meant}`, 'unsafe', setScalar(cause.at, meant)),
    };
  },
});
