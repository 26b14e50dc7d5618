import { escapeName } from '../../cel/names.ts';
import { BOOL, BYTES, DOUBLE, DURATION, DYN, INT, listOf, mapOf, objectOf, STRING, TIMESTAMP, type CelType } from '../../cel/type.ts';
import { booleanOf, textOf } from '../read.ts';
import { additionalPropertiesOf, itemsOf, type SchemaCursor } from './crd-schema-parts.ts';

const TEXTS: Readonly<Record<string, CelType>> = { byte: BYTES, duration: DURATION, date: TIMESTAMP, 'date-time': TIMESTAMP };

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
    case 'array': {
      const items = itemsOf(schema);
      const element = items ? typeOfSchema(items, isEmbedded(items)) : undefined;
      return element && listOf(element);
    }
    case 'object':
      return objectType(schema, isRoot);
    case 'string': {
      const format = textOf(schema.get('format'));
      return format === undefined ? DYN : Object.hasOwn(TEXTS, format) ? TEXTS[format] : STRING;
    }
    default:
      return Object.hasOwn(SCALARS, type) ? SCALARS[type] : undefined;
  }
}

function objectType(schema: SchemaCursor, isRoot: boolean): CelType | undefined {
  const values = additionalPropertiesOf(schema);
  if (values) {
    const value = typeOfSchema(values, isEmbedded(values));
    return value && mapOf(STRING, value);
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
