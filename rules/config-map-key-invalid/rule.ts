import { defineRule, labelOf, refusedKeyOf } from '../../src/core/api.ts';

export default defineRule({
  id: 'config-map-key-invalid',
  title: 'A key of the ConfigMap or Secret cannot be the name of a file, so the API server refuses it',
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['config-map/key', 'config-map/key-in-both-maps', 'secret/key'],
  fix: 'no',
  since: '0.1.0',
  judges: 'object',
  variants: { form: 'error', repeated: 'error' },
  facts: ['v1 ConfigMap.data', 'v1 ConfigMap.binaryData', 'v1 Secret.data'],

  *check({ resource, cause }) {
    const { check, at } = cause;
    const subject = `Key "${refusedKeyOf(cause)}" of ${labelOf(resource)}`;
    if (check === 'config-map/key-in-both-maps') {
      const message = `${subject} stands in data and in binaryData, so the API server refuses it`;
      yield { variant: 'repeated', message, at, help: 'Remove one of the two' };
      return;
    }
    yield {
      variant: 'form',
      message: `${subject} cannot be the name of a file, so it is refused`,
      at,
      help: 'Use letters, digits, "-", "_" and "." only, and place files into folders where they are mounted',
    };
  },
});
