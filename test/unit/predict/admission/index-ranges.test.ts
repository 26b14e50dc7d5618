import { expect, test } from 'vitest';
import { readIndexRanges } from '../../../../src/core/predict/admission/validation/workload/index-ranges.ts';

test.each([
  ['', { total: 0 }],
  ['0', { total: 1 }],
  ['0,2-4', { total: 4 }],
  ['5', { fault: 'too large index: "5"' }],
  ['1-5', { fault: 'too large index: "5"' }],
  ['2-2', { fault: 'non-increasing order, previous: 2, current: 2' }],
  ['3,1', { fault: 'non-increasing order, previous: 3, current: 1' }],
  ['0-1-2', { fault: 'the fragment "0-1-2" violates the requirement that an index interval can have at most two parts separated by \'-\'' }],
  ['1,', { fault: 'cannot convert string to integer for index: ""' }],
])('indexes %j of a Job with 5 completions', (text, read) => {
  expect(readIndexRanges(text, 5)).toEqual(read);
});
