import { applyEdits } from '../../text/edit.ts';
import { afterDashes, contentSpan, failedLine, isEnclosed, isEntry, lineAbove, type Explanation, type Failure, type Line } from './failure.ts';

/** `name web`, `args ["a", "b"]`, `text |`: a key and one value. */
const ENTRY_WITHOUT_COLON = /^([A-Za-z_][\w./-]*)(?:\s+(?:\S+|[[{"'].*))?$/;

/** A line of text that is neither an entry nor a list item with one, and stands by itself. */
function isLoose(failure: Failure, line: Line): boolean {
  const { content } = afterDashes(line);
  return content !== '' && !isEntry(content) && !/^["'[{|>#&*!@`%]/.test(content) && !content.endsWith(':') && !isEnclosed(failure, line);
}

/** The first of the loose lines that end at the failed one, or of those right above it. A list item only counts where no key stands above. */
function looseLine(failure: Failure): Line | undefined {
  const failed = failedLine(failure);
  let culprit = isLoose(failure, failed) ? failed : undefined;
  let item: Line | undefined;
  for (let above = lineAbove(failure.text, failed); above && isLoose(failure, above); above = lineAbove(failure.text, above)) {
    const { column } = afterDashes(above);
    const isItem = above.content.startsWith('-');
    if (isItem && culprit) break;
    if ((failed.content.startsWith('-') ? above.indent : column) > failed.indent) continue;
    const before = lineAbove(failure.text, above);
    // Further lines of an unquoted value are loose and right.
    if (before && afterDashes(before).column < column && !before.content.endsWith(':') && !isLoose(failure, before)) break;
    if (isItem) item ??= above;
    else culprit = above;
  }
  return culprit ?? item;
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
  const span = contentSpan(line);
  const [, word] = ENTRY_WITHOUT_COLON.exec(afterDashes(line).content) ?? [];
  if (word !== undefined) {
    return { cause: `a colon is missing after "${word}"`, help: 'put a colon after the key', span: { start: span.start, end: span.start + word.length } };
  }
  return { cause: 'this line has no key', help: 'write "key: value", or indent the line if it goes on with the value above', span };
}
