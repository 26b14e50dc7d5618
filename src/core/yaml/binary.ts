import { decodeBase64 } from './base64.ts';

/** The text of a `!!binary` scalar (base64 of UTF-8), as kubectl reads it; undefined where it is no base64. */
export function decodeBinary(text: string): string | undefined {
  const escaped = decodeBase64(text)?.map(byte => `%${byte.toString(16).padStart(2, '0')}`);
  try {
    return escaped && decodeURIComponent(escaped.join(''));
  } catch {
    // Bytes that are no UTF-8: kubectl puts the replacement character for them.
    return '\uFFFD';
  }
}
