import { describe, expect, test } from 'vitest';
import { applyEdits, editsOverlap } from '../../../src/core/text/edit.ts';

const edit = (start: number, end: number, newText: string): { span: { start: number; end: number }; newText: string } => ({ span: { start, end }, newText });

describe('edits', () => {
  test('replace, insert and delete in any order', () => {
    expect(applyEdits('abcdef', [edit(4, 5, ''), edit(0, 1, 'AA'), edit(2, 2, '-')])).toBe('AAb-cdf');
    expect(applyEdits('abc', [])).toBe('abc');
    expect(applyEdits('', [edit(0, 0, 'x')])).toBe('x');
  });

  test('overlap when they touch the same text or begin at one place', () => {
    expect(editsOverlap(edit(0, 2, ''), edit(1, 3, ''))).toBe(true);
    expect(editsOverlap(edit(1, 1, 'a'), edit(1, 1, 'b'))).toBe(true);
    expect(editsOverlap(edit(1, 1, 'a'), edit(0, 3, ''))).toBe(true);
    expect(editsOverlap(edit(0, 2, ''), edit(2, 3, ''))).toBe(false);
  });
});
