import { type Cursor, type Untyped, defineRule, fixOf, labelOf, setScalar, valueOf } from '../../src/core/api.ts';

/** Why the range does not hold, seen from its end. */
function describeRange(endPort: Cursor<unknown>): readonly [what: string, help: string] {
  const first = endPort.parent?.as<Untyped>().get('port');
  const port = first && valueOf(first.intOrString());
  if (port === undefined) return ['has no port that it begins with', 'Add the first port of the range as port'];
  if (typeof port === 'string') return [`begins with the name "${port}"`, 'Write both ends of the range as numbers'];
  return [`is below port ${String(port)}`, 'Write the larger number as endPort'];
}

export default defineRule({
  id: 'network-policy-port-invalid',
  title: 'A port of the NetworkPolicy is neither a number nor a port name, or no range, so the API server refuses it',
  category: 'network-policy',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['network-policy/port-name', 'network-policy/end-port'],
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'object',
  variants: { name: 'error', range: 'error' },
  facts: ['S-115', 'S-299', 'S-305'],

  *check({ resource, cause: { check, cursor, at } }) {
    const label = labelOf(resource);
    if (check === 'network-policy/end-port') {
      const [what, help] = describeRange(cursor);
      const last = valueOf(cursor.number()) ?? 0;
      // A number that no port has is told as such.
      if (last < 1 && what.startsWith('is below')) return;
      const message = `endPort ${String(last)} of ${label} ${what}, so the API server refuses it`;
      yield { variant: 'range', message, at, help };
      return;
    }
    const name = valueOf(cursor.string()) ?? '';
    const isNumber = /^[0-9]{1,5}$/.test(name);
    yield {
      variant: 'name',
      message: `Port "${name}" of ${label} ${isNumber ? 'is text and no number' : 'is no port name'}, so the API server refuses it`,
      at,
      help: isNumber ? `Write ${name} without quotes` : 'Use the number, or the name that the containers declare',
      fixes: isNumber ? fixOf(`Write ${name} without quotes`, 'unsafe', setScalar(at, Number(name))) : [],
    };
  },
});
