import { readUtf8, utf8Of } from '../text/utf8.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 without its line ends, which decoders skip; undefined where it is none. */
function digitsOf(text: string): string | undefined {
  const digits = text.replaceAll(/[\r\n]/g, '');
  return digits.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(digits) ? digits : undefined;
}

/** The bytes of a base64 text, one character a byte; undefined where it is none. */
export function decodeBase64(text: string): string | undefined {
  const digits = digitsOf(text)?.replaceAll('=', '');
  if (digits === undefined) return undefined;
  const bytes: string[] = [];
  for (let i = 0; i + 1 < digits.length; i += 4) {
    const [a, b, c, d] = [0, 1, 2, 3].map(k => ALPHABET.indexOf(digits.charAt(i + k) || 'A')) as [number, number, number, number];
    const bits = (a << 18) | (b << 12) | (c << 6) | d;
    bytes.push(String.fromCharCode(bits >> 16, (bits >> 8) & 0xff, bits & 0xff).slice(0, Math.min(4, digits.length - i) - 1));
  }
  return bytes.join('');
}

/** The text that base64 holds; undefined where it holds none. */
export function readBase64(text: string): string | undefined {
  const bytes = decodeBase64(text);
  return bytes === undefined ? undefined : readUtf8(bytes);
}

/** Bytes as base64. */
export function encodeBytes(bytes: ArrayLike<number>): string {
  const groups: string[] = [];
  for (let i = 0; i < bytes.length; i += 3) {
    const bits = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    const group = ALPHABET.charAt(bits >> 18) + ALPHABET.charAt((bits >> 12) & 63) + ALPHABET.charAt((bits >> 6) & 63) + ALPHABET.charAt(bits & 63);
    groups.push(i + 2 < bytes.length ? group : group.slice(0, bytes.length - i + 1).padEnd(4, '='));
  }
  return groups.join('');
}

/** A text as base64 of UTF-8. */
export function encodeBase64(text: string): string {
  return encodeBytes(Array.from(utf8Of(text), byte => byte.charCodeAt(0)));
}

/** Number of bytes of a base64 text; 0 where it is none. */
export function base64Size(text: string): number {
  const digits = digitsOf(text);
  return digits === undefined ? 0 : Math.floor((digits.replace(/=+$/, '').length * 6) / 8);
}
