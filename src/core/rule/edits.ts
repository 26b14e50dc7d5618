import { lineEndOf } from '../text/edit.ts';
import type { Mend } from '../model/rendering.ts';
import type { Cursor } from '../yaml/cursor.ts';
import type { Place } from '../yaml/place.ts';
import type { SourceFile } from '../yaml/source-file.ts';
import { NodeKind } from '../yaml/tree.ts';
import type { FileEdit, Fix } from './finding.ts';

const PLAIN = /^[A-Za-z0-9_./][-=A-Za-z0-9_./]*$/;
const READS_AS_OTHER = /^(?:y|n|yes|no|on|off|true|false|null|~|[-+.]?[0-9][0-9_.eExXoObB]*|\.inf|\.nan)$/i;

function writeScalar(value: string | number | boolean, written: string): string {
  const text = String(value);
  if (typeof value !== 'string') return text;
  if (written.startsWith('"')) return JSON.stringify(text);
  if (written.startsWith("'")) return `'${text.replaceAll("'", "''")}'`;
  return PLAIN.test(text) && !READS_AS_OTHER.test(text) ? text : JSON.stringify(text);
}

/**
 * The place that an edit may change: of a rendered document its source, where what stands there is what is applied. Undefined where something
 * changed it on its way, or a template makes it.
 */
export function editable(at: Place): Place | undefined {
  const { origin, document, node } = at;
  if (!origin) return at;
  if (origin.changes.length > 0 || origin.at.node === undefined || origin.at.document.templated) return undefined;
  const { tree } = document;
  const source = origin.at.document.tree;
  if (!tree || !source || node === undefined || tree.kind(node) !== source.kind(source.resolve(origin.at.node))) return undefined;
  const isScalar = tree.kind(node) === NodeKind.scalar;
  return isScalar && tree.scalarText(node) !== source.scalarText(source.resolve(origin.at.node)) ? undefined : origin.at;
}

/** Replaces a scalar, in the quotes that it has. Undefined where it is rendered from something else. */
export function setScalar(place: Place, value: string | number | boolean): FileEdit | undefined {
  const at = editable(place);
  if (!at) return undefined;
  const span = at.valueSpan;
  const { text } = at.file;
  // Where nothing is written the value stands right behind the colon.
  const gap = span.start === span.end && text[span.start - 1] === ':' ? ' ' : '';
  return { file: at.file, span, newText: gap + writeScalar(value, text.slice(span.start, span.end)) };
}

/** What would mend a kustomization; an edit only where the text stands as it is read. */
export function mendText({ at, was, text }: Mend): FileEdit | undefined {
  const { start, end } = at.valueSpan;
  const written = at.file.text.slice(start, end);
  return [was, `"${was}"`, `'${was}'`].includes(written) ? setScalar(at, text) : undefined;
}

/** Replaces a key and leaves its value alone. Undefined where the place has no key. */
export function renameKey(place: Place, name: string): FileEdit | undefined {
  const at = editable(place);
  return at?.keySpan && { file: at.file, span: at.keySpan, newText: writeScalar(name, at.file.text.slice(at.keySpan.start, at.keySpan.end)) };
}

/** How far the line of an offset is indented up to there. A byte order mark is no column for YAML. */
export function indentationAt(file: SourceFile, offset: number): string {
  const { column } = file.lines.position(offset);
  return ' '.repeat(column - 1 - (file.text.startsWith('\uFEFF') && column - 1 === offset ? 1 : 0));
}

/** Whether a mapping or list is written in brackets. */
export function isFlow({ document: { tree }, node }: Place): boolean {
  return tree !== undefined && node !== undefined && tree.isFlow(tree.resolve(node));
}

/** Where a block mapping is written; undefined for flow mappings, for those that hold nothing, and for what cannot be changed. */
function blockOf(mapping: Cursor<unknown>): Place | undefined {
  const at = mapping.isMapping ? editable(mapping.at) : undefined;
  return at && !isFlow(at) ? at : undefined;
}

/** Inserts `key: value` as the first entry of a block mapping; undefined for flow mappings and mappings that hold nothing. */
export function insertKey(mapping: Cursor<unknown>, key: string, value: string | number | boolean): FileEdit | undefined {
  const at = blockOf(mapping);
  if (!at) return undefined;
  const { file } = at;
  const { start } = at.valueSpan;
  return { file, span: { start, end: start }, newText: `${key}: ${writeScalar(value, '')}${lineEndOf(file.text)}${indentationAt(file, start)}` };
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
  if (!edit) return undefined;
  const { file, span } = edit;
  const indent = indentationAt(file, span.start);
  return { ...edit, newText: `${key}:${lineEndOf(file.text)}${indent}  ${edit.newText}` };
}

/** A fix of one or more edits; none where one of them cannot be made. */
export function fixOf(title: string, safety: Fix['safety'], ...edits: readonly (FileEdit | undefined)[]): readonly Fix[] {
  const possible = edits.filter(edit => edit !== undefined);
  return possible.length === edits.length && edits.length > 0 ? [{ title, safety, edits: possible }] : [];
}
