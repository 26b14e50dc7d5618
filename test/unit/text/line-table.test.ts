import { describe, expect, test } from 'vitest';
import { LineTable } from '../../../src/core/text/line-table.ts';

const text = 'one\r\n\ntwo\nlast';
const lines = new LineTable(text);

describe('lines and columns', () => {
  test.each([
    [0, 1, 1],
    [2, 1, 3],
    [4, 1, 5],
    [5, 2, 1],
    [6, 3, 1],
    [10, 4, 1],
    [14, 4, 5],
  ])('offset %i is line %i, column %i', (offset, line, column) => {
    expect(lines.position(offset)).toEqual({ line, column });
  });

  test('count UTF-16 units', () => {
    expect(new LineTable('a: 😀x\n').position(5)).toEqual({ line: 1, column: 6 });
  });

  test('give the offset back, at most the end of the line', () => {
    expect(lines.offset({ line: 3, column: 2 })).toBe(7);
    expect(lines.offset({ line: 1, column: 99 })).toBe(3);
  });

  test('of a line exclude its line break', () => {
    expect([1, 2, 3, 4].map(line => lines.lineText(line))).toEqual(['one', '', 'two', 'last']);
    expect(lines.lineSpan(3)).toEqual({ start: 6, end: 9 });
    expect(lines.lineText(9)).toBe('');
  });

  test('are counted', () => {
    expect(lines.lineCount).toBe(4);
    expect(new LineTable('').lineCount).toBe(1);
    expect(new LineTable('a\n').lineCount).toBe(2);
  });
});
