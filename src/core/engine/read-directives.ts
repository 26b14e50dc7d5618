import { findNearest } from '../text/near.ts';
import type { Span } from '../text/span.ts';
import { commentsOf, type Comment } from '../yaml/comments.ts';
import { SpanPlace, type Place } from '../yaml/place.ts';
import type { SourceFile } from '../yaml/source-file.ts';
import type { Fix } from '../rule/finding.ts';

/** What a suppression covers. */
export type Reach = { readonly kind: 'line'; readonly line: number } | { readonly kind: 'document' | 'file' | 'nothing' };

export interface NamedRule {
  readonly name: string;
  readonly at: Place;
}

/** The words of a suppression: `rule, rule -- until 2026-12-31 reason`. */
export interface Wording {
  /** Empty for all rules. */
  readonly rules: readonly NamedRule[];
  readonly reason: string | undefined;
  /** The last day on which it holds. */
  readonly until: string | undefined;
}

/** A comment that suppresses. */
export interface Directive extends Wording {
  readonly name: string;
  readonly at: Place;
  readonly reach: Reach;
  /** Why it reaches nothing: a clause. */
  readonly misplaced: string | undefined;
  readonly removal: Fix;
}

const NAMES = ['svclint-disable', 'svclint-disable-line', 'svclint-disable-next-line', 'svclint-disable-file'] as const;

/** Reads names and reason. `placeOf` gives the place of a part of the text by its offsets. */
export function readWording(text: string, placeOf: (span: Span) => Place): Wording {
  const dashes = /(?:^|\s)--(?:\s|$)/.exec(text);
  const names = dashes ? text.slice(0, dashes.index) : text;
  const rest = dashes ? text.slice(dashes.index + dashes[0].length).trim() : '';
  const [, until, reason = rest] = /^until (\d{4}-\d{2}-\d{2})\b[:,]?\s*([^]*)$/.exec(rest) ?? [];
  const rules = [...names.matchAll(/[^\s,]+/g)]
    .filter(([name]) => name !== '*')
    .map(match => ({ name: match[0], at: placeOf({ start: match.index, end: match.index + match[0].length }) }));
  return { rules, until, reason: reason === '' ? undefined : reason };
}

/** Whether a line holds nothing that a document consists of. */
function isBare(line: string): boolean {
  const text = line.trim();
  return text === '' || text.startsWith('#');
}

function lineBelow({ lines }: SourceFile, line: number): number {
  let below = line + 1;
  while (below < lines.lineCount && isBare(lines.lineText(below))) below++;
  return below;
}

/** The first line that holds more than comments, directives and markers. */
function firstContentLine({ lines }: SourceFile): number {
  for (let line = 1; line <= lines.lineCount; line++) {
    const text = lines.lineText(line).replace(/^\uFEFF/, '');
    if (!isBare(text) && !/^(?:---\s*(?:#.*)?|%.*)$/.test(text)) return line;
  }
  return Number.POSITIVE_INFINITY;
}

class DirectiveReader {
  readonly #file: SourceFile;
  #contentLine: number | undefined;

  constructor(file: SourceFile) {
    this.#file = file;
  }

  read(comment: Comment): Directive | undefined {
    const { span } = comment;
    const document = this.#file.documents[comment.document];
    const written = this.#file.text.slice(span.start, span.end);
    const [head = '', name = ''] = /^#+\s*(svclint-[\w-]*)/.exec(written) ?? [];
    if (!document || !name.startsWith('svclint-disable')) return undefined;
    const start = span.start + head.length;
    const placeOf = (part: Span): Place => new SpanPlace(document, { start: start + part.start, end: start + part.end });
    const line = this.#file.lines.position(span.start).line;
    return {
      name,
      at: new SpanPlace(document, span),
      ...readWording(written.slice(head.length), placeOf),
      ...this.#reachOf(name, line),
      removal: { title: 'Remove the comment', safety: 'safe', edits: [{ file: this.#file, span: this.#removed(comment), newText: '' }] },
    };
  }

  #reachOf(name: string, line: number): Pick<Directive, 'reach' | 'misplaced'> {
    switch (name) {
      case 'svclint-disable':
        return { reach: { kind: 'document' }, misplaced: undefined };
      case 'svclint-disable-line':
        return { reach: { kind: 'line', line }, misplaced: undefined };
      case 'svclint-disable-next-line':
        return { reach: { kind: 'line', line: lineBelow(this.#file, line) }, misplaced: undefined };
      case 'svclint-disable-file': {
        this.#contentLine ??= firstContentLine(this.#file);
        return line < this.#contentLine ? { reach: { kind: 'file' }, misplaced: undefined } : { reach: { kind: 'nothing' }, misplaced: 'stands below content' };
      }
      default: {
        const near = findNearest(name, NAMES, known => known);
        return { reach: { kind: 'nothing' }, misplaced: near === undefined ? 'is unknown' : `is unknown, "${near}" is known` };
      }
    }
  }

  /** The comment with its line where it stands alone, else with the blanks before it. */
  #removed({ span, isOwnLine }: Comment): Span {
    const { lines, text } = this.#file;
    const { line } = lines.position(span.start);
    if (isOwnLine) return { start: lines.lineSpan(line).start, end: line < lines.lineCount ? lines.lineSpan(line + 1).start : span.end };
    let { start } = span;
    while (text[start - 1] === ' ' || text[start - 1] === '\t') start--;
    return { start, end: span.end };
  }
}

/** The comments of a file that suppress findings. */
export function readDirectives(file: SourceFile): readonly Directive[] {
  // Most files hold none, and finding comments costs a walk over the file.
  if (!file.text.includes('svclint-disable')) return [];
  const reader = new DirectiveReader(file);
  return commentsOf(file).flatMap(comment => reader.read(comment) ?? []);
}
