import { defineRule, dns1123LabelFaults, fixOf, labelOf, setScalar, showValue } from '../../src/core/api.ts';

/** The label that was meant: in lower case, with dashes for what no label holds. */
function labelFrom(name: string): string | undefined {
  const label = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9-]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return dns1123LabelFaults(label).length > 0 ? undefined : label;
}

export default defineRule({
  id: 'service-port-name-invalid',
  title: 'The name of the port is no DNS label, so the API server refuses it',
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['service/port-name', 'endpoints/port-name'],
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'object',
  variants: { form: 'error' },
  facts: ['S-110'],

  *check({ resource, cause }) {
    const name = cause.cursor.text ?? '';
    const meant = labelFrom(name);
    yield {
      variant: 'form',
      message: `Port name ${showValue(cause.cursor)} of ${labelOf(resource)} is no DNS label, so the API server refuses it`,
      at: cause.at,
      help: meant === undefined ? 'Use at most 63 lower-case letters, digits and dashes' : `Name it ${meant}`,
      fixes: meant === undefined ? [] : fixOf(`Rename it to ${meant}`, 'unsafe', setScalar(cause.at, meant)),
    };
  },
});
