/** A fenced block of a page, with what stands around it. */
export interface Block {
  readonly language: string;
  /** Words of the info string after the language. */
  readonly words: readonly string[];
  readonly text: string;
  /** One-based lines of the opening and of the closing fence. */
  readonly line: number;
  readonly end: number;
  /** The nearest second-level heading above. */
  readonly section: string;
  /** The nearest heading or list item above. */
  readonly caption: string;
  /** True if nothing but empty lines stand between this block and the one before it. */
  readonly follows: boolean;
}

const OPEN = /^(`{3,})(\S*)[ \t]*(.*)$/;

/** Text of a heading or list item, without a final stop. */
export function captionText(line: string): string {
  return line
    .replace(/^(?:#+|[-*])\s+/, '')
    .trim()
    .replace(/\.$/, '');
}

function closingLine(lines: readonly string[], from: number, fence: string): number {
  const end = lines.findIndex((line, index) => index > from && line.trimEnd() === fence);
  return end < 0 ? lines.length : end;
}

/** Fenced blocks of a page, in order. */
export function readBlocks(text: string): Block[] {
  const lines = text.split('\n');
  const blocks: Block[] = [];
  let [section, caption, follows] = ['', '', false];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const [, fence, language = '', info = ''] = OPEN.exec(line) ?? [];
    if (fence !== undefined) {
      const end = closingLine(lines, at, fence);
      const body = lines.slice(at + 1, end).map(row => `${row}\n`);
      blocks.push({ language, words: info.split(/\s+/).filter(Boolean), text: body.join(''), line: at + 1, end: end + 1, section, caption, follows });
      [at, follows] = [end, true];
      continue;
    }
    if (line.trim() !== '') follows = false;
    if (/^(?:#+|[-*]) /.test(line)) caption = captionText(line);
    if (line.startsWith('## ')) section = captionText(line);
  }
  return blocks;
}

/** List items of a section, without final stops. */
export function readBullets(text: string, section: string): string[] {
  const lines = text.split('\n');
  const covered = readBlocks(text);
  const start = lines.findIndex(line => line.startsWith('## ') && captionText(line) === section);
  if (start < 0) return [];
  const rest = lines.slice(start + 1);
  const length = rest.findIndex((line, index) => line.startsWith('## ') && !isInside(covered, start + 2 + index));
  const own = length < 0 ? rest : rest.slice(0, length);
  return own.flatMap((line, index) => (/^[-*] /.test(line) && !isInside(covered, start + 2 + index) ? [captionText(line)] : []));
}

function isInside(blocks: readonly Block[], line: number): boolean {
  return blocks.some(block => line >= block.line && line <= block.end);
}

/** Puts generated text between `<!-- name -->` and `<!-- /name -->`; undefined if the page has no such pair. */
export function replaceBetween(text: string, name: string, generated: string): string | undefined {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const start = text.indexOf(open);
  const end = text.indexOf(close, start);
  if (start < 0 || end < 0) return undefined;
  return `${text.slice(0, start + open.length)}\n${generated.trimEnd()}\n${text.slice(end)}`;
}
