import { encodePath, escapeUnseen } from './escape.ts';

/** Longer texts are cut: a comment has little room, and no honest name needs more. */
const LONGEST_TEXT = 300;
const LONGEST_ADDRESS = 1000;

/** Words that Markdown and its sites leave as they are: letters, numbers and quiet punctuation. */
const QUIET = /^[\p{L}\p{M}\p{N}.,;:'"()/%+=?!…-]+$/u;
/**
 * Words of such characters that become something else all the same: addresses, numbers of issues and merge requests (`GH-1`, `ABC-1`, `!1`),
 * commits, emoji, the mark of a list. Flags are code too.
 */
const TELLING = /www\.|[!%]\w|:\/\/|[a-z]-\d|\b[0-9a-f]{7,}\b|:[a-z0-9+-]+:|GHSA-|^--|^[-+=]+$|^\d+[.)]$/i;

function cutText(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}

/** Parsers give up on runs of backticks beyond some length, and no honest text comes near it. */
const LONGEST_RUN = 8;

/** Code: in it nobody is mentioned, nothing is linked, and no mark acts. */
export function renderCode(text: string): string {
  const seen = escapeUnseen(cutText(text, LONGEST_TEXT));
  if (seen.trim() === '') return `"${seen}"`;
  const run = longestRun(seen);
  if (run === 0) return `\`${seen}\``;
  if (run > LONGEST_RUN) return `\`${seen.replaceAll('`', '\\x60')}\``;
  const mark = '`'.repeat(run + 1);
  return `${mark} ${seen} ${mark}`;
}

interface Piece {
  readonly text: string;
  readonly code: boolean;
}

function readWords(text: string): Piece[] {
  return text.split(/( +)/).map(word => ({ text: word, code: /[^ ]/.test(word) && !(QUIET.test(word) && !TELLING.test(word)) }));
}

/**
 * A sentence as Markdown: what it quotes, and each word that could be more than a word, is code.
 * Help keeps its quotes, since they may be what to write.
 */
export function renderProse(text: string, quotes: 'drop' | 'keep' = 'drop'): string {
  const parts = escapeUnseen(cutText(text, LONGEST_TEXT))
    .trim()
    .split(quotes === 'keep' ? /("[^"]+")/ : /"([^"]+)"/);
  const pieces = parts.flatMap((part, index) => (index % 2 === 1 ? [{ text: part, code: true }] : readWords(part)));
  // Two pieces of code side by side would make one of two backticks, which ends nowhere.
  const merged: Piece[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (last?.code && piece.code) merged[merged.length - 1] = { text: last.text + piece.text, code: true };
    else if (piece.text !== '') merged.push(piece);
  }
  return merged.map(piece => (piece.code ? renderCode(piece.text) : piece.text)).join('');
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
  const longest = Math.max(2, ...shown.map(longestRun));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${language}`, ...shown, fence].map(line => `${indent}${line}\n`).join('');
}
