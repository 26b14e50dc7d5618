import { defineRule, dns1123LabelFaults, fixOf, labelOf, setScalar } from '../../src/core/api.ts';

/** The label that was meant: in lower case, with dashes for what no label holds. */
function labelFrom(name: string): string | undefined {
  const label = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9-]+/g, '-')
    .replaceAll(/^[-0-9]+|-+$/g, '');
  return label === name || dns1123LabelFaults(label).length > 0 ? undefined : label;
}

function messageFor(variant: 'form' | 'length' | 'leading-digit', subject: string): string {
  if (variant === 'length') return 'Name of a Service has more than 63 characters, so the API server refuses it';
  if (variant === 'leading-digit') return `${subject} begins with a digit, which servers before 1.36 refuse`;
  return `${subject} has a name that is no DNS label, so the API server refuses it`;
}

export default defineRule({
  id: 'service-name-invalid',
  title: 'The name of the Service is no DNS label, so the API server refuses it',
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['service/name'],
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'object',
  variants: { form: 'error', length: 'error', 'leading-digit': 'error' },
  facts: ['S-096', 'S-097'],

  *check({ resource, cause }) {
    const name = cause.cursor.text ?? '';
    const variant = name.length > 63 ? 'length' : dns1123LabelFaults(name).length === 0 ? 'leading-digit' : 'form';
    const meant = labelFrom(name);
    yield {
      variant,
      message: messageFor(variant, labelOf(resource)),
      at: cause.at,
      help: meant === undefined ? 'Use lower-case letters, digits and dashes, with a letter first' : `Name it ${meant}`,
      fixes: meant === undefined ? [] : fixOf(`Rename it to ${meant}`, 'unsafe', setScalar(cause.at, meant)),
    };
  },
});
