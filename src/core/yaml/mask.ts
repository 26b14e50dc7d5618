/** Stands for each character of a template action in a masked text, so that offsets hold. A private-use character: no manifest means it. */
export const MASK = '\uE000';

const ACTION = /\{\{(?:"(?:[^"\\\n]|\\.)*"|`[^`]*`|[^"`}]|\}(?!\}))*\}\}/g;
const VARIABLE = /\$\{[^}\n]*\}|\$\([A-Za-z_][\w.-]*\)|<[A-Za-z_][\w .-]*>|\$\([^)\n]*\)/;

export interface MaskedText {
  readonly text: string;
  /** Starts of lines that hold nothing but template actions and comments. */
  readonly openLines: readonly number[];
}

/** Replaces template actions by text of the same length that YAML reads as a plain scalar; lines of actions alone become blank. */
export function maskTemplates(text: string): MaskedText {
  const openLines: number[] = [];
  const masked = text.replaceAll(ACTION, action => action.replaceAll(/[^\n]/g, MASK));
  const lines = masked.split('\n');
  let start = 0;
  const result = lines.map(line => {
    const lineStart = start;
    start += line.length + 1;
    if (!line.includes(MASK) || /[^\s\uE000]/.test(line.replace(/\s#.*$/, ''))) return line;
    openLines.push(lineStart);
    return ' '.repeat(line.length);
  });
  return { text: result.join('\n'), openLines };
}

/** Whether a value stands for another one that is not known here: a template action or a placeholder of another tool. */
export function isPlaceholder(value: string): boolean {
  return value.includes(MASK) || VARIABLE.test(value);
}
