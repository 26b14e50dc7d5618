import { YAMLException } from 'js-yaml';
import type { Span } from '../text/span.ts';
import { composeDocuments, type Composed } from './compose.ts';
import type { MaskedText } from './mask.ts';
import { offsetsOutsideScalars, offsetsWithin } from './open-line.ts';
import { relaxDocument } from './relax.ts';
import { splitJsonStream } from './split.ts';
import { nodeToValue, stableText } from './to-value.ts';

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

/** More than any document that a person repairs. */
const MEANING_NODES = 100_000;

/** What a document says, as text that is equal for documents that say the same; undefined where it does not parse. */
export function readMeaning(text: string): string | undefined {
  const result = compose(text, text, 0, false);
  if (!('composed' in result)) return undefined;
  const values = result.composed.map(({ tree }) => (tree.size === 0 ? null : (nodeToValue(tree, 0, MEANING_NODES) ?? null)));
  return stableText(values);
}

/** A document whose template actions all stand in quotes, block text or unquoted text is YAML as it is written. */
function composeAsWritten(masked: MaskedText, source: string, span: Span): Piece | undefined {
  const actions = offsetsWithin(masked.actions, span);
  if (actions.length === 0) return undefined;
  const text = source.slice(span.start, span.end);
  const result = compose(text, source, span.start, false);
  if (!('composed' in result)) return undefined;
  const outside = result.composed.reduce((rest, { tree }) => offsetsOutsideScalars(tree, rest), actions);
  return outside.length === 0 ? { span, text, result } : undefined;
}

/**
 * Parses a piece of a stream: as it stands; then in a form that undoes what kubectl allows and YAML 1.2 does not; then as
 * a stream of JSON objects. What fails in each way keeps the first failure.
 */
export function parsePiece(masked: MaskedText, source: string, span: Span): Piece[] {
  const written = composeAsWritten(masked, source, span);
  if (written) return [written];
  const text = masked.text.slice(span.start, span.end);
  const plain = compose(text, source, span.start, false);
  if ('composed' in plain) return [{ span, text, result: plain }];
  const relaxed = relaxDocument(text);
  const second = relaxed === undefined ? plain : compose(relaxed, source, span.start, true);
  if ('composed' in second) return [{ span, text, result: second }];
  const stream = splitJsonStream(masked.text, span);
  return stream ? stream.flatMap(object => parsePiece(masked, source, object)) : [{ span, text, result: plain }];
}
