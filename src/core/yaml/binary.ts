const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function decodeBase64(text: string): number[] | undefined {
  const digits = text.replaceAll(/[\r\n]/g, '');
  if (digits.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(digits)) return undefined;
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
