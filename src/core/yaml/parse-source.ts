import { LineTable } from '../text/line-table.ts';
import type { Span } from '../text/span.ts';
import { checkTree } from './check-tree.ts';
import { explainFailure, type SecondOpinion } from './explain/explain.ts';
import { failureOf, lineAbove, lineAt, type Explanation } from './explain/failure.ts';
import { maskTemplates, MASK, type MaskedText } from './mask.ts';
import { foldMissingMarker } from './missing-marker.ts';
import { offsetsOutsideScalars, offsetsWithin } from './open-line.ts';
import { readMeaning, parsePiece, type Piece } from './parse-piece.ts';
import type { SyntaxProblem } from './problem.ts';
import type { SourceFile, TakesSecret, YamlDocument } from './source-file.ts';
import { splitDocuments } from './split.ts';
import { checkText } from './strict-text.ts';
import type { Tree } from './tree.ts';

export interface ReadOptions {
  /** Asked about broken documents whose cause the text does not show. The host loads it when it is first needed. */
  readonly secondOpinion?: SecondOpinion;
  /** For values of a chart. */
  readonly takesSecret?: TakesSecret;
}

/** What a document has beyond what its file and its masked text say about it. */
type Read = Pick<YamlDocument, 'span' | 'tree' | 'problems' | 'openKeys'>;

function problemOf({ kind, cause, help, span, related, edits }: Explanation, base: number): SyntaxProblem {
  const moved = ({ start, end }: Span): Span => ({ start: start + base, end: end + base });
  return {
    kind: kind ?? 'syntax',
    cause,
    help,
    span: moved(span),
    fatal: true,
    ...(related && { related: { note: related.note, span: moved(related.span) } }),
    ...(edits && { edits: edits.map(edit => ({ ...edit, span: moved(edit.span) })) }),
  };
}

/** Whether a template action stands on the lines of a span or on the nearest one above, so that nothing can be said before it is rendered. */
function touchesAction(text: string, { start, end }: Span): boolean {
  const first = lineAt(text, start);
  return text.slice(lineAbove(text, first)?.start ?? first.start, lineAt(text, end).end).includes(MASK);
}

/** A value that begins with a bare name in braces and goes on: no mapping ends like that, a program fills it by replacing text. */
const BRACE_NAME = /(?:[:[,-][ \t]+|^[ \t]*)\{[A-Za-z_][\w.-]*\}[^\s,\]}]/;

function holdsBraceName(text: string, at: number): boolean {
  const { start, end } = lineAt(text, at);
  return BRACE_NAME.test(text.slice(start, end));
}

function brokenDocument(
  { span, text }: Piece,
  failure: { readonly reason: string; readonly position: number },
  masked: MaskedText,
  options: ReadOptions,
): Read {
  const at = Math.min(failure.position, text.length);
  const isTemplate = offsetsWithin(masked.openLines, span).length > 0 || touchesAction(text, { start: at, end: at }) || holdsBraceName(text, at);
  if (isTemplate) return { span, tree: undefined, problems: [], openKeys: true };
  const explanation = explainFailure(failureOf(text, at, failure.reason, readMeaning), options.secondOpinion);
  const problems = touchesAction(text, explanation.span) ? [] : [problemOf(explanation, span.start)];
  return { span, tree: undefined, problems, openKeys: false };
}

/** kubectl reads one document between two `---` and drops what stands behind `...`. */
function droppedDocument(tree: Tree): SyntaxProblem {
  const start = tree.start(0);
  return {
    kind: 'document-marker',
    cause: 'the text after "..." is dropped by kubectl up to the next "---"',
    help: 'put "---" in place of "..."',
    span: { start, end: start + 1 },
    fatal: false,
  };
}

/** The documents of a piece: one, or more where `...` ends some of them. */
function readPiece(piece: Piece, masked: MaskedText, options: ReadOptions): Read[] {
  const { span, result } = piece;
  if (!('composed' in result)) return [brokenDocument(piece, result, masked, options)];
  if (result.composed.length === 0) return [{ span, tree: undefined, problems: [], openKeys: false }];
  return result.composed.map(({ tree, problems }, index) => {
    const checked = checkTree(tree);
    const textProblems = index === 0 ? checkText(tree, span) : [droppedDocument(tree)];
    return { span, tree, problems: [...problems, ...checked.problems, ...textProblems], openKeys: checked.openKeys };
  });
}

/** Keys that stand twice in a template may be two branches of a condition. */
function withoutBranches(tree: Tree, problems: readonly SyntaxProblem[], openLines: readonly number[]): readonly SyntaxProblem[] {
  return openLines.length > 0 ? problems.filter(({ kind }) => kind !== 'duplicate-key') : foldMissingMarker(tree, problems);
}

/** Reads a YAML or JSON text. Never throws: what cannot be read is a problem of its document. */
export function parseSource(path: string, text: string, options: ReadOptions = {}): SourceFile {
  const masked = text.includes('{{') ? maskTemplates(text) : { text, openLines: [], actions: [] };
  const documents: YamlDocument[] = [];
  const { takesSecret } = options;
  const file: SourceFile = { path, text, lines: new LineTable(text), documents, templated: masked.actions.length > 0, ...(takesSecret && { takesSecret }) };
  for (const piece of splitDocuments(masked.text).flatMap(span => parsePiece(masked, text, span))) {
    for (const { span, tree, problems, openKeys } of readPiece(piece, masked, options)) {
      const lines = offsetsWithin(masked.openLines, span);
      const openLines = tree ? offsetsOutsideScalars(tree, lines) : lines;
      const templated = offsetsWithin(masked.actions, span).length > 0;
      documents.push({
        file,
        index: documents.length,
        span,
        tree,
        problems: tree ? withoutBranches(tree, problems, openLines) : problems,
        templated,
        openLines,
        openKeys,
      });
    }
  }
  return file;
}
