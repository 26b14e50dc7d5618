import { defineRule, encodeBase64, fixOf, labelOf, setScalar, valueOf } from '../../src/core/api.ts';

export default defineRule({
  id: 'secret-data-not-base64',
  title: 'A value under data of the Secret is not base64, so the API server refuses it',
  category: 'schema',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['decode/base64'],
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'object',
  variants: { plain: 'error' },
  facts: ['v1 Secret.data', 'v1 ConfigMap.binaryData'],

  *check({ resource, cause: { cursor, at } }) {
    const text = valueOf(cursor.string());
    const isKeyed = resource.kind === 'Secret' || resource.kind === 'ConfigMap';
    const key = cursor.fieldPath.slice(cursor.parent?.fieldPath.length).replace(/^[.[]/, '').replace(/\]$/, '');
    const plain = resource.kind === 'Secret' ? 'stringData' : 'data';
    yield {
      variant: 'plain',
      message: `${isKeyed ? `Value "${key}"` : key} of ${labelOf(resource)} is not base64, so the API server refuses it`,
      at,
      help: isKeyed ? `Encode the value, or move it to ${plain}, which takes plain text` : 'Encode the value',
      fixes: text === undefined || !isKeyed ? [] : fixOf('Encode the value', 'unsafe', setScalar(at, encodeBase64(text))),
    };
  },
});
