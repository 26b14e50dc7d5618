import { readUtf8 } from '../text/utf8.ts';
import { decodeBase64 } from './base64.ts';

/** The text of a `!!binary` scalar (base64 of UTF-8), as kubectl reads it; undefined where it is no base64. */
export function decodeBinary(text: string): string | undefined {
  const bytes = decodeBase64(text);
  // Bytes that are no UTF-8: kubectl puts the replacement character for them.
  return bytes === undefined ? undefined : (readUtf8(bytes) ?? '\uFFFD');
}
