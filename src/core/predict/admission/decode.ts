import { parseQuantity } from '../../model/quantity.ts';
import type { Resource } from '../../model/resource.ts';
import type { KindInfo } from '../../schema/kinds.ts';
import { inKeyOrder } from '../../schema/problem-order.ts';
import type { Minor, Schema } from '../../schema/schema.ts';
import { cursorAt, walk, type Problem, type WalkOptions } from '../../schema/walk.ts';
import type { Cursor } from '../../yaml/cursor.ts';
import type { Cause } from './cause.ts';
import type { CheckId } from './checks/index.ts';
import { checkOf, decoderSentence, goPath, strictPath } from './decoder-words.ts';
import { findMeantField, type UnknownField } from './meant-field.ts';

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

/** Fields whose text is never validated, by the names of their structs. */
const FREE_TEXT: Readonly<Record<string, readonly string[]>> = {
  'v1.Container': ['command', 'args'],
  'v1.EphemeralContainer': ['command', 'args'],
  'v1.ExecAction': ['command'],
  'v1.EnvVar': ['value'],
  'v1.HTTPHeader': ['value'],
  'v1.VolumeMount': ['subPathExpr'],
  'v1.ConfigMap': ['data'],
  'v1.Secret': ['stringData'],
  'v1.ObjectMeta': ['annotations'],
};

const isFreeText = ({ goType = '' }: Schema, field: string): boolean => FREE_TEXT[goType]?.includes(field) === true;

const isStrict = ({ kind }: Problem): boolean => kind === 'unknown-field';

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

const fits = (value: Cursor, schema: Schema, minors: readonly Minor[]): boolean =>
  value.isPresent && walk(value, schema, { quantityFault, isFreeText, minors }).problems.length === 0;

/** A field that does not exist, with what was probably meant. `steps` lead to it from the object. */
export function unknownFieldCause(field: UnknownField): Cause {
  const { object, steps, minors } = field;
  const cursor = cursorAt(object, steps);
  const path = strictPath(steps);
  const meant = findMeantField(field, (value, schema) => fits(value, schema, minors));
  const check: CheckId = meant?.kind === 'moved' ? 'decode/field-misplaced' : 'decode/unknown-field';
  const said = { reason: 'unknown-field', field: path, message: `unknown field "${path}"` } as const;
  return { check, ...said, cursor, at: cursor.at, minors, ...(meant && { meant }) };
}

/** A problem as a refusal by the decoder. `object` is what the steps start from. */
function causeOf(problem: Problem, object: Cursor<unknown>, minors: readonly Minor[]): Cause {
  const { steps } = problem;
  if (problem.kind === 'unknown-field') return unknownFieldCause({ object, steps, minors: problem.minors });
  const cursor = cursorAt(object, steps);
  const field = problem.kind === 'text-form' ? '' : goPath(steps);
  return { check: checkOf(problem), reason: 'decode', field, message: decoderSentence(problem), cursor, at: cursor.at, minors, wanted: problem.wanted };
}

/** Reads part of an object as the decoder of its type does. */
export function decodePart(part: Cursor<unknown>, schema: Schema, minors: readonly Minor[]): Decoding {
  const options: WalkOptions = { quantityFault, isFreeText, minors };
  const { problems, hasUnknown } = walk(part, schema, options);
  if (problems.length === 0) return { ...NOTHING, hasUnknown };
  const ordered = inKeyOrder(problems);
  const causes = new Map(ordered.map(problem => [problem, causeOf(problem, part, minors)]));
  const told = toldOf(ordered).flatMap(problem => causes.get(problem) ?? []);
  return { causes: [...causes.values()], told, hasUnknown };
}

/** Reads an object of a built-in kind as the API server does with strict field validation. */
export function decode(resource: Resource, kind: KindInfo | undefined, minors: readonly Minor[]): Decoding {
  const schema = kind?.source === 'built-in' ? kind.schema() : undefined;
  return schema ? decodePart(resource.body, schema, minors) : NOTHING;
}
