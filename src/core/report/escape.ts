/**
 * Control characters, formatting characters that reorder or hide text, line separators and lone surrogates. In a function, since V8
 * builds such classes where it meets them, and a run without findings writes no text of others.
 */
const unseen = (): RegExp => /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
const NAMED: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** The character as its escape: `\n`, `\x1b`, `\u202e`. */
export function writeEscape(character: string): string {
  const named = NAMED[character];
  if (named !== undefined) return named;
  const code = character.codePointAt(0) ?? 0;
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code > 0xffff ? `{${code.toString(16)}}` : code.toString(16).padStart(4, '0')}`;
}

/** Shows what a terminal would act on or hide: a name with an ANSI code in it reads `\x1b[31m`. The result is one line. */
export function escapeUnseen(text: string): string {
  return text.replace(unseen(), writeEscape);
}

/** JSON that is also safe to look at: the same value, with `\u` escapes for what a terminal would act on or hide. */
export function renderSafeJson(value: unknown): string {
  const json = JSON.stringify(value, null, 2);
  return `${json.replace(unseen(), character => (character === '\n' ? character : escapeUnits(character)))}\n`;
}

/** A value as JSON in one line, as safe to look at. */
export function safeJsonLine(value: unknown): string {
  return JSON.stringify(value).replace(unseen(), escapeUnits);
}

function escapeUnits(character: string): string {
  return character
    .split('')
    .map(unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}

/** A relative path as a URI reference: each segment is encoded, so that no name reads as a scheme, a query or a fragment. */
export function encodePath(path: string): string {
  return path
    .split('/')
    .map(segment => encodeURIComponent(segment.replace(/\p{Cs}/gu, '\ufffd')))
    .join('/');
}
