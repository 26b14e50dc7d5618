import { lineEndOf } from '../text/edit.ts';
import type { Cursor } from '../yaml/cursor.ts';
import type { SourceFile } from '../yaml/source-file.ts';
import type { FileEdit } from './finding.ts';

interface Lines {
  readonly file: SourceFile;
  /** From the start of the first line to the end of the last one, with its line end. */
  readonly start: number;
  readonly end: number;
  readonly indent: number;
}

const columnOf = (file: SourceFile, offset: number): number => file.lines.position(offset).column - 1;

/** The whole lines of an entry of a block mapping; undefined where it shares one of them. */
function linesOf(entry: Cursor<unknown>): Lines | undefined {
  const { file, keySpan, valueSpan } = entry.at;
  if (!keySpan) return undefined;
  const first = file.lines.lineSpan(file.lines.position(keySpan.start).line);
  const last = file.lines.position(Math.max(keySpan.end, valueSpan.end - 1)).line;
  const end = last < file.lines.lineCount ? file.lines.lineSpan(last + 1).start : file.text.length;
  const isAlone =
    file.text.slice(first.start, keySpan.start).trim() === '' && /^\s*(?:#.*)?\s*$/.test(file.text.slice(Math.max(keySpan.end, valueSpan.end), end));
  return isAlone ? { file, start: first.start, end, indent: keySpan.start - first.start } : undefined;
}

/** The text of lines with another indentation; it ends with a line end. */
function reindent({ file, start, end, indent }: Lines, to: number): string {
  const text = file.text.slice(start, end);
  const lines = (text.endsWith('\n') ? text : text + lineEndOf(file.text)).split('\n');
  return lines.map(line => (line.trim() === '' ? line : ' '.repeat(to) + line.slice(Math.min(indent, line.search(/\S/))))).join('\n');
}

const isBlock = (cursor: Cursor<unknown>): boolean => !cursor.source.startsWith('{');

interface Target {
  readonly offset: number;
  readonly indent: number;
}

/** The entry of a mapping around `inner` that leads to it. */
function childToward(mapping: Cursor<unknown>, inner: Cursor<unknown>): Cursor<unknown> | undefined {
  let at = inner;
  while (at.parent && at.parent.path !== mapping.path) at = at.parent;
  return at.parent ? at : undefined;
}

function afterLineOf(file: SourceFile, offset: number): number {
  const { line } = file.lines.position(offset);
  return line < file.lines.lineCount ? file.lines.lineSpan(line + 1).start : file.text.length;
}

/** Where an entry of the mapping may be written: behind the entry that holds what is moved, else behind the last one. */
function targetIn(mapping: Cursor, entry: Cursor<unknown>): Target | undefined {
  const { file } = mapping.document;
  if (mapping.isMapping && isBlock(mapping)) {
    const behind = childToward(mapping, entry) ?? mapping.entries().at(-1)?.value;
    const key = behind?.at.keySpan;
    return behind && key && { offset: afterLineOf(file, Math.max(key.end, behind.at.valueSpan.end - 1)), indent: columnOf(file, key.start) };
  }
  const { keySpan } = mapping.at;
  if (!mapping.isWritten || !mapping.isAbsent || !keySpan || !mapping.isScalar || mapping.source !== '') return undefined;
  return { offset: afterLineOf(file, keySpan.start), indent: columnOf(file, keySpan.start) + 2 };
}

/** Moves an entry with its lines into another block mapping, or into one that is still empty; none where that would need more than lines. */
export function moveEntry(entry: Cursor<unknown>, mapping: Cursor): readonly FileEdit[] | undefined {
  // Of what is rendered, lines would move that are none of it.
  if (entry.document.origins) return undefined;
  const lines = linesOf(entry);
  const target = lines && entry.parent && isBlock(entry.parent) && targetIn(mapping, entry);
  if (!lines || !target) return undefined;
  const { file, start, end } = lines;
  const newText = reindent(lines, target.indent);
  if (target.offset >= start && target.offset <= end) return [{ file, span: { start, end }, newText }];
  return [
    { file, span: { start, end }, newText: '' },
    { file, span: { start: target.offset, end: target.offset }, newText },
  ];
}
