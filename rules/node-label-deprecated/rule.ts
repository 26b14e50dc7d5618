import {
  defineRule,
  findNewNodeLabel,
  fixOf,
  labelOf,
  removeKey,
  renameKey,
  setScalar,
  valueOf,
  type Cursor,
  type Fix,
  type Untyped,
} from '../../src/core/api.ts';

/** The old key: of an entry of a map its key, elsewhere the value. */
function keyOf(cursor: Cursor<unknown>): string {
  const [, entry] = /\[([^[\]]+)\]$/.exec(cursor.fieldPath) ?? [];
  return entry ?? valueOf(cursor.string()) ?? '';
}

function fixesOf(cursor: Cursor<unknown>, now: string): readonly Fix[] {
  const title = `Write ${now}`;
  if (!cursor.fieldPath.endsWith(']')) return fixOf(title, 'safe', setScalar(cursor.at, now));
  const isThere = cursor.parent?.as<Untyped>().get(now).isWritten === true;
  return isThere ? fixOf('Remove the old key', 'safe', removeKey(cursor.at)) : fixOf(title, 'safe', renameKey(cursor.at, now));
}

export default defineRule({
  id: 'node-label-deprecated',
  title: 'The label of nodes has a new name',
  category: 'deprecation',
  severity: 'warning',
  presets: ['strict'],
  subject: 'refusal',
  checks: ['pod/node-label-warning'],
  fix: 'safe',
  since: '0.1.0',
  judges: 'object',
  variants: { renamed: 'warning' },
  facts: ['S-200'],

  *check({ resource, cause }) {
    const { cursor } = cause;
    const key = keyOf(cursor);
    const now = findNewNodeLabel(key);
    if (now === undefined) return;
    yield {
      variant: 'renamed',
      message: `${labelOf(resource)} asks for nodes by "${key}", which has a new name`,
      at: cursor.fieldPath.endsWith(']') ? cursor.at.atKey : cursor.at,
      help: `Write ${now}`,
      fixes: fixesOf(cursor, now),
    };
  },
});
