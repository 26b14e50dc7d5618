/** A text in UTF-8, one character a byte. */
export function utf8Of(text: string): string {
  const whole = text.replaceAll(/[\ud800-\udfff]/gu, '\ufffd');
  return encodeURIComponent(whole).replaceAll(/%([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** How many bytes a text has in UTF-8. */
export function utf8Length(text: string): number {
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    // Each half of a pair counts two of the four bytes.
    const isHalf = unit >= 0xd800 && unit <= 0xdfff;
    length += unit < 0x80 ? 1 : unit < 0x800 || isHalf ? 2 : 3;
  }
  return length;
}

/** The text of UTF-8, one character a byte; undefined where the bytes are no UTF-8. */
export function readUtf8(bytes: string): string | undefined {
  try {
    return decodeURIComponent(bytes.replaceAll(/[^\w.-]/gs, byte => `%${byte.charCodeAt(0).toString(16).padStart(2, '0')}`));
  } catch {
    return undefined;
  }
}
