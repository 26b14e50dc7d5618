import { readBase64 } from '../yaml/base64.ts';

/** How a value under `data` of a Secret decodes to something else than what was meant. */
export type Misencoding = 'twice' | 'line-end';

const MOST_LENGTH = 500;
/** Shorter texts are base64 by chance. */
const LEAST_LENGTH = 8;
const PRINTABLE = /^[\t\n\r -~]+$/;
/** Keys whose values are one word: a line end is a part of it for the program that reads it. */
const ONE_WORD = /(?:^|[-_.])(?:pass|passwd|password|passphrase|token|secret|username|user|login|api[-_.]?key|access[-_.]?key|secret[-_.]?key)$/i;

/** Base64 within base64: what is decoded is base64 of readable text once more. */
function isEncodedTwice(text: string): boolean {
  const once = text.trim();
  if (once.length < LEAST_LENGTH || !/^[A-Za-z0-9+/]+={0,2}$/.test(once)) return false;
  const inner = readBase64(once);
  if (inner === undefined || !PRINTABLE.test(inner)) return false;
  return once.endsWith('=') ? inner.length >= 4 : inner.length >= 9;
}

/** Reads a value under `data`; undefined where it is what it seems, or cannot be told. */
export function findMisencoding(key: string, value: string): Misencoding | undefined {
  if (value.length > MOST_LENGTH) return undefined;
  const text = readBase64(value);
  if (text === undefined || text === '') return undefined;
  if (isEncodedTwice(text)) return 'twice';
  return ONE_WORD.test(key) && /^[^\s]+\r?\n$/.test(text) ? 'line-end' : undefined;
}
