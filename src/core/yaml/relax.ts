import { outlineDocument } from './enclosure.ts';

const blank = (text: string): string => text.replaceAll(/[^\r\n]/g, ' ');
const flatten = (text: string): string => text.replaceAll(/[\r\n\t]/g, ' ');

/** Comments within a flow collection; quotes are left alone. */
function withoutComments(text: string): string {
  return text.replaceAll(/"(?:[^"\\]|\\[^])*"|'[^']*'|(?<=[\s,[\]{}"'])#[^\n]*/g, found => (found.startsWith('#') ? blank(found) : found));
}

/**
 * The same document in a form that the parser takes, of the same length, where kubectl is more liberal than YAML 1.2:
 * the further lines of quotes and brackets may have any indentation, and a comment may touch a closing quote or bracket.
 * Undefined where nothing of that kind is found.
 */
export function relaxDocument(text: string): string | undefined {
  let relaxed = '';
  let at = 0;
  for (const { start, end, char, isClosed } of outlineDocument(text).enclosures) {
    if (!isClosed || start < at) continue;
    const inner = text.slice(start, end);
    relaxed += text.slice(at, start) + flatten(char === '[' || char === '{' ? withoutComments(inner) : inner);
    at = end;
    const comment = /#[^\n]*/y;
    comment.lastIndex = end;
    const found = comment.exec(text);
    if (!found) continue;
    relaxed += blank(found[0]);
    at += found[0].length;
  }
  relaxed += text.slice(at);
  return relaxed === text ? undefined : relaxed;
}
