import type { FieldSchema, MinorRange, Schema, SchemaType } from './schema.ts';
import { isRecord, Table } from './table.ts';

/** Types that are no struct of the tables, by their names in Go: what they take, and how the decoder's messages name them where that differs. */
const KNOWN_TYPES: Readonly<Record<string, { readonly type: SchemaType; readonly format?: string; readonly goType?: string }>> = {
  string: { type: 'string' },
  bool: { type: 'boolean' },
  int: { type: 'integer', format: 'int64' },
  int32: { type: 'integer', format: 'int32' },
  int64: { type: 'integer', format: 'int64' },
  uint16: { type: 'integer', format: 'uint16' },
  float64: { type: 'number', format: 'double' },
  '[]byte': { type: 'bytes', goType: '[]uint8' },
  'types.UID': { type: 'string' },
  'types.NodeName': { type: 'string' },
  'intstr.IntOrString': { type: 'intOrString' },
  'resource.Quantity': { type: 'quantity' },
  'meta-v1.Time': { type: 'time', format: 'date-time', goType: 'v1.Time' },
  'meta-v1.MicroTime': { type: 'microTime', format: 'date-time', goType: 'v1.MicroTime' },
  'meta-v1.Duration': { type: 'duration', goType: 'v1.Duration' },
};

/** Reads `24-`, `-25`, `24-27` among the words of a code. */
export function readRange(words: readonly string[]): MinorRange | undefined {
  const [, since = '', until = ''] = /^(\d*)-(\d*)$/.exec(words.find(word => /^(?:\d+-\d*|-\d+)$/.test(word)) ?? '') ?? [];
  if (since === '' && until === '') return undefined;
  return { ...(since === '' ? {} : { since: Number(since) }), ...(until === '' ? {} : { until: Number(until) }) };
}

/** The value of a word such as `map=port,protocol` of a code. */
export function readWord(words: readonly string[], name: string): string | undefined {
  return words.find(word => word.startsWith(`${name}=`))?.slice(name.length + 1);
}

/** Makes a value when it is first asked for. */
export function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/**
 * The types of the API as Go declares them, read from the tables of `schemas/kubernetes` when they are asked for: declared types by name,
 * each a code or its fields' codes by name.
 */
export class GoTypes {
  readonly #read: (file: string) => string | undefined;
  readonly #tables = new Map<string, Table>();
  readonly #schemas = new Map<string, Schema>();

  constructor(read: (file: string) => string | undefined) {
    this.#read = read;
  }

  /** The schema of a declared type: `find('core-v1', 'ServiceSpec')`. */
  find(file: string, name: string): Schema | undefined {
    return this.#table(file).has(name) ? this.#schemaOf(file, name) : undefined;
  }

  #table(file: string): Table {
    const table = this.#tables.get(file) ?? new Table(this.#read(`kubernetes/${file}.json`));
    this.#tables.set(file, table);
    return table;
  }

  /** The schema of a type as a table of `file` names it: `ServicePort`, `[]core-v1.Container`, `map[string]string`. */
  #schemaOf(file: string, name: string): Schema {
    const key = `${file} ${name}`;
    const schema = this.#schemas.get(key) ?? this.#build(file, name);
    this.#schemas.set(key, schema);
    return schema;
  }

  #build(file: string, name: string): Schema {
    const known = KNOWN_TYPES[name] ?? KNOWN_TYPES[`${file}.${name}`];
    if (known) return { goType: name, ...known };
    const map = /^map\[[^\]]*\](.*)$/.exec(name);
    const goType = nameInGo(file, name);
    if (map) return { type: 'map', goType, element: once(() => this.#schemaOf(file, map[1] ?? '')) };
    if (name.startsWith('[]')) return { type: 'list', goType, element: once(() => this.#schemaOf(file, name.slice(2))) };
    const dot = name.lastIndexOf('.');
    return dot < 0 ? this.#declared(file, name, goType) : this.#schemaOf(name.slice(0, dot), name.slice(dot + 1));
  }

  #declared(file: string, name: string, goType: string): Schema {
    const declared = this.#table(file).get(name);
    if (isRecord(declared)) return this.#struct(file, declared, goType);
    if (typeof declared !== 'string') return { type: 'any', goType };
    const [type = '', ...words] = declared.split(' ');
    const values = readWord(words, 'enum');
    return { ...this.#schemaOf(file, type), goType, ...(values === undefined ? {} : { enum: values.split(',') }) };
  }

  #struct(file: string, codes: Readonly<Record<string, unknown>>, goType: string): Schema {
    const fields = new Map<string, FieldSchema>();
    const field = (name: string): FieldSchema | undefined => {
      const code = Object.hasOwn(codes, name) ? codes[name] : undefined;
      if (typeof code !== 'string') return undefined;
      const read = fields.get(name) ?? this.#field(file, code);
      fields.set(name, read);
      return read;
    };
    return { type: 'object', goType, field, fieldNames: () => Object.keys(codes) };
  }

  #field(file: string, code: string): FieldSchema {
    const [type = '', ...words] = code.split(' ');
    const [minors, keys, embedded] = [readRange(words), readWord(words, 'map'), readWord(words, 'in')];
    const base = this.#schemaOf(file, type);
    const schema: Schema =
      keys !== undefined ? { ...base, listType: 'map', listMapKeys: keys.split(',') } : words.includes('set') ? { ...base, listType: 'set' } : base;
    return { schema, ...(minors ? { minors } : {}), ...(words.includes('!') ? { isRequired: true } : {}), ...(embedded === undefined ? {} : { embedded }) };
  }
}

/** A type as Go prints it: packages are named by their last part, which is the version. */
function nameInGo(file: string, name: string): string {
  const own = (type: string): string => {
    if (KNOWN_TYPES[type]) return KNOWN_TYPES[type].goType ?? type;
    const dot = type.lastIndexOf('.');
    const from = dot < 0 ? file : type.slice(0, dot);
    return `${from.slice(from.lastIndexOf('-') + 1)}.${type.slice(dot + 1)}`;
  };
  const map = /^map\[([^\]]*)\](.*)$/.exec(name);
  if (map) return `map[${own(map[1] ?? '')}]${nameInGo(file, map[2] ?? '')}`;
  return name.startsWith('[]') && name !== '[]byte' ? `[]${nameInGo(file, name.slice(2))}` : own(name);
}
