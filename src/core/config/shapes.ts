import type { Cursor } from '../yaml/cursor.ts';
import { keyOf, listOf as enumerate, withConsequence, type Reader, type Shape } from './reader.ts';

export const boolean: Shape<boolean> = {
  read(cursor, reader) {
    const field = cursor.boolean();
    return field.state === 'known' ? field.value : reader.wrongType(cursor, 'true or false');
  },
  schema: () => ({ type: 'boolean' }),
};

export const text: Shape<string> = {
  read(cursor, reader) {
    const field = cursor.string();
    return field.state === 'known' ? field.value : reader.wrongType(cursor, 'a text');
  },
  schema: () => ({ type: 'string' }),
};

/** One of several words. Read as written: YAML 1.1 takes a plain `off` for false. */
export function choice<const V extends string>(values: readonly V[]): Shape<V> {
  return {
    read(cursor, reader) {
      const written = cursor.text;
      if (written === undefined) return reader.wrongType(cursor, enumerate(values));
      const found = values.find(value => value === written);
      if (found !== undefined) return found;
      const subject = `Value "${written}" of "${keyOf(cursor)}"`;
      return reader.unknown({ variant: 'unknown-value', subject, name: written, known: values, at: cursor.at });
    },
    schema: () => ({ enum: [...values] }),
  };
}

interface Parsed<V> {
  readonly parse: (written: string) => V | undefined;
  /** What it reads, with its article: `a range such as "30000-32767"`. */
  readonly expected: string;
  /** What `parse` takes, as a pattern of JSON Schema. */
  readonly pattern: string;
}

/** A text with a form. A number is refused even where its digits fit: `1.30` without quotes is 1.3 for every YAML reader. */
export function parsed<V>({ parse, expected, pattern }: Parsed<V>): Shape<V> {
  return {
    read(cursor, reader) {
      const field = cursor.string();
      const value = parse(cursor.text ?? '');
      if (field.state === 'known' && value !== undefined) return value;
      if (field.state === 'known') {
        const message = withConsequence(`Value "${field.value}" of "${keyOf(cursor)}" is not ${expected}`);
        return reader.fault({ variant: 'unknown-value', message, at: cursor.at });
      }
      if (value === undefined || cursor.scalar().state !== 'known') return reader.wrongType(cursor, expected);
      return reader.fault({
        variant: 'wrong-type',
        message: withConsequence(`Value ${cursor.source} of "${keyOf(cursor)}" is a number and not a text`),
        at: cursor.at,
        help: `Put it in double quotes: "${cursor.source}"`,
        fixes: [
          {
            title: 'Put the value in double quotes',
            safety: 'safe',
            edits: [{ file: cursor.at.file, span: cursor.at.valueSpan, newText: JSON.stringify(cursor.source) }],
          },
        ],
      });
    },
    schema: () => ({ type: 'string', pattern }),
  };
}

export function listOf<V>(element: Shape<V>): Shape<readonly V[]> {
  return {
    read(cursor, reader) {
      if (!cursor.isList) return reader.wrongType(cursor, 'a list');
      return cursor.items().flatMap(item => element.read(item, reader) ?? []);
    },
    schema: rules => ({ type: 'array', items: element.schema(rules) }),
  };
}

/** A list, or its only element. */
export function oneOrMore<V>(element: Shape<V>): Shape<readonly V[]> {
  const list = listOf(element);
  return {
    read(cursor, reader) {
      if (cursor.isList) return list.read(cursor, reader);
      const value = element.read(cursor, reader);
      return value === undefined ? undefined : [value];
    },
    schema: rules => ({ anyOf: [element.schema(rules), list.schema(rules)] }),
  };
}

/** Any keys, each with a value of one type. */
export function mapOf<V>(element: Shape<V>): Shape<ReadonlyMap<string, V>> {
  return {
    read(cursor, reader) {
      if (!cursor.isMapping) return reader.wrongType(cursor, 'a mapping');
      const values = new Map<string, V>();
      for (const { key, value } of cursor.entries()) {
        const read = element.read(value, reader);
        if (read !== undefined) values.set(key, read);
      }
      return values;
    },
    schema: rules => ({ type: 'object', additionalProperties: element.schema(rules) }),
  };
}

export interface Key<T> {
  readonly shape: Shape<T>;
  /** What it sets, in a sentence without a stop; for the editor, the README and `svclint init`. */
  readonly about: string;
  /** What holds without it, as it would be written. */
  readonly default?: string;
  /** A value as it is written. */
  readonly example: string;
}

export type KeyTable<T> = { readonly [K in keyof T]-?: Key<NonNullable<T[K]>> };

interface Mapping<T, V> {
  readonly keys: KeyTable<T>;
  readonly required?: readonly (keyof T & string)[];
  readonly build: (get: <K extends keyof T & string>(key: K) => NonNullable<T[K]> | undefined) => V;
}

function checkKeys(cursor: Cursor, known: readonly string[], reader: Reader): void {
  const owner = cursor.path === '' ? 'the configuration' : `"${keyOf(cursor)}"`;
  for (const { key, value } of cursor.entries()) {
    if (!known.includes(key)) reader.unknown({ variant: 'unknown-key', subject: `Key "${key}" of ${owner}`, name: key, known, at: value.at.atKey });
  }
}

/** A mapping whose keys are all known. */
export function mapping<T, V>({ keys, required = [], build }: Mapping<T, V>): Shape<V> {
  return {
    read(cursor, reader) {
      if (!cursor.isMapping) return reader.wrongType(cursor, 'a mapping');
      checkKeys(cursor, Object.keys(keys), reader);
      const missing = required.find(key => cursor.get(key).isAbsent);
      if (missing !== undefined) {
        const message = withConsequence(`Key "${missing}" of "${keyOf(cursor)}" is absent`);
        return reader.fault({ variant: 'wrong-type', message, at: cursor.at });
      }
      return build(key => (cursor.get(key).isAbsent ? undefined : keys[key].shape.read(cursor.get(key), reader)));
    },
    schema: rules => ({
      type: 'object',
      properties: Object.fromEntries(Object.entries<Key<unknown>>(keys).map(([name, key]) => [name, { description: key.about, ...key.shape.schema(rules) }])),
      ...(required.length > 0 ? { required: [...required] } : {}),
      additionalProperties: false,
    }),
  };
}
