import { defineRule, findPort, fixOf, insertKey, refusedPortOf, setScalar, valueOf, valueOr } from '../../src/core/api.ts';
import type { Cursor } from '../../src/core/api.ts';

/** A name that says no more than the port does, and that no other port of the list has. */
function nameFor(port: Cursor): string | undefined {
  const [protocol, number] = [valueOr(port.get('protocol').string(), 'TCP'), valueOf(port.get('port').number())];
  const name = `${(protocol ?? '').toLowerCase()}-${String(number)}`;
  const others = port.parent?.as().items() ?? [];
  return protocol === undefined || number === undefined || others.some(other => other.get('name').text === name) ? undefined : name;
}

export default defineRule({
  id: 'service-port-unnamed',
  title: 'Where there are several ports, each needs a name',
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['service/port-name-required', 'endpoints/port-name-required'],
  fix: 'safe',
  since: '0.1.0',
  judges: 'object',
  variants: { unnamed: 'error' },
  facts: ['S-109'],

  *check(refusal) {
    const { cause } = refusal;
    const port = findPort(cause.cursor);
    const name = port && nameFor(port);
    yield {
      variant: 'unnamed',
      message: `${refusedPortOf(refusal)} has no name beside other ports, so the API server refuses it`,
      at: cause.at,
      help: name === undefined ? 'Give each port a name' : `Name it ${name}, or what the port is for`,
      fixes:
        !port || name === undefined ? [] : fixOf(`Name it ${name}`, 'safe', cause.cursor.isPresent ? setScalar(cause.at, name) : insertKey(port, 'name', name)),
    };
  },
});
