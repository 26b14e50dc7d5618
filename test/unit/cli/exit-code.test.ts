import { expect, test } from 'vitest';
import type { FailOn } from '../../../src/core/config/configuration.ts';
import { exitCodeOf } from '../../../src/cli/exit-code.ts';

/** Errors, warnings, infos, files that were not read; what fails; the code. */
type Row = readonly [error: number, warning: number, info: number, unread: number, failOn: FailOn, code: number];

const ROWS: readonly Row[] = [
  [0, 0, 0, 0, 'error', 0],
  [1, 0, 0, 0, 'error', 1],
  [0, 1, 1, 0, 'error', 0],
  [0, 1, 0, 0, 'warning', 1],
  [1, 0, 0, 0, 'warning', 1],
  [0, 0, 1, 0, 'warning', 0],
  [0, 0, 1, 0, 'info', 1],
  [0, 0, 0, 0, 'info', 0],
  [9, 9, 9, 0, 'never', 0],
  [0, 0, 0, 1, 'error', 3],
  [1, 0, 0, 1, 'error', 3],
  [0, 0, 0, 1, 'never', 3],
];

test.each(ROWS.map(row => ({ row })))('%j', ({ row: [error, warning, info, unread, failOn, code] }) => {
  expect(exitCodeOf({ incomplete: Array.from({ length: unread }), summary: { error, warning, info } }, failOn)).toBe(code);
});
