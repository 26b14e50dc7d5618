import { YAMLException } from 'js-yaml';
import type { Span } from '../text/span.ts';
import { composeDocuments, type Composed } from './compose.ts';
import { relaxDocument } from './relax.ts';
import { splitJsonStream } from './split.ts';

/** A piece of a stream: between two markers, or one object of a JSON stream. */
export interface Piece {
  readonly span: Span;
  /** The text that was read, with template actions masked. */
  readonly text: string;
  readonly result: { readonly composed: readonly Composed[] } | { readonly reason: string; readonly position: number };
}

function compose(text: string, source: string, base: number, isRelaxed: boolean): Piece['result'] {
  try {
    return { composed: composeDocuments(text, { source, base, isRelaxed }) };
  } catch (error) {
    if (error instanceof YAMLException) return { reason: error.reason, position: error.mark?.position ?? 0 };
    throw error;
  }
}

/** Whether the parser takes a document. */
export function isReadable(text: string): boolean {
  return 'composed' in compose(text, text, 0, false);
}

/**
 * Parses a piece of `masked`: as it stands; then in a form that undoes what kubectl allows and YAML 1.2 does not; then as
 * a stream of JSON objects. What fails in each way keeps the first failure.
 */
export function parsePiece(masked: string, source: string, span: Span): Piece[] {
  const text = masked.slice(span.start, span.end);
  const plain = compose(text, source, span.start, false);
  if ('composed' in plain) return [{ span, text, result: plain }];
  const relaxed = relaxDocument(text);
  const second = relaxed === undefined ? plain : compose(relaxed, source, span.start, true);
  if ('composed' in second) return [{ span, text, result: second }];
  const stream = splitJsonStream(masked, span);
  return stream ? stream.flatMap(object => parsePiece(masked, source, object)) : [{ span, text, result: plain }];
}
