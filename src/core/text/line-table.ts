import type { Position, Span } from './span.ts';

/** Translates offsets into lines and columns. Built on the first question: most files are never asked. */
export class LineTable {
  readonly #text: string;
  #starts: readonly number[] | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  get lineCount(): number {
    return this.#lineStarts().length;
  }

  position(offset: number): Position {
    const line = this.#lineIndex(offset);
    return { line: line + 1, column: offset - this.#startOf(line) + 1 };
  }

  /** Offset of a position; beyond the end of its line it is the line's end. */
  offset({ line, column }: Position): number {
    const { start, end } = this.lineSpan(line);
    return Math.min(start + column - 1, end);
  }

  /** Span of a one-based line without its line break. */
  lineSpan(line: number): Span {
    const starts = this.#lineStarts();
    const start = starts[line - 1] ?? this.#text.length;
    let end = starts[line] ?? this.#text.length;
    while (end > start && (this.#text[end - 1] === '\n' || this.#text[end - 1] === '\r')) end--;
    return { start, end };
  }

  lineText(line: number): string {
    const { start, end } = this.lineSpan(line);
    return this.#text.slice(start, end);
  }

  #lineStarts(): readonly number[] {
    if (this.#starts) return this.#starts;
    const starts = [0];
    for (let at = this.#text.indexOf('\n'); at !== -1; at = this.#text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.#starts = starts;
    return starts;
  }

  #startOf(index: number): number {
    return this.#lineStarts()[index] ?? 0;
  }

  #lineIndex(offset: number): number {
    const starts = this.#lineStarts();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#startOf(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
