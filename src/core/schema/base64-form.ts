const isDigit = (code: number): boolean =>
  (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code === 43 || code === 47;
const isBreak = (code: number): boolean => code === 10 || code === 13;
const PAD = 61;

/** The rest of a group that padding closes: the position of the first character that may not stand there. */
function paddingFault(text: string, from: number, digits: number): number | undefined {
  let at = from;
  if (digits < 2) return at;
  if (digits === 2) {
    at++;
    while (isBreak(text.charCodeAt(at))) at++;
    if (at >= text.length) return text.length;
    if (text.charCodeAt(at) !== PAD) return at - 1;
  }
  at++;
  while (isBreak(text.charCodeAt(at))) at++;
  return at < text.length ? at : undefined;
}

/** Where base64 is broken, as Go's decoder counts it (in bytes); undefined where nothing is wrong. Line breaks are skipped. */
function faultPosition(text: string): number | undefined {
  let digits = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isBreak(code)) continue;
    if (code === PAD) return paddingFault(text, at, digits);
    if (!isDigit(code)) return at;
    digits = (digits + 1) % 4;
  }
  // A group that the end cuts short is told by its first digit.
  return digits === 0 ? undefined : text.length - digits;
}

/** What the server says against base64 text; undefined where it takes it. */
export function base64Fault(text: string): string | undefined {
  const position = faultPosition(text);
  return position === undefined ? undefined : `illegal base64 data at input byte ${String(position)}`;
}
