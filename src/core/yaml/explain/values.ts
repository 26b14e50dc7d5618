import { afterDashes, failedLine, lineAt, type Explanation, type Failure } from './failure.ts';

const QUOTE_IT = 'put the value in quotes';

/** Where the value of the failed line's entry begins: after the first colon, or after the dashes. */
function valueStart(failure: Failure): { readonly start: number; readonly end: number } {
  const line = lineAt(failure.text, failure.at);
  const { content, column } = afterDashes(line);
  const key = /^[^\s#'"[\]{}*&!@`%,|>][^#]*?:[ \t]+(?=\S)/.exec(content)?.[0].length ?? 0;
  return { start: line.start + column + key, end: line.start + line.indent + line.content.length };
}

const STARTS: readonly (readonly [RegExp, (start: string) => readonly [cause: string, help: string]])[] = [
  [/^-(?=[ \t])/, () => ['a list item stands on the line of its key', 'begin a new line before the "-"']],
  [/^[@`%,]|^\?(?=[ \t])/, char => [`an unquoted value starts with "${char}"`, QUOTE_IT]],
  [/^[\]}]/, char => [`nothing opens the "${char}" that closes here`, `delete it, or ${QUOTE_IT}`]],
  [/^[*&!]/, char => [`an unquoted value starts with "${char}"`, QUOTE_IT]],
  [/^[|>]/, char => [`text follows the "${char}" that opens a block of text`, `begin the text on the next line, or ${QUOTE_IT}`]],
];

/** A plain value that begins with a character which YAML keeps for itself. */
export function explainValueStart(failure: Failure): Explanation | undefined {
  const { start, end } = valueStart(failure);
  // A parser that stopped before the value did not stop because of it.
  if (failure.at < start || start >= end) return undefined;
  const value = failure.text.slice(start, end);
  for (const [pattern, explain] of STARTS) {
    const found = pattern.exec(value)?.[0];
    if (found === undefined) continue;
    if (failure.outline.blocks.some(({ header }) => header === start)) continue;
    const [cause, help] = explain(found);
    return { cause, help, span: { start, end } };
  }
  return undefined;
}

/** The same in brackets, where the parser stops at the character itself. */
export function explainFlowStart({ text, at, outline }: Failure): Explanation | undefined {
  const char = text[at] ?? '';
  const isInside = outline.enclosures.some(({ start, end, char: opener }) => (opener === '[' || opener === '{') && start < at && at < end);
  if (!isInside || !/[@`%*&!|>]/.test(char)) return undefined;
  return { cause: `an unquoted value starts with "${char}"`, help: QUOTE_IT, span: { start: at, end: at + 1 } };
}

/** A second colon in an unquoted value: `title: Web: the shop`. */
export function explainColonInValue(failure: Failure): Explanation | undefined {
  const { text, at } = failure;
  const { start, end } = valueStart(failure);
  if (text[at] !== ':' || start >= at || start === lineAt(text, at).start + afterDashes(failedLine(failure)).column) return undefined;
  const cause = at + 1 >= end ? 'the unquoted value ends with a colon' : 'the unquoted value holds a colon followed by a blank';
  return { cause, help: QUOTE_IT, span: { start, end } };
}
