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
  if (isItem === wasItem || !isEntry(isItem ? other.content : line.content)) return undefined;
  const span = { start: line.start + line.indent, end: line.start + line.indent + line.content.length };
  const related = { span: contentSpan(other), note: wasItem ? 'the list item is here' : 'the key is here' };
  if (isItem) return { cause: 'a list item stands among keys', help: 'indent the list below the key that it belongs to', span, related };
  return { cause: 'a key stands among list items', help: 'indent the key by 2 more spaces if it belongs to the item above it', span, related };
}

/** A dash that touches its entry makes a key of both: `-name: web`. */
export function explainDash(failure: Failure): Explanation | undefined {
  const failed = failedLine(failure);
  for (const line of [failed, lineAbove(failure.text, failed)]) {
    if (!line || !/^-[A-Za-z_][\w./-]*:(?:\s|$)/.test(line.content) || isEnclosed(failure, line)) continue;
    const start = line.start + line.indent;
    const edits = [{ span: { start: start + 1, end: start + 1 }, newText: ' ' }];
    const isRepaired = failure.read(applyEdits(failure.text, edits)) !== undefined;
    return { cause: 'a space is missing after the dash', help: 'put a space after the dash', span: { start, end: start + 1 }, ...(isRepaired && { edits }) };
  }
  return undefined;
}

/** How many columns most lines are indented below the key that holds them. */
function usualStep(text: string): number {
  const counts = new Map<number, number>();
  for (const [, outer = '', inner = ''] of text.matchAll(/^( *)[^\s#-][^\n]*:[ \t]*\r?\n(?=( +)[^\s#-])/gm)) {
    const step = inner.length - outer.length;
    if (step > 0) counts.set(step, (counts.get(step) ?? 0) + 1);
  }
  let usual = 0;
  for (const [step, count] of counts) if (count > (counts.get(usual) ?? 0)) usual = step;
  return usual;
}

/** The first line of a mapping whose indentation is unusual where that of the failed line, its second, is as usual. */
function oddFirstLine(failure: Failure, failed: Line): Line | undefined {
  const first = lineAbove(failure.text, failed);
  const owner = first && lineAbove(failure.text, first);
  if (!first || !owner?.content.endsWith(':') || first.content.startsWith('-') || failed.content.startsWith('-')) return undefined;
  const usual = afterDashes(owner).column + usualStep(failure.text);
  return failed.indent === usual && first.indent > afterDashes(owner).column && first.indent !== usual ? first : undefined;
}

/** A line whose indentation fits none of the lines above it, or that is indented below an entry with a value. */
export function explainIndentation(failure: Failure): Explanation | undefined {
  const line = failedLine(failure);
  const above = lineAbove(failure.text, line);
  if (!above || !(isEntry(afterDashes(line).content) || line.content.startsWith('-'))) return undefined;
  const odd = oddFirstLine(failure, line);
  if (odd)
    return {
      cause: `this line is indented by ${odd.indent}, and the next one of its mapping by ${line.indent}`,
      help: indentWith([line.indent]),
      span: contentSpan(odd),
    };
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
