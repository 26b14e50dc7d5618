import type { MatchCondition } from 'kubernetes-types/admissionregistration/v1.d.ts';
import type { CelType } from '../../../cel/type.ts';
import { BOOL } from '../../../cel/type.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { qualifiedNameFaults } from '../../formats.ts';
import { countOf, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import type { AdmissionContext } from '../../validator.ts';
import { validateExpression } from './cel-expression.ts';
import { refuseDuplicates, refuseFaults, requireField } from '../meta/text.ts';

const MOST_CONDITIONS = 64;

interface MatchConditionsOptions {
  readonly context: AdmissionContext;
  readonly variables: Readonly<Record<string, CelType>>;
}

/** `validateMatchConditions`: expressions that say which requests are looked at, kept by servers from 1.28 on. */
export function validateMatchConditions(conditions: Cursor<MatchCondition[]>, into: Refusals, options: MatchConditionsOptions): void {
  const to = into.within({ since: 28 });
  if ((countOf(conditions) ?? 0) > MOST_CONDITIONS) to.tooMany('webhook/match-conditions-count', conditions, MOST_CONDITIONS);
  for (const condition of conditions.items()) validateMatchCondition(condition, to, options);
  refuseDuplicates(
    conditions,
    conditions.items().map(condition => condition.get('name')),
    to,
    'webhook/match-condition-name-duplicated',
  );
}

function validateMatchCondition(condition: Cursor<MatchCondition>, to: Refusals, { context, variables }: MatchConditionsOptions): void {
  const [expression, name] = [condition.get('expression'), condition.get('name')];
  const text = textOf(expression)?.trim();
  if (text === '') to.required('webhook/match-condition-required', expression);
  else if (text !== undefined) validateExpression(expression, to, { context, variables, returns: [BOOL], text });
  if (!requireField(name, to, { check: 'webhook/match-condition-required' })) {
    refuseFaults(name, to, { check: 'webhook/match-condition-name' }, qualifiedNameFaults);
  }
}
