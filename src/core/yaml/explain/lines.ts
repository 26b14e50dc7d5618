import { applyEdits } from '../../text/edit.ts';
import {
  afterDashes,
  contentSpan,
  failedLine,
  indentWith,
  isEnclosed,
  isEntry,
  lineAbove,
  lineAt,
  type Explanation,
  type Failure,
  type Line,
} from './failure.ts';

const WORDS_OF_AN_ENTRY = 2;

/** A line of text that is neither an entry nor a list item with one, and stands by itself. */
function isLoose(failure: Failure, line: Line): boolean {
  const { content } = afterDashes(line);
  return content !== '' && !isEntry(content) && !/^["'[{|>#&*!@`%]/.test(content) && !/[:\]}"']$/.test(content) && !isEnclosed(failure, line);
}

/** The first of the loose lines that end at the failed one, or of those right above it. */
function looseLine(failure: Failure): Line | undefined {
  const failed = failedLine(failure);
  let culprit = isLoose(failure, failed) ? failed : undefined;
  for (let above = lineAbove(failure.text, failed); above && isLoose(failure, above); above = lineAbove(failure.text, above)) {
    if (afterDashes(above).column > failed.indent) break;
    const before = lineAbove(failure.text, above);
    // Further lines of an unquoted value are loose and right.
    if (before && before.indent < above.indent && !before.content.endsWith(':') && !isLoose(failure, before)) break;
    culprit = above;
    if (above.content.startsWith('-')) break;
  }
  return culprit;
}

function explainBlockText(failure: Failure, line: Line): Explanation | undefined {
  const span = contentSpan(line);
  const block = failure.outline.blocks.find(({ start, end }) => end === line.start || (start === line.start && end <= start));
  if (!block) return undefined;
  const cause = block.end > block.start ? 'this line is indented less than the block of text above it' : 'the block of text that begins above is not indented';
  return { cause, help: 'indent the text deeper than its key', span };
}

function missingSpace(failure: Failure, line: Line): Explanation | undefined {
  const { content, column } = afterDashes(line);
  const [, key] = /^([A-Za-z_][\w./-]*):(?!\/\/)[^\s:]/.exec(content) ?? [];
  if (key === undefined) return undefined;
  const start = line.start + column;
  const at = start + key.length + 1;
  const edits = [{ span: { start: at, end: at }, newText: ' ' }];
  const isRepaired = failure.read(applyEdits(failure.text, edits)) !== undefined;
  return {
    cause: `a space is missing after the colon of "${key}"`,
    help: 'put a space after the colon',
    span: { start, end: at },
    ...(isRepaired && { edits }),
  };
}

/** A line without key: a forgotten colon, a forgotten space behind it, or text that left its block. */
export function explainMissingColon(failure: Failure): Explanation | undefined {
  const line = looseLine(failure);
  if (!line) return undefined;
  const known = explainBlockText(failure, line) ?? missingSpace(failure, line);
  if (known) return known;
  const { content } = afterDashes(line);
  const [word = '', ...rest] = content.split(/\s+/);
  const span = contentSpan(line);
  if (/^[A-Za-z_][\w./-]*$/.test(word) && rest.length < WORDS_OF_AN_ENTRY) {
    return { cause: `a colon is missing after "${word}"`, help: 'put a colon after the key', span: { start: span.start, end: span.start + word.length } };
  }
  return { cause: 'this line has no key', help: 'write "key: value", or indent the line if it goes on with the value above', span };
}

/** Columns that a line may begin at: those of the lines above it which are not closed yet. */
function openColumns(failure: Failure, line: Line): number[] {
  const columns: number[] = [];
  let limit = Number.POSITIVE_INFINITY;
  for (let above = lineAbove(failure.text, line); above && limit > 0; above = lineAbove(failure.text, above)) {
    if (isEnclosed(failure, above)) continue;
    const { column } = afterDashes(above);
    if (column < limit && column !== above.indent) columns.push(column);
    if (above.indent >= limit) continue;
    columns.push(above.indent);
    limit = above.indent;
  }
  return columns.sort((a, b) => a - b);
}

/** The line above at the same column, in the same collection. */
function sibling(failure: Failure, line: Line): Line | undefined {
  let above = lineAbove(failure.text, line);
  while (above && (above.indent > line.indent || isEnclosed(failure, above))) above = lineAbove(failure.text, above);
  return above?.indent === line.indent ? above : undefined;
}

/** List items among keys, or keys among list items. */
export function explainMixture(failure: Failure): Explanation | undefined {
  const line = lineAt(failure.text, failure.at);
  const other = sibling(failure, line);
  if (!other || line.content === '' || failure.at !== line.start + line.indent) return undefined;
  const [isItem, wasItem] = [/^-(?:\s|$)/.test(line.content), /^-(?:\s|$)/.test(other.content)];
  if (isItem === wasItem || (!isItem && !isEntry(line.content))) return undefined;
  const span = { start: line.start + line.indent, end: line.start + line.indent + line.content.length };
  const related = { span: contentSpan(other), note: wasItem ? 'the list item is here' : 'the key is here' };
  if (isItem) return { cause: 'a list item stands among keys', help: 'indent the list below the key that it belongs to', span, related };
  return { cause: 'a key stands among list items', help: 'indent the key by 2 more spaces if it belongs to the item above it', span, related };
}

/** A line whose indentation fits none of the lines above it, or that is indented below an entry with a value. */
export function explainIndentation(failure: Failure): Explanation | undefined {
  const line = failedLine(failure);
  const above = lineAbove(failure.text, line);
  if (!above || !(isEntry(afterDashes(line).content) || line.content.startsWith('-'))) return undefined;
  const { content, column } = afterDashes(above);
  const span = { start: line.start + line.indent, end: contentSpan(line).end };
  const value = /^([^\s'"#[{][^#]*?):\s+\S/.exec(content);
  if (line.indent > column && value) {
    return { cause: `this line is indented deeper than "${value[1] ?? ''}" above it, which has a value`, help: indentWith([column]), span };
  }
  const columns = openColumns(failure, line);
  if (columns.includes(line.indent)) return undefined;
  const near = [columns.filter(open => open < line.indent).at(-1), columns.find(open => open > line.indent)].filter(open => open !== undefined);
  return { cause: `the indentation of this line (${line.indent}) fits no line above it`, help: indentWith(near), span };
}
