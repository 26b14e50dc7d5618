import { parseQuantity } from '../../model/quantity.ts';
import type { Resource } from '../../model/resource.ts';
import type { KindInfo } from '../../schema/kinds.ts';
import { inKeyOrder } from '../../schema/problem-order.ts';
import type { Minor, MinorRange, Schema } from '../../schema/schema.ts';
import { cursorAt, walk, type Problem, type WalkOptions } from '../../schema/walk.ts';
import type { Cursor } from '../../yaml/cursor.ts';
import { isJsonDocument } from '../../yaml/json-document.ts';
import type { YamlDocument } from '../../yaml/source-file.ts';
import type { Cause, Reason } from './cause.ts';
import type { CheckId } from './checks/index.ts';
import { checkOf, decoderSentence, goPath, strictPath } from './decoder-words.ts';

/** What the decoder makes of an object. */
export interface Decoding {
  /** Every wrong type and every unknown field, at its place. */
  readonly causes: readonly Cause[];
  /** What the server tells of them: the first wrong type, or else all unknown fields together (S-361). */
  readonly told: readonly Cause[];
  /** Something in the object is not known, so nothing proves that the server accepts it. */
  readonly hasUnknown: boolean;
}

const NOTHING: Decoding = { causes: [], told: [], hasUnknown: false };

const quantityFault = (text: string): string | undefined => {
  const read = parseQuantity(text);
  return typeof read === 'string' ? read : undefined;
};

/** What a walk over a document needs to know. */
export function walkOptions(document: YamlDocument): WalkOptions {
  return { quantityFault, isJson: document.problems.length > 0 && isJsonDocument(document) };
}

const isStrict = ({ kind }: Problem): boolean => kind === 'unknown-field' || kind === 'duplicate-field';

/** Types with a decoder of their own end the decoding at once; of all other wrong types the first one is told at the end. */
function isFatal(problem: Problem): boolean {
  if (problem.kind === 'text-form') return problem.wanted.type !== 'bytes';
  if (problem.kind !== 'wrong-type' && problem.kind !== 'number-form') return false;
  return ['intOrString', 'quantity', 'time', 'microTime', 'duration'].includes(problem.wanted.type);
}

/** What the server tells of all problems, which are in the order in which it meets them. */
export function toldOf(problems: readonly Problem[]): readonly Problem[] {
  const first = problems.find(isFatal) ?? problems.find(problem => !isStrict(problem));
  return first ? [first] : problems;
}

function minorsWithout(range: MinorRange | undefined, minors: readonly Minor[]): readonly Minor[] {
  const { since = 0, until = Infinity } = range ?? {};
  return range ? minors.filter(minor => minor < since || minor > until) : minors;
}

const minorsOf = (problem: Problem, minors: readonly Minor[]): readonly Minor[] =>
  problem.kind === 'unknown-field' ? minorsWithout(problem.field?.minors, minors) : minors;

const REASONS: Partial<Record<Problem['kind'], Reason>> = { 'unknown-field': 'unknown-field', 'duplicate-field': 'duplicate-field' };

/** A problem as a refusal by the decoder. `object` is what the steps start from. */
export function causeOf(problem: Problem, object: Cursor<unknown>, minors: readonly Minor[]): Cause {
  const cursor = cursorAt(object, problem.steps);
  const check: CheckId = checkOf(problem);
  const field = isStrict(problem) ? strictPath(problem.steps) : problem.kind === 'text-form' ? '' : goPath(problem.steps);
  return { check, reason: REASONS[problem.kind] ?? 'decode', field, message: decoderSentence(problem), cursor, at: cursor.at, minors };
}

/** Reads part of an object as the decoder of its type does. */
export function decodePart(part: Cursor<unknown>, schema: Schema, minors: readonly Minor[]): Decoding {
  const options = walkOptions(part.document);
  const { problems, hasUnknown } = walk(part, schema, options);
  const known = problems.filter(problem => minorsOf(problem, minors).length > 0);
  if (known.length === 0) return { ...NOTHING, hasUnknown };
  const ordered = options.isJson ? known : inKeyOrder(known);
  const causes = new Map(ordered.map(problem => [problem, causeOf(problem, part, minorsOf(problem, minors))]));
  const told = toldOf(ordered).flatMap(problem => causes.get(problem) ?? []);
  return { causes: [...causes.values()], told, hasUnknown };
}

/** Reads an object of a built-in kind as the API server does with strict field validation. */
export function decode(resource: Resource, kind: KindInfo | undefined, minors: readonly Minor[]): Decoding {
  const schema = kind?.source === 'built-in' ? kind.schema() : undefined;
  return schema ? decodePart(resource.body, schema, minors) : NOTHING;
}
