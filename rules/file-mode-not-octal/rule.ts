import { defineRule, findVolume, fixOf, labelOf, volumeLabelOf, type Refusal } from '../../src/core/api.ts';

/** Digits that are a mode when they are read as octal. */
const OCTAL = /^[0-7]{3}$/;

function holderOf({ resource, cause }: Refusal): string {
  const volume = findVolume(cause.cursor);
  return volume ? `${volumeLabelOf(volume)} of ${labelOf(resource)}` : labelOf(resource);
}

export default defineRule({
  id: 'file-mode-not-octal',
  title: 'The file mode is a decimal number above 0777, so the API server refuses the pod',
  category: 'schema',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['volume/file-mode'],
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'object',
  dependsOn: ['style'],
  variants: { 'not-octal': 'error', 'out-of-range': 'error' },
  facts: ['v1 KeyToPath.mode'],

  *check(refusal) {
    const { cause } = refusal;
    const text = cause.cursor.text ?? '';
    const holder = holderOf(refusal);
    if (!OCTAL.test(text)) {
      yield {
        variant: 'out-of-range',
        message: `Mode ${text} of ${holder} is not within 0 and 0777, so the API server refuses it`,
        at: cause.at,
        help: 'Use three octal digits after a 0, such as 0644',
      };
      return;
    }
    yield {
      variant: 'not-octal',
      message: `Mode ${text} of ${holder} is decimal without a 0, so the API server refuses it`,
      at: cause.at,
      help: `Write 0${text}`,
      fixes: fixOf(`Write 0${text}`, 'unsafe', { file: cause.at.file, span: cause.at.valueSpan, newText: `0${text}` }),
    };
  },
});
