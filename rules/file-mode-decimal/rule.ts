import { defineRule, fileModesOf, fixOf, labelOf, volumeLabelOf } from '../../src/core/api.ts';

/** Modes that people write in octal, and that the API server takes as decimal numbers. */
const OCTAL_LOOKING = new Set(['400', '440', '444', '500']);

export default defineRule({
  id: 'file-mode-decimal',
  title: 'The file mode lacks its leading 0, so files get other rights than it shows',
  category: 'schema',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'pod-template',
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'object',
  dependsOn: ['style'],
  variants: { decimal: 'warning' },
  facts: ['v1 KeyToPath.mode'],

  *check(pod) {
    for (const { volume, at } of fileModesOf(pod)) {
      const field = at.number();
      const text = at.text ?? '';
      if (field.state !== 'known' || !OCTAL_LOOKING.has(text)) continue;
      const bits = `0${field.value.toString(8)}`;
      yield {
        variant: 'decimal',
        message: `Mode ${text} of ${volumeLabelOf(volume)} of ${labelOf(pod.workload)} is decimal, so it means ${bits}`,
        at: field.at,
        help: `Write 0${text}`,
        fixes: fixOf(`Write 0${text}`, 'unsafe', { file: field.at.file, span: field.at.valueSpan, newText: `0${text}` }),
      };
    }
  },
});
