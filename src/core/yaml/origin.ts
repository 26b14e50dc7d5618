import type { Change, Origin } from './source-file.ts';

export type { Change, Origin, Origins } from './source-file.ts';

/** The same source, changed once more. */
export function changedBy({ at, changes }: Origin, change: Change): Origin {
  return { at, changes: [...changes, change] };
}
