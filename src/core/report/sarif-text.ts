import type { PathInRepository } from './finding-lines.ts';
import { encodePath, escapeUnseen } from './escape.ts';

/** A name in a manifest may be as long as a file: no reader of an alert wants more of it. */
const LONGEST = 1000;

/** Cuts a text that is too long, between characters. */
export function bound(text: string, longest = LONGEST): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest - 1);
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

/** What reads as a numbered placeholder is none. */
function escapeBraces(text: string): string {
  return text.replaceAll(/\{(?=\d+\})/g, '{{').replaceAll(/(?<=\{\{\d+)\}/g, '}}');
}

/** Texts of SARIF may hold links and numbered placeholders: what comes from a manifest is neither. */
export function sarifText(text: string): string {
  return escapeBraces(escapeUnseen(bound(text)).replaceAll(/\[(?=[^[\]]*\]\()/g, '\\['));
}

/** A link to the location of a result that has this number. */
export function sarifLink(text: string, id: number): string {
  return `[${escapeBraces(escapeUnseen(bound(text)).replaceAll(/[[\]\\]/g, '\\$&'))}](${String(id)})`;
}

export function endWithStop(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** Where the text of stdin is said to stand when it has no name. */
const STDIN = '<stdin>';

/** A file. What lies in the repository hangs on its top; a file outside of it, or none at all, does not. */
export function sarifArtifact(path: string, inRepository: PathInRepository): object {
  if (path === STDIN) return { uri: encodePath(path) };
  const uri = inRepository(path);
  const isOutside = /^(?:\/|\.\.(?:\/|$)|[A-Za-z]:)/.test(uri);
  return { uri: encodePath(uri), ...(isOutside ? {} : { uriBaseId: '%SRCROOT%' }) };
}
