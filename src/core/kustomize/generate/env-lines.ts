import type { Span } from '../../text/span.ts';
import { utf8Length } from '../../text/utf8.ts';

/** A line `KEY=value` of an env file. */
export interface EnvLine {
  readonly key: string;
  readonly value: string;
  readonly span: Span;
}

/** What Go takes for white space. */
const LEADING_SPACE = /^[\t\n\v\f\r \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+/;
/** A line that is longer ends the reading: kustomize drops it and all that follows without a word. */
const MOST_BYTES = 65_535;

/** Keys and values of an env file (K-100). */
export function readEnvLines(text: string): readonly EnvLine[] {
  const lines: EnvLine[] = [];
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const raw = text.slice(start, end);
    if (raw.length > MOST_BYTES / 3 && utf8Length(raw) > MOST_BYTES) break;
    const line = (start === 0 ? raw.replace(/^\uFEFF/, '') : raw).replace(/\r$/, '').replace(LEADING_SPACE, '');
    const equals = line.indexOf('=');
    const key = equals === -1 ? line : line.slice(0, equals);
    if (key !== '' && !key.startsWith('#')) lines.push({ key, value: equals === -1 ? '' : line.slice(equals + 1), span: { start, end } });
    start = end + 1;
  }
  return lines;
}
