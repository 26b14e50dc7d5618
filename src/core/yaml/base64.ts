const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 without its line ends, which decoders skip; undefined where it is none. */
function digitsOf(text: string): string | undefined {
  const digits = text.replaceAll(/[\r\n]/g, '');
  return digits.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(digits) ? digits : undefined;
}

/** The bytes of a base64 text; undefined where it is none. */
export function decodeBase64(text: string): number[] | undefined {
  const digits = digitsOf(text);
  if (digits === undefined) return undefined;
  const bytes: number[] = [];
  let [bits, count] = [0, 0];
  for (const digit of digits.replaceAll('=', '')) {
    bits = ((bits << 6) | ALPHABET.indexOf(digit)) & 0xfff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes.push((bits >> count) & 0xff);
  }
  return bytes;
}

/** Number of bytes of a base64 text; 0 where it is none. */
export function base64Size(text: string): number {
  const digits = digitsOf(text);
  return digits === undefined ? 0 : Math.floor((digits.replace(/=+$/, '').length * 6) / 8);
}
