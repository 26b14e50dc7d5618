/** Code points that need as many bytes: what is written with more bytes than it needs is no UTF-8. */
const LEAST = [0, 0, 0x80, 0x800, 0x10000];
const PER_CALL = 4096;

/** The code point at an offset with its length; undefined where the bytes are no UTF-8. */
function readPoint(bytes: Uint8Array, at: number): readonly [point: number, length: number] | undefined {
  const first = bytes[at] ?? 0;
  const length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  if (length === 0 || at + length > bytes.length) return undefined;
  let point = first & (0x7f >> length);
  for (let i = 1; i < length; i++) {
    const next = bytes[at + i] ?? 0;
    if ((next & 0xc0) !== 0x80) return undefined;
    point = (point << 6) | (next & 63);
  }
  const isCharacter = point >= (LEAST[length] ?? 0) && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff);
  return isCharacter ? [point, length] : undefined;
}

/** The text that bytes hold, with a byte order mark if there is one; undefined where they are no UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  let text = '';
  let points: number[] = [];
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at] ?? 0;
    const read = byte < 0x80 ? ([byte, 1] as const) : readPoint(bytes, at);
    if (!read) return undefined;
    points.push(read[0]);
    at += read[1];
    if (points.length < PER_CALL) continue;
    text += String.fromCodePoint(...points);
    points = [];
  }
  return text + String.fromCodePoint(...points);
}
