import { defineRule, fixOf, labelOf, removeItem, showValue, valueOf } from '../../src/core/api.ts';

const LISTS: Readonly<Record<string, string>> = { 'pod/pull-secret-warning': 'imagePullSecrets', 'host-alias/ip-warning': 'hostAliases' };

export default defineRule({
  id: 'pod-entry-duplicated',
  title: 'A list of the pod holds an entry twice, or one without a name',
  category: 'api',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['pod/pull-secret-warning', 'host-alias/ip-warning'],
  fix: 'safe',
  since: '0.1.0',
  judges: 'object',
  variants: { duplicated: 'warning', empty: 'warning' },
  facts: ['S-200'],

  *check({ resource, cause }) {
    const { check, cursor, at } = cause;
    const list = LISTS[check] ?? '';
    const entry = cursor.index === undefined ? cursor.parent : cursor;
    const isEmpty = cursor.isAbsent || valueOf(cursor.string()) === '';
    yield {
      variant: isEmpty ? 'empty' : 'duplicated',
      message: isEmpty
        ? `${labelOf(resource)} has an entry without a name in "${list}", which does nothing`
        : `${labelOf(resource)} lists ${showValue(cursor)} twice in "${list}", and one entry may be lost`,
      at,
      help: 'Remove the entry',
      fixes: entry ? fixOf('Remove the entry', 'safe', removeItem(entry)) : [],
    };
  },
});
