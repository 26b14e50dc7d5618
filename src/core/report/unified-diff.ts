import { structuredPatch } from 'diff';
import type { SourceFile } from '../yaml/source-file.ts';
import { escapeUnseen } from './escape.ts';
import type { Pen, Style } from './look.ts';
import { hiddenIn, MASK } from './mask.ts';

/** A file before and after, and its path from the top of the repository: what git looks for. */
export interface DiffedFile {
  readonly path: string;
  readonly before: SourceFile;
  readonly after: SourceFile;
}

export interface DiffOptions {
  readonly pen: Pen;
  /** On a terminal nothing of the text may act on it; elsewhere a program reads the diff, which has to be exact. */
  readonly isTerminal: boolean;
}

export interface RenderedDiff {
  readonly text: string;
  /** Whether values of Secrets are hidden in it: no program can apply it then. */
  readonly isMasked: boolean;
}

const STYLES: Readonly<Record<string, Style>> = { '+': 'success', '-': 'removed', '@': 'note' };
const ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '"': '\\"', '\\': '\\\\' };

/** A name as git writes it: in quotes where it holds what would end or hide it. */
function quoteName(name: string): string {
  if (!/[\p{Cc}"\\]/u.test(name)) return name;
  const escaped = name.replaceAll(/[\p{Cc}"\\]/gu, character => ESCAPES[character] ?? `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`);
  return `"${escaped}"`;
}

/** The name in a `---` or `+++` line: a tab ends one that holds blanks. */
function headName(name: string): string {
  return name.includes(' ') ? `${quoteName(name)}\t` : quoteName(name);
}

class DiffWriter {
  readonly lines: string[] = [];
  isMasked = false;
  readonly #options: DiffOptions;

  constructor(options: DiffOptions) {
    this.#options = options;
  }

  write({ path, before, after }: DiffedFile): void {
    const [a, b] = [`a/${path}`, `b/${path}`];
    this.#add('bold', `diff --git ${quoteName(a)} ${quoteName(b)}`);
    this.#add('bold', `--- ${headName(a)}`);
    this.#add('bold', `+++ ${headName(b)}`);
    for (const hunk of structuredPatch(path, path, before.text, after.text, undefined, undefined, { context: 3 }).hunks) {
      const { oldStart, oldLines, newStart, newLines } = hunk;
      this.#add('note', `@@ -${String(oldStart)},${String(oldLines)} +${String(newStart)},${String(newLines)} @@`);
      let [old, now] = [oldStart, newStart];
      for (const line of hunk.lines) {
        const [sign = ''] = line;
        this.#add(STYLES[sign], sign === '+' ? this.#mask(line, after, now) : sign === '\\' ? line : this.#mask(line, before, old));
        if (sign === '+' || sign === ' ') now++;
        if (sign === '-' || sign === ' ') old++;
      }
    }
  }

  /** Hides the values of Secrets in a line of the diff, which stands at line `number` of a file. */
  #mask(line: string, file: SourceFile, number: number): string {
    const span = file.lines.lineSpan(number);
    let masked = '';
    let at = 1;
    for (const hidden of hiddenIn(file, span)) {
      const [start, end] = [hidden.start - span.start + 1, hidden.end - span.start + 1];
      if (start < at) continue;
      masked += line.slice(at, start) + MASK;
      at = end;
      this.isMasked = true;
    }
    return line.slice(0, 1) + masked + line.slice(at);
  }

  #add(style: Style | undefined, line: string): void {
    const { pen, isTerminal } = this.#options;
    const shown = isTerminal ? escapeUnseen(line.replace(/[\r\t]+$/, '').replaceAll('\t', '  ')) : line;
    this.lines.push(style ? pen.paint(style, shown) : shown);
  }
}

/** A unified diff that `git apply` takes. */
export function renderDiff(files: readonly DiffedFile[], options: DiffOptions): RenderedDiff {
  const writer = new DiffWriter(options);
  for (const file of files) writer.write(file);
  return { text: writer.lines.map(line => `${line}\n`).join(''), isMasked: writer.isMasked };
}
