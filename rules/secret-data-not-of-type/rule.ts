import { defineRule, labelOf, refusedKeyOf, valueOf } from '../../src/core/api.ts';

export default defineRule({
  id: 'secret-data-not-of-type',
  title: 'The Secret lacks what its type asks for, so the API server refuses it',
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['secret/key-of-type-required', 'secret/docker-config', 'secret/service-account-required'],
  fix: 'no',
  since: '0.1.0',
  judges: 'object',
  variants: { key: 'error', json: 'error', account: 'error' },
  facts: ['S-252', 'v1 Secret.type'],

  *check({ resource, cause }) {
    const { at } = cause;
    const label = labelOf(resource);
    if (cause.check === 'secret/docker-config') {
      const message = `Value "${refusedKeyOf(cause)}" of ${label} is no JSON object, so the API server refuses it`;
      yield { variant: 'json', message, at, help: 'Write the text of a Docker config.json, as kubectl create secret docker-registry does' };
      return;
    }
    if (cause.check === 'secret/service-account-required') {
      const message = `${label} is a token and names no ServiceAccount, so the API server refuses it`;
      yield { variant: 'account', message, at, help: `Add the annotation ${refusedKeyOf(cause)} with the name of the ServiceAccount` };
      return;
    }
    const type = valueOf(resource.body.get('type').string()) ?? '';
    yield {
      variant: 'key',
      message: `${label} is of type "${type}" and has no "${refusedKeyOf(cause)}", so it is refused`,
      at,
      help: `Add ${refusedKeyOf(cause)}, or use type Opaque`,
    };
  },
});
