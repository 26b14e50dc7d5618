import { encodePath, escapeUnseen } from './escape.ts';

/** Longer texts are cut: a comment has little room, and no honest name needs more. */
const LONGEST_TEXT = 300;
const LONGEST_ADDRESS = 1000;

/** Words that Markdown and its sites leave as they are: letters, numbers and quiet punctuation. */
const QUIET = /^[\p{L}\p{M}\p{N}.,;:'"()/%+=?!-]+$/u;
/**
 * Words of such characters that become something else all the same: addresses, numbers of issues (`GH-1`, `ABC-1`), commits, emoji,
 * the mark of a list. Flags are code too.
 */
const TELLING = /www\.|:\/\/|[a-z]-\d|\b[0-9a-f]{7,}\b|:[a-z0-9+-]+:|GHSA-|^--|^[-+=]+$|^\d+[.)]$/i;

function cutText(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

/** Code: in it nobody is mentioned, nothing is linked, and no mark acts. A backtick is written as its escape, since one could end it. */
export function renderCode(text: string): string {
  const seen = escapeUnseen(cutText(text, LONGEST_TEXT)).replaceAll('`', '\\x60');
  return seen.trim() === '' ? '' : `\`${seen}\``;
}

/** A sentence as Markdown: what it quotes, and each word that could be more than a word, is code. */
export function renderProse(text: string): string {
  const parts = escapeUnseen(cutText(text, LONGEST_TEXT))
    .trim()
    .split(/"([^"]+)"/);
  const renderWord = (word: string): string => (QUIET.test(word) && !TELLING.test(word) ? word : renderCode(word));
  return parts.map((part, index) => (index % 2 === 1 ? renderCode(part) : part.replaceAll(/[^ ]+/g, renderWord))).join('');
}

/** A path as the address of a link: parentheses and quotes could end that. */
export function renderAddress(path: string): string | undefined {
  const address = encodePath(path).replaceAll(/[!'()*]/g, character => `%${character.charCodeAt(0).toString(16)}`);
  const isOutside = path.startsWith('/') || path.startsWith('../') || path.startsWith('<');
  return isOutside || address.length > LONGEST_ADDRESS ? undefined : address;
}

/** A link with a label of code; the label alone where there is no address. */
export function renderLink(label: string, address: string | undefined): string {
  return address === undefined ? renderCode(label) : `[${renderCode(label)}](${address})`;
}

/** Lines of code behind a fence that none of them can end. */
export function renderFence(language: string, lines: readonly string[], indent: string): string {
  const shown = lines.map(line => escapeUnseen(cutText(line, LONGEST_TEXT)));
  const longest = Math.max(2, ...shown.map(line => Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length))));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${language}`, ...shown, fence].map(line => `${indent}${line}\n`).join('');
}
