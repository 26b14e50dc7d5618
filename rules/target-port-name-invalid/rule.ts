import { defineRule, fixOf, labelOf, portNameFaults, setScalar, showValue } from '../../src/core/api.ts';

/** The name that was meant: in lower case, with dashes for what no port name holds. */
function portNameFrom(name: string): string | undefined {
  const meant = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return portNameFaults(meant).length > 0 ? undefined : meant;
}

export default defineRule({
  id: 'target-port-name-invalid',
  title: 'targetPort is neither a number nor the name of a container port, so the API server refuses it',
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['service/target-port-name'],
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'object',
  variants: { form: 'error' },
  facts: ['S-115'],

  *check({ resource, cause }) {
    const meant = portNameFrom(cause.cursor.text ?? '');
    yield {
      variant: 'form',
      message: `targetPort ${showValue(cause.cursor)} of ${labelOf(resource)} is no port name, so the API server refuses it`,
      at: cause.at,
      help: 'Write a number, or at most 15 lower-case letters, digits and dashes',
      fixes: meant === undefined ? [] : fixOf(`Change it to ${meant}`, 'unsafe', setScalar(cause.at, meant)),
    };
  },
});
