/** What helm prints of one document of a template, or of a file of `crds/`. */
export interface Piece {
  /** As in `# Source:`: the chart's name, then the path within it. */
  readonly source: string;
  /** Index of the first line of text in all that is printed. */
  readonly first: number;
  readonly lines: readonly string[];
}

const SOURCE = /^# Source: (.+)$/;

/** The pieces of helm's output: each begins with `---` and the line that names its template (H-01). */
export function readPieces(lines: readonly string[]): readonly Piece[] {
  const starts: { readonly source: string; readonly first: number }[] = [];
  for (const [index, line] of lines.entries()) {
    const source = line === '---' ? SOURCE.exec(lines[index + 1] ?? '')?.[1] : undefined;
    if (source !== undefined) starts.push({ source, first: index + 2 });
  }
  return starts.map(({ source, first }, index) => {
    const next = starts[index + 1];
    return { source, first, lines: lines.slice(first, next ? next.first - 2 : lines.length) };
  });
}
