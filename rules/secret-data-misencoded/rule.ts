import { defineRule, encodeBase64, findMisencoding, fixOf, isKind, labelOf, readBase64, setScalar, valueOf } from '../../src/core/api.ts';

/** The value as it was meant, in base64. */
function mend(value: string, isTwice: boolean): string {
  const text = readBase64(value) ?? '';
  return isTwice ? text.trim() : encodeBase64(text.trimEnd());
}

export default defineRule({
  id: 'secret-data-misencoded',
  title: 'A value under data of the Secret is encoded twice or ends in a line end, so programs read another one',
  category: 'schema',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'resource',
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'object',
  variants: { twice: 'warning', 'line-end': 'warning' },
  facts: ['v1 Secret.data'],

  *check(resource) {
    if (!isKind(resource, 'Secret', '')) return;
    for (const { key, value } of resource.body.get('data').entries()) {
      const text = valueOf(value.string());
      const variant = text === undefined ? undefined : findMisencoding(key, text);
      if (text === undefined || variant === undefined) continue;
      const isTwice = variant === 'twice';
      yield {
        variant,
        message: `Value "${key}" of ${labelOf(resource)} ${isTwice ? 'is encoded twice, so programs read base64' : 'ends in a line end, which programs read too'}`,
        at: value.at,
        help: isTwice ? 'Encode the value once' : 'Encode it without line end, as echo -n does, or use stringData',
        fixes: fixOf(isTwice ? 'Encode the value once' : 'Remove the line end', 'unsafe', setScalar(value.at, mend(text, isTwice))),
      };
    }
  },
});
