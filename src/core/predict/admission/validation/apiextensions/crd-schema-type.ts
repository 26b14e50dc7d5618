import { escapeName } from '../../../cel/names.ts';
import { BOOL, BYTES, DOUBLE, DURATION, DYN, INT, listOf, mapOf, objectOf, STRING, TIMESTAMP, type CelType } from '../../../cel/type.ts';
import { booleanOf, pointerOf, textOf } from '../../read.ts';
import { additionalPropertiesOf, itemsOf, type SchemaCursor } from './crd-schema-parts.ts';

/** Largest object that a server takes, in bytes: what no schema bounds is bounded by it. */
const MOST_BYTES = 3 * 1024 * 1024;

const TEXTS: Readonly<Record<string, CelType>> = { duration: DURATION, date: TIMESTAMP, 'date-time': TIMESTAMP };

/** Least bytes of a text of a format, with its quotes. */
const LEAST_TEXT: Readonly<Record<string, number>> = { duration: 3, date: 12, 'date-time': 21 };

const SCALARS: Readonly<Record<string, CelType>> = { boolean: BOOL, number: DOUBLE, integer: INT };

const METADATA = objectOf('object', { name: STRING, generateName: STRING });

const isEmbedded = (schema: SchemaCursor): boolean => booleanOf(schema.get('x-kubernetes-embedded-resource')) === true;

/** Type of the values of a schema in expressions; undefined where the server shows them to none. Unknown parts are of any type. */
export function typeOfSchema(schema: SchemaCursor, isRoot: boolean): CelType | undefined {
  if (booleanOf(schema.get('x-kubernetes-int-or-string')) !== false) return DYN;
  const type = textOf(schema.get('type'));
  switch (type) {
    case undefined:
      return DYN;
    case 'array':
      return listType(schema);
    case 'object':
      return objectType(schema, isRoot);
    case 'string':
      return textType(schema);
    default:
      return Object.hasOwn(SCALARS, type) ? SCALARS[type] : undefined;
  }
}

/** What a bound says: its number, or what fits into a request where there is none; undefined where it is not known. */
function boundOf(bound: SchemaCursor, unbounded: () => number): number | undefined {
  const written = pointerOf(bound.number());
  return written === null ? unbounded() : written === undefined ? undefined : Math.max(0, written);
}

const sized = (type: CelType, most: number | undefined): CelType => (most === undefined ? type : { ...type, most });

function textType(schema: SchemaCursor): CelType {
  const format = textOf(schema.get('format'));
  if (format === undefined) return DYN;
  if (Object.hasOwn(TEXTS, format)) return TEXTS[format] ?? STRING;
  const bound = schema.get('maxLength');
  if (format === 'byte')
    return sized(
      BYTES,
      boundOf(bound, () => MOST_BYTES - 2),
    );
  const names = schema.get('enum').items();
  const longest = names.map(name => textOf(name)?.length ?? 0).reduce((most, length) => Math.max(most, length), 0);
  const most = boundOf(bound, () => (names.length > 0 ? longest : MOST_BYTES - 2));
  return sized(STRING, most === undefined || bound.isAbsent ? most : most * 4);
}

function listType(schema: SchemaCursor): CelType | undefined {
  const items = itemsOf(schema);
  const element = items ? typeOfSchema(items, isEmbedded(items)) : undefined;
  if (!items || !element) return undefined;
  const most = boundOf(schema.get('maxItems'), () => Math.floor((MOST_BYTES - 2) / (leastBytesOf(items) + 1)));
  return sized(listOf(element), most);
}

/** Bytes that a value of a schema takes at least. */
export function leastBytesOf(schema: SchemaCursor): number {
  if (booleanOf(schema.get('x-kubernetes-int-or-string')) === true) return 1;
  switch (textOf(schema.get('type'))) {
    case 'object':
      return additionalPropertiesOf(schema) ? 2 : leastBytesOfFields(schema);
    case 'array':
      return 2;
    case 'boolean':
      return 4;
    case 'string':
      return LEAST_TEXT[textOf(schema.get('format')) ?? ''] ?? 2;
    default:
      return 1;
  }
}

/** Fields that must be written count with their names. */
function leastBytesOfFields(schema: SchemaCursor): number {
  const required = new Set(schema.get('required').items().map(textOf));
  const fields = schema.get('properties').entries();
  const needed = fields.filter(({ key, value }) => required.has(key) && value.get('default').isAbsent);
  return needed.reduce((total, { key, value }) => total + key.length + leastBytesOf(value) + 4, 2);
}

/** How often a value that takes so many bytes at least can stand in one object. */
export const mostOccurrences = (leastBytes: number): number => Math.floor(MOST_BYTES / (leastBytes + 1));

function objectType(schema: SchemaCursor, isRoot: boolean): CelType | undefined {
  const values = additionalPropertiesOf(schema);
  if (values) {
    const value = typeOfSchema(values, isEmbedded(values));
    const most = boundOf(schema.get('maxProperties'), () => Math.floor((MOST_BYTES - 2) / (leastBytesOf(values) + 6)));
    return value && sized(mapOf(STRING, value), most);
  }
  const properties = schema.get('properties');
  if (properties.isOpen && !properties.isAbsent) return DYN;
  const fields = Object.fromEntries(
    properties.entries().flatMap(({ key, value }) => {
      const [name, type] = [escapeName(key), typeOfSchema(value, isEmbedded(value))];
      return name !== undefined && type ? [[name, type] as const] : [];
    }),
  );
  return objectOf('object', isRoot ? { ...fields, apiVersion: STRING, kind: STRING, metadata: METADATA } : fields);
}
