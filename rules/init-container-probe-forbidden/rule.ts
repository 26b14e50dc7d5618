import { defineRule, fieldNameOf, fixOf, holderSubjectOf, removeKey } from '../../src/core/api.ts';

export default defineRule({
  id: 'init-container-probe-forbidden',
  title: 'Probes and lifecycle hooks are refused on init containers that end',
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['container/init-only'],
  fix: 'safe',
  since: '0.1.0',
  judges: 'object',
  variants: { forbidden: 'error' },
  facts: ['S-188'],

  *check(refusal) {
    const field = fieldNameOf(refusal.cause.cursor);
    const { at } = refusal.cause;
    yield {
      variant: 'forbidden',
      message: `${holderSubjectOf(refusal)} is an init container that ends, so its ${field} is refused`,
      at: at.atKey,
      help: `Remove ${field}, or set restartPolicy: Always if the container is a sidecar`,
      fixes: fixOf(`Remove ${field}`, 'safe', removeKey(at)),
    };
  },
});
