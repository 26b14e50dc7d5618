/** What a command may touch of the world besides files. */
export interface Terminal {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether stdout is a terminal. */
  readonly isTty: boolean;
  /** Whether stderr is a terminal: progress is shown there. */
  readonly errIsTty: boolean;
  readonly columns: number | undefined;
  /** The day as `2026-12-31`. */
  readonly today: string;
}

const CODES = { bold: '1', dim: '2', underline: '4', red: '31', green: '32', yellow: '33', blue: '34', cyan: '36' } as const;
export type Style = keyof typeof CODES;

/** Puts a style around a text, or leaves the text alone where there is no colour. */
export type Paint = (style: Style, text: string) => string;

export function paintWith(color: boolean): Paint {
  return (style, text) => (color && text !== '' ? `\u001B[${CODES[style]}m${text}\u001B[0m` : text);
}
