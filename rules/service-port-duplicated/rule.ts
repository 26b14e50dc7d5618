import { defineRule, findPort, labelOf, showValue } from '../../src/core/api.ts';

const VARIANTS: Readonly<Record<string, 'name' | 'number' | 'node-port'>> = {
  'service/port-name-duplicated': 'name',
  'service/port-duplicated': 'number',
  'service/node-port-duplicated': 'node-port',
  'service/node-port-allocated': 'node-port',
};
const FIELDS = { name: 'name', number: 'port', 'node-port': 'nodePort' } as const;
const HELP = {
  name: 'Give each port a name of its own',
  number: 'Remove one of the two, or change its number or protocol',
  'node-port': 'Use another nodePort for port $, or remove it to get a free one',
};

export default defineRule({
  id: 'service-port-duplicated',
  title: 'Two ports of the Service have the same name, number or node port, so the API server refuses it',
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['service/port-name-duplicated', 'service/port-duplicated', 'service/node-port-duplicated', 'service/node-port-allocated'],
  fix: 'no',
  since: '0.1.0',
  judges: 'object',
  variants: { name: 'error', number: 'error', 'node-port': 'error' },
  facts: ['S-081', 'S-111', 'S-117', 'S-120'],

  *check({ resource, cause }) {
    const port = findPort(cause.cursor);
    const variant = VARIANTS[cause.check];
    // A number that the server chose is taken twice because the port itself stands twice.
    if (!variant || !port || (variant === 'node-port' && cause.cursor.isAbsent)) return;
    const value = showValue(port.get(FIELDS[variant]));
    const number = showValue(port.get('port'));
    const what = { name: `two ports ${value}`, number: `port ${value} twice for one protocol`, 'node-port': `nodePort ${value} for ports that differ` }[
      variant
    ];
    const at = variant === 'number' ? port.get('port').at : cause.at;
    yield { variant, message: `${labelOf(resource)} has ${what}, so the API server refuses it`, at, help: HELP[variant].replace('$', number) };
  },
});
