import { labelOf } from '../model/resource.ts';
import type { Refusal } from '../predict/admission/refusals-of.ts';
import type { Cursor } from '../yaml/cursor.ts';
import { valueOf } from '../yaml/field.ts';

/** Longer values are cut: the server's sentence holds them whole. */
const LONGEST = 24;

/** A value in a message: numbers bare, texts in quotes, nothing as `""`. */
export function showValue(cursor: Cursor<unknown>): string {
  const value = valueOf(cursor.scalar());
  if (typeof value === 'number' || typeof value === 'bigint') return value.toString();
  const text = cursor.text ?? '';
  return JSON.stringify(text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);
}

/** The name of the field that a cursor stands at or in: `externalIPs` for an element of it. */
export function fieldNameOf(cursor: Cursor<unknown>): string {
  const path = cursor.fieldPath.replace(/(?:\[[^\]]*\])+$/, '');
  return path.slice(path.lastIndexOf('.') + 1);
}

/** The element of a list of ports that a field belongs to. */
export function findPort(cursor: Cursor<unknown>): Cursor | undefined {
  let at: Cursor<unknown> | undefined = cursor;
  while (at && !(at.index !== undefined && at.parent?.fieldPath.endsWith('ports'))) at = at.parent;
  return at?.as();
}

/** The port that the server refuses: `Port "http" of Service "web"`. The field itself is no name, as it is what is wrong with it. */
export function refusedPortOf({ resource, cause }: Refusal): string {
  const port = findPort(cause.cursor);
  const [name, number] = [port && valueOf(port.get('name').string()), port && valueOf(port.get('port').number())];
  const isNamed = name !== undefined && name !== '' && name.length <= LONGEST;
  const which = isNamed ? `Port "${name}"` : number === undefined ? 'A port' : `Port ${String(number)}`;
  return `${which} of ${labelOf(resource)}`;
}

/** The key of a map to which a check says no: it stands between brackets at the end of the field that the server names. */
export function refusedKeyOf(cause: Refusal['cause']): string {
  return 'field' in cause ? cause.field.slice(cause.field.indexOf('[') + 1, -1) : '';
}
