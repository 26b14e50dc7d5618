import { configuredRowId } from '../model/references/configured.ts';
import type { KindName, ReferenceRow, Verb } from '../model/references/reference.ts';
import type { Cursor } from '../yaml/cursor.ts';
import { keyOf, type Reader, type Shape } from './reader.ts';
import { choice, listOf, mapping, oneOrMore, parsed } from './shapes.ts';

const GROUP = '[a-z0-9](?:[-a-z0-9.]*[a-z0-9])?';
const KIND = `^(?:${GROUP})?/[A-Z][A-Za-z0-9]*$`;
const FIELD = '[A-Za-z0-9_-]+';
const PATH = `^${FIELD}(?:\\[\\])?(?:\\.${FIELD}(?:\\[\\])?)*$`;
const KEY_PATH = `^${FIELD}(?:\\.${FIELD})*$`;

/** Kinds of the core group that anything names. Of other groups every kind may exist. */
const CORE_KINDS = ['ConfigMap', 'Endpoints', 'Namespace', 'Node', 'PersistentVolume', 'PersistentVolumeClaim', 'Pod', 'Secret', 'Service', 'ServiceAccount'];

function isKindName(written: string): written is KindName {
  return new RegExp(KIND).test(written);
}

function taken(pattern: string): (written: string) => string | undefined {
  const expression = new RegExp(pattern);
  return written => (expression.test(written) ? written : undefined);
}

const kindForm = parsed<KindName>({
  parse: written => (isKindName(written) ? written : undefined),
  expected: 'a group and kind such as "apps/Deployment" or "/ConfigMap"',
  pattern: KIND,
});

const kindName: Shape<KindName> = {
  read(cursor: Cursor, reader: Reader) {
    const written = kindForm.read(cursor, reader);
    if (!written?.startsWith('/') || CORE_KINDS.includes(written.slice(1))) return written;
    const subject = `Kind "${written}" of "${keyOf(cursor)}"`;
    return reader.unknown({ variant: 'unknown-value', subject, name: written, known: CORE_KINDS.map(kind => `/${kind}`), at: cursor.at });
  },
  schema: kindForm.schema,
};

const path = parsed({ parse: taken(PATH), expected: 'a path such as "spec.volumes[].configRef"', pattern: PATH });
const fieldPath = parsed({ parse: taken(KEY_PATH), expected: 'a path such as "ref.name"', pattern: KEY_PATH });

/** A row as a configuration writes it. */
interface WrittenRow {
  readonly from?: readonly KindName[];
  readonly at?: string;
  readonly to?: KindName;
  readonly name?: string;
  readonly namespace?: string;
  readonly key?: string;
  readonly optional?: string;
  readonly verb?: Exclude<Verb, 'mentions'>;
}

const VERBS = ['needs', 'uses', 'makes'] as const;

/** Entries of `references`. */
export const referenceRow = mapping<WrittenRow, ReferenceRow | undefined>({
  keys: {
    from: { shape: oneOrMore(kindName), about: 'Kinds that have the field, each as group/Kind', example: 'example.com/App' },
    at: { shape: path, about: 'Path to the text or mapping that names an object; [] steps into the elements of a list', example: 'spec.configRef' },
    to: { shape: kindName, about: 'Kind of the object that is named', example: '/ConfigMap' },
    name: { shape: fieldPath, about: 'Field with the name below at; without it the text at the path is the name', example: 'name' },
    namespace: { shape: fieldPath, about: 'Field with the namespace below at; without it that of the object that refers', example: 'namespace' },
    key: { shape: path, about: 'Field below at with the key that is read of a ConfigMap or Secret', example: 'key' },
    optional: { shape: fieldPath, about: 'Boolean field below at that says the object may be absent', example: 'optional' },
    verb: {
      shape: choice(VERBS),
      about: 'needs: it does not work without the object; uses: it does in part; makes: its controller writes the object',
      default: 'needs',
      example: 'makes',
    },
  },
  required: ['from', 'at', 'to'],
  build(get) {
    const [from, at, to] = [get('from'), get('at'), get('to')];
    if (!from || at === undefined || to === undefined) return undefined;
    const row = { id: configuredRowId(to), verb: get('verb') ?? 'needs', from, at, to, name: get('name') ?? '', source: 'configuration' };
    const [namespace, key, optional] = [get('namespace'), get('key'), get('optional')];
    return { ...row, ...(namespace !== undefined && { namespace }), ...(key !== undefined && { key }), ...(optional !== undefined && { optional }) };
  },
});

/** Fields of custom resources that name objects. */
export const referenceRows: Shape<readonly ReferenceRow[]> = {
  read: (cursor, reader) =>
    listOf(referenceRow)
      .read(cursor, reader)
      ?.flatMap(row => row ?? []),
  schema: rules => listOf(referenceRow).schema(rules),
};
