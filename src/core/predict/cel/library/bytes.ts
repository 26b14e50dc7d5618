import { CelError } from '../value.ts';

/** The bytes of a text in UTF-8. */
export function encodeUtf8(text: string): Uint8Array {
  const encoded = encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
  const bytes: number[] = [];
  for (let at = 0; at < encoded.length; at++) {
    const character = encoded.charAt(at);
    bytes.push(character === '%' ? Number.parseInt(encoded.slice(at + 1, at + 3), 16) : character.charCodeAt(0));
    if (character === '%') at += 2;
  }
  return Uint8Array.from(bytes);
}

export function decodeUtf8(bytes: Uint8Array): string {
  const escaped = Array.from(bytes, byte => `%${byte.toString(16).padStart(2, '0')}`).join('');
  try {
    return decodeURIComponent(escaped);
  } catch {
    throw new CelError('invalid UTF-8 in bytes');
  }
}
