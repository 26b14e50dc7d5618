import type { JobSpec } from 'kubernetes-types/batch/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { pointerOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';

/** How the pods of a Job are counted, defaults in place. */
export interface Completion {
  /** Undefined where it is not known. */
  readonly mode: string | undefined;
  /** Null where there is none, undefined where it is not known. */
  readonly completions: number | null | undefined;
}

const MODES = ['NonIndexed', 'Indexed'];
const MOST = 100_000;
/** With more completions than `MOST` and a limit per index, fewer pods may run or fail at a time. */
const MOST_OF_MANY = 10_000;

/** Completion mode and the numbers that belong to it. */
export function validateIndexing(spec: Cursor<JobSpec>, completion: Completion, to: Refusals): void {
  const { mode } = completion;
  const [limitPerIndex, maxFailed] = [spec.get('backoffLimitPerIndex'), spec.get('maxFailedIndexes')];
  if (typeof pointerOf(maxFailed.number()) === 'number' && limitPerIndex.isAbsent) {
    to.required('job/backoff-limit-per-index-required', limitPerIndex, 'when maxFailedIndexes is specified');
  }
  if (mode !== undefined && !MODES.includes(mode)) to.notSupported('job/completion-mode-unsupported', spec.get('completionMode'), MODES);
  if (mode === 'Indexed') validateIndexed(spec, completion.completions, to);
  if (mode !== 'NonIndexed') return;
  for (const field of [limitPerIndex, maxFailed]) {
    if (typeof pointerOf(field.number()) === 'number') to.invalid('job/needs-indexed-mode', field, 'requires indexed completion mode');
  }
}

function validateIndexed(spec: Cursor<JobSpec>, completions: Completion['completions'], to: Refusals): void {
  const [parallelism, maxFailed] = [pointerOf(spec.get('parallelism').number()), pointerOf(spec.get('maxFailedIndexes').number())];
  const atMost = (field: 'parallelism' | 'maxFailedIndexes', most: string): void => {
    to.invalid(field === 'parallelism' ? 'job/parallelism' : 'job/max-failed-indexes', spec.get(field), `must be less than or equal to ${most}`);
  };
  if (completions === null) to.required('job/completions-required', spec.get('completions'), 'when completion mode is Indexed');
  if ((parallelism ?? 0) > MOST) atMost('parallelism', `${String(MOST)} when completion mode is Indexed`);
  if (typeof completions === 'number' && (maxFailed ?? -Infinity) > completions) atMost('maxFailedIndexes', 'completions');
  if ((maxFailed ?? 0) > MOST) atMost('maxFailedIndexes', String(MOST));
  if ((completions ?? 0) <= MOST || typeof pointerOf(spec.get('backoffLimitPerIndex').number()) !== 'number') return;
  const many = `${String(MOST_OF_MANY)} when completions are above ${String(MOST)} and used with backoff limit per index`;
  if (maxFailed === null) {
    to.required('job/max-failed-indexes-required', spec.get('maxFailedIndexes'), `must be specified when completions is above ${String(MOST)}`);
  }
  if ((parallelism ?? 0) > MOST_OF_MANY) atMost('parallelism', many);
  if ((maxFailed ?? 0) > MOST_OF_MANY) atMost('maxFailedIndexes', many);
}
