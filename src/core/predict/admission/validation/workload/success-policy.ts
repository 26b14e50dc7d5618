import type { SuccessPolicy, SuccessPolicyRule } from 'kubernetes-types/batch/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { byteLength } from '../../formats.ts';
import { countOf, numberOf, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import { readIndexRanges } from './index-ranges.ts';
import { validateNonnegative } from '../meta/nonnegative.ts';

const MOST_RULES = 20;
const MOST_BYTES_OF_INDEXES = 65_536;

/** When an Indexed Job counts as done (`validateSuccessPolicy`). `completions` is undefined where it is not known. */
export function validateSuccessPolicy(policy: Cursor<SuccessPolicy>, completions: number | undefined, to: Refusals): void {
  const rules = policy.get('rules');
  const count = countOf(rules);
  if (count === 0) to.required('job/success-rules-required', rules, 'at least one rules must be specified when the successPolicy is specified');
  if (count !== undefined && count > MOST_RULES) to.tooMany('job/success-rule-count', rules, MOST_RULES);
  for (const rule of rules.items()) validateSuccessRule(rule, completions, to);
}

function validateSuccessRule(rule: Cursor<SuccessPolicyRule>, completions: number | undefined, to: Refusals): void {
  const [indexes, count] = [rule.get('succeededIndexes'), rule.get('succeededCount')];
  if (indexes.isAbsent && count.isAbsent) {
    to.required('job/success-rule-required', rule, 'at least one of succeededCount or succeededIndexes must be specified');
  }
  const total = indexes.isAbsent ? undefined : validateIndexes(indexes, completions, to);
  validateNonnegative('job/negative-number', count, to);
  const wanted = count.isAbsent ? undefined : numberOf(count);
  const atMost = (most: number, what: string): void => {
    to.invalid('job/succeeded-count', count, `must be less than or equal to ${String(most)} (the number of ${what})`);
  };
  if (wanted !== undefined && completions !== undefined && wanted > completions) atMost(completions, 'specified completions');
  if (wanted !== undefined && total !== undefined && wanted > total) atMost(total, 'indexes in the specified succeededIndexes field');
}

/** Number of the indexes, 0 where the server cannot read them. */
function validateIndexes(indexes: Cursor<unknown>, completions: number | undefined, to: Refusals): number | undefined {
  const text = textOf(indexes);
  if (text === undefined || completions === undefined) return undefined;
  if (byteLength(text) > MOST_BYTES_OF_INDEXES) to.tooLong('job/succeeded-indexes', indexes, MOST_BYTES_OF_INDEXES);
  const read = readIndexRanges(text, completions);
  if ('total' in read) return read.total;
  to.invalid('job/succeeded-indexes', indexes, `error parsing succeededIndexes: ${read.fault}`);
  return 0;
}
