import { type Cursor, type FileEdit, type Untyped, defineRule, fixOf, insertKey, labelOf, valueOf } from '../../src/core/api.ts';

const PATTERN = /[()[\]{}^$*+?|\\]/;

/** What the path says that it is: a pattern, which only the controller understands, or a plain beginning. */
function pathTypeFor(path: string | undefined): string | undefined {
  if (path === undefined || path === '') return 'ImplementationSpecific';
  if (!path.startsWith('/')) return undefined;
  return PATTERN.test(path) ? 'ImplementationSpecific' : 'Prefix';
}

function insertPathType(pathType: Cursor<unknown>, value: string): FileEdit | undefined {
  return pathType.isWritten || !pathType.parent ? undefined : insertKey(pathType.parent, 'pathType', value);
}

export default defineRule({
  id: 'ingress-path-type-missing',
  title: 'A path of the Ingress has no pathType, so the API server refuses it',
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['ingress/path-type-required'],
  fix: 'safe',
  since: '0.1.0',
  judges: 'object',
  variants: { missing: 'error' },
  facts: ['S-245'],

  *check({ resource, cause: { cursor, at } }) {
    const field = cursor.parent?.as<Untyped>().get('path').string();
    const path = field && valueOf(field);
    const value = field?.state === 'unknown' ? undefined : pathTypeFor(path);
    yield {
      variant: 'missing',
      message: `${path === undefined ? 'A path' : `Path "${path}"`} of ${labelOf(resource)} has no pathType, so the API server refuses it`,
      at,
      help: value === undefined ? 'Add pathType: Prefix, Exact or ImplementationSpecific' : `Add pathType: ${value}`,
      fixes: value === undefined ? [] : fixOf(`Add pathType: ${value}`, 'safe', insertPathType(cursor, value)),
    };
  },
});
