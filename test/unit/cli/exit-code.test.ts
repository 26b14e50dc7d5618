import { expect, test } from 'vitest';
import { exitCodeOf } from '../../../src/cli/exit-code.ts';

test.each([
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
] as const)('%i errors, %i warnings, %i infos, %i not read, failing on %s: %i', (error, warning, info, unread, failOn, code) => {
  expect(exitCodeOf({ incomplete: Array.from({ length: unread }), summary: { error, warning, info } }, failOn)).toBe(code);
});
