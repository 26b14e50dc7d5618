/** Text that go-yaml prints in double quotes in place of a block. */
const NO_BLOCK = / \n| $|[^\t\n\u0020-\u007e\u00a0-\ud7ff\ue000-\ufefe\uff00-\ufffd]/;

/** Lines as go-yaml v3 writes a folded scalar. Whether a break is doubled is asked of the first character of the whole text: its mistake (K-007). */
function foldedLines(text: string): string {
  const doubles = !/^[ \t]/.test(text.replace(/^\n+/, '')) && text.replace(/^\n+/, '') !== '';
  let written = '';
  let [wasBreak, startsBlank] = [true, true];
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '\n') {
      if (!wasBreak && !startsBlank && doubles) written += '\n';
      written += '\n';
      wasBreak = true;
      continue;
    }
    if (wasBreak) startsBlank = character === ' ' || character === '\t';
    written += character;
    wasBreak = false;
  }
  return written;
}

/** Reads lines of a folded scalar: single breaks between lines that do not begin with a blank become spaces. */
function unfold(lines: string): string {
  let [text, leadingBreak, emptyLines, wasBlank] = ['', '', '', false];
  for (const line of lines.split('\n')) {
    if (line === '') {
      emptyLines += '\n';
      continue;
    }
    const isBlank = /^[ \t]/.test(line);
    if (leadingBreak !== '' && !wasBlank && !isBlank) text += emptyLines === '' ? ' ' : '';
    else text += leadingBreak;
    text += emptyLines + line;
    [leadingBreak, emptyLines, wasBlank] = ['\n', '', isBlank];
  }
  return text;
}

/** A folded scalar after it was written and read once more on its way to JSON, as go-yaml v3 does it. */
export function refold(text: string): string {
  const body = text.replace(/\n+$/, '');
  if (body === '' || NO_BLOCK.test(text)) return text;
  const ends = text.length - body.length;
  // With two line breaks at the end they are all kept, and the first one is doubled.
  const kept = ends < 2 ? ends : foldedLines(text).length - foldedLines(text).replace(/\n+$/, '').length;
  return unfold(foldedLines(body)) + '\n'.repeat(kept);
}
