/** How a terminal wants its text. */
export interface Look {
  readonly color: boolean;
  /** Columns; Infinity where nothing limits a line. */
  readonly width: number;
  /** False where only ASCII can be drawn. */
  readonly unicode: boolean;
}

export const PLAIN_LOOK: Look = { color: false, width: Infinity, unicode: true };

const CODES = {
  error: '1;31',
  warning: '1;33',
  info: '1;36',
  bold: '1',
  dim: '2',
  note: '36',
  help: '32',
  success: '32',
  removed: '31',
} as const;
export type Style = keyof typeof CODES;

/** Draws in the look's colours and characters. */
export interface Pen {
  readonly look: Look;
  readonly glyphs: Glyphs;
  readonly paint: (style: Style, text: string) => string;
}

interface Glyphs {
  readonly bar: string;
  readonly first: string;
  readonly next: string;
  readonly last: string;
  readonly gap: string;
  readonly cut: string;
  readonly tab: string;
  readonly dot: string;
  readonly good: string;
  readonly bad: string;
}

const UNICODE: Glyphs = { bar: '│', first: '┌─', next: '├─', last: '└─', gap: '…', cut: '…', tab: '→', dot: '·', good: '✓', bad: '✗' };
const ASCII: Glyphs = { bar: '|', first: '->', next: '->', last: '=', gap: '..', cut: '~', tab: ' ', dot: '|', good: '', bad: '' };

export function penOf(look: Look): Pen {
  const paint = (style: Style, text: string): string => (look.color && text !== '' ? `\u001b[${CODES[style]}m${text}\u001b[0m` : text);
  return { look, glyphs: look.unicode ? UNICODE : ASCII, paint };
}
