/** A half-open range of UTF-16 offsets into a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A one-based line and column, counted in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}
