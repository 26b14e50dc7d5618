import { isAscii, isUtf8 } from 'node:buffer';

/** A text, or why there is none, as a clause in which "it" is the file. */
export type Decoded = { readonly text: string } | { readonly reason: string };

/** Bytes that are looked at to tell a binary file from text, as git does. */
const SNIFFED = 8000;

/** The first byte that is not UTF-8, with its line and column. */
function explainBadByte(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  // A replacement character stands for each bad byte, and for itself where it is written.
  for (let at = text.indexOf('\uFFFD'), offset = 0, from = 0; at !== -1; from = at, at = text.indexOf('\uFFFD', at + 1)) {
    offset += Buffer.byteLength(text.slice(from, at));
    const byte = bytes[offset] ?? 0;
    if (byte === 0xef && bytes[offset + 1] === 0xbf && bytes[offset + 2] === 0xbd) continue;
    const line = text.slice(0, at).split('\n').length;
    const column = at - text.lastIndexOf('\n', at - 1);
    return `it holds byte 0x${byte.toString(16).toUpperCase().padStart(2, '0')} at line ${line}, column ${column}, which is not UTF-8`;
  }
  return 'it is not UTF-8';
}

function isUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

/** Reads bytes as kubectl does: UTF-8 with or without a byte order mark, and nothing else. Offsets and columns count UTF-16 units. */
export function decodeText(bytes: Buffer): Decoded {
  // Most manifests are ASCII; as Latin-1 they stay one byte a character.
  if (isUtf16(bytes)) return { reason: 'it is UTF-16 text: save it as UTF-8' };
  if (bytes.subarray(0, SNIFFED).includes(0)) return { reason: 'it is a binary file' };
  if (isAscii(bytes)) return { text: bytes.toString('latin1') };
  return isUtf8(bytes) ? { text: bytes.toString('utf8') } : { reason: explainBadByte(bytes) };
}
