import { defineRule, findNearest, keyOf, labelOf, valueOf, type Refusal } from '../../src/core/api.ts';

const OPERATORS = ['In', 'NotIn', 'Exists', 'DoesNotExist'];

function describe({ resource, cause }: Refusal): { variant: 'operator' | 'values' | 'generated'; message: string; help: string } | undefined {
  const selector = `A selector of ${labelOf(resource)}`;
  const operator = valueOf(
    (keyOf(cause.cursor) === 'operator' ? cause.cursor : cause.cursor.parent?.as<{ readonly operator: string }>().get('operator'))?.string() ?? {
      state: 'absent',
      at: cause.at,
    },
  );
  switch (cause.check) {
    case 'selector/operator': {
      const meant = findNearest(operator ?? '', OPERATORS, name => name);
      const help = meant === undefined ? 'Use In, NotIn, Exists or DoesNotExist' : `Use ${meant}`;
      const what = operator === undefined || operator === '' ? 'has an expression without operator' : `has operator "${operator}", which does not exist`;
      return { variant: 'operator', message: `${selector} ${what}, so it is refused`, help };
    }
    case 'selector/values-required':
      return { variant: 'values', message: `${selector} has operator "${operator ?? ''}" without values, so it is refused`, help: 'Add values, or use Exists' };
    case 'selector/values-forbidden':
      return { variant: 'values', message: `${selector} gives values to operator "${operator ?? ''}", so it is refused`, help: 'Remove values, or use In' };
    case 'job/selector-not-generated':
    case 'cron-job/selector':
    case 'cron-job/selector-unsupported':
      return {
        variant: 'generated',
        message: `${labelOf(resource)} has a selector, which the server makes itself, so it is refused`,
        help: 'Remove selector and manualSelector',
      };
    default:
      return undefined;
  }
}

export default defineRule({
  id: 'label-selector-invalid',
  title: 'The API server refuses the selector',
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: [
    'selector/operator',
    'selector/values-required',
    'selector/values-forbidden',
    'workload/selector-unreadable',
    'job/selector-not-generated',
    'cron-job/selector',
    'cron-job/selector-unsupported',
  ],
  fix: 'no',
  since: '0.1.0',
  judges: 'object',
  variants: { operator: 'error', values: 'error', generated: 'error' },
  facts: ['S-006', 'S-007', 'S-022'],

  *check(refusal) {
    const finding = describe(refusal);
    const { resource, cause } = refusal;
    // A Job without manualSelector is told of its selector once, not at its labels again.
    const at = cause.check === 'job/selector-not-generated' ? resource.body.get('spec').get('selector').at : cause.at;
    if (finding) yield { ...finding, at };
  },
});
