import type { Cursor } from '../yaml/cursor.ts';
import type { Place } from '../yaml/place.ts';
import type { FileEdit, Fix } from './finding.ts';

const PLAIN = /^[A-Za-z0-9_./][-A-Za-z0-9_./]*$/;
const READS_AS_OTHER = /^(?:y|n|yes|no|on|off|true|false|null|~|[-+.]?[0-9][0-9_.eExXoObB]*|\.inf|\.nan)$/i;

function writeScalar(value: string | number | boolean, written: string): string {
  const text = String(value);
  if (typeof value !== 'string') return text;
  if (written.startsWith('"')) return JSON.stringify(text);
  if (written.startsWith("'")) return `'${text.replaceAll("'", "''")}'`;
  return PLAIN.test(text) && !READS_AS_OTHER.test(text) ? text : JSON.stringify(text);
}

/** Replaces a scalar, in the quotes that it has. */
export function setScalar(at: Place, value: string | number | boolean): FileEdit {
  const span = at.valueSpan;
  return { file: at.file, span, newText: writeScalar(value, at.file.text.slice(span.start, span.end)) };
}

/** Replaces a key and leaves its value alone. Undefined where the place has no key. */
export function renameKey(at: Place, name: string): FileEdit | undefined {
  return at.keySpan && { file: at.file, span: at.keySpan, newText: writeScalar(name, at.file.text.slice(at.keySpan.start, at.keySpan.end)) };
}

function isFlow(cursor: Cursor<unknown>): boolean {
  return cursor.source.startsWith('{') || cursor.source.startsWith('[');
}

/** Inserts `key: value` as the first entry of a block mapping; undefined for flow mappings and mappings that hold nothing. */
export function insertKey(mapping: Cursor<unknown>, key: string, value: string | number | boolean): FileEdit | undefined {
  if (!mapping.isMapping || isFlow(mapping)) return undefined;
  const { file } = mapping.document;
  const start = mapping.at.valueSpan.start;
  const { column } = file.lines.position(start);
  const eol = file.text.includes('\r\n') ? '\r\n' : '\n';
  return { file, span: { start, end: start }, newText: `${key}: ${writeScalar(value, '')}${eol}${' '.repeat(column - 1)}` };
}

/** Inserts lines as the first entry of a block mapping, each indented as the mapping is. */
export function insertLines(mapping: Cursor<unknown>, lines: readonly string[]): FileEdit | undefined {
  const edit = insertKey(mapping, 'key', '');
  const [, separator = ''] = edit?.newText.match(/(\r?\n *)$/) ?? [];
  return edit && { ...edit, newText: lines.map(line => line + separator).join('') };
}

/** Inserts a mapping of one entry as the first entry of a block mapping: `key:` and, on the next line, `inner: value`. */
export function insertMapping(mapping: Cursor<unknown>, key: string, inner: string, value: string): FileEdit | undefined {
  const edit = insertKey(mapping, inner, value);
  const { file } = mapping.document;
  const indent = ' '.repeat(Math.max(0, file.lines.position(mapping.at.valueSpan.start).column - 1));
  const eol = file.text.includes('\r\n') ? '\r\n' : '\n';
  return edit && { ...edit, newText: `${key}:${eol}${indent}  ${edit.newText}` };
}

/** Removes an entry of a block mapping with its line; undefined where it shares its line with others or is the only one. */
export function removeKey(at: Place): FileEdit | undefined {
  const { file, keySpan, valueSpan } = at;
  if (!keySpan) return undefined;
  const first = file.lines.position(keySpan.start).line;
  const last = file.lines.position(Math.max(keySpan.end, valueSpan.end - 1)).line;
  const start = file.lines.lineSpan(first).start;
  if (file.text.slice(start, keySpan.start).trim() !== '') return undefined;
  const end = last < file.lines.lineCount ? file.lines.lineSpan(last + 1).start : file.text.length;
  if (
    file.text
      .slice(valueSpan.end, end)
      .replace(/#[^\n]*/, '')
      .trim() !== ''
  )
    return undefined;
  return { file, span: { start, end }, newText: '' };
}

/** Removes an element of a block list with its lines; undefined where it shares them. */
export function removeItem(item: Cursor<unknown>): FileEdit | undefined {
  const { file, valueSpan } = item.at;
  const [first, last] = [file.lines.position(valueSpan.start).line, file.lines.position(Math.max(valueSpan.start, valueSpan.end - 1)).line];
  const { start } = file.lines.lineSpan(first);
  if (!/^[ \t]*-[ \t]+$/.test(file.text.slice(start, valueSpan.start))) return undefined;
  const end = last < file.lines.lineCount ? file.lines.lineSpan(last + 1).start : file.text.length;
  return { file, span: { start, end }, newText: '' };
}

/** A fix of one or more edits; none where one of them cannot be made. */
export function fixOf(title: string, safety: Fix['safety'], ...edits: readonly (FileEdit | undefined)[]): readonly Fix[] {
  const possible = edits.filter(edit => edit !== undefined);
  return possible.length === edits.length && edits.length > 0 ? [{ title, safety, edits: possible }] : [];
}
