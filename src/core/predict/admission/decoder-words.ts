import type { Schema, SchemaType } from '../../schema/schema.ts';
import type { Problem, Step } from '../../schema/walk.ts';
import { resolvePlain } from '../../yaml/scalar.ts';
import type { CheckId } from './checks/index.ts';

/** A value that does not fit its type. */
type ValueProblem = Exclude<Problem, { readonly kind: 'unknown-field' }>;

/** Path of a problem as the strict decoder writes it: `spec.ports[0].foo`. Keys of maps follow a dot like fields. */
export function strictPath(steps: readonly Step[]): string {
  return steps.map(({ name }, index) => (typeof name === 'number' ? `[${String(name)}]` : index === 0 ? name : `.${name}`)).join('');
}

/** Path of a wrong type: fields alone, those of embedded structs behind the struct's name. */
export function goPath(steps: readonly Step[]): string {
  return steps.flatMap(({ name, field }) => (field ? [...(field.embedded === undefined ? [] : [field.embedded]), String(name)] : [])).join('.');
}

const NAMES: Partial<Record<SchemaType, string>> = {
  boolean: 'bool',
  number: 'float64',
  intOrString: 'int32',
  time: 'string',
  microTime: 'string',
  duration: 'string',
};

/** Name of the Go type that a value is decoded into. Types with a decoder of their own decode into a simpler one. */
function goTypeOf({ type, goType, format }: Schema): string {
  if (type === 'intOrString' || type === 'time' || type === 'microTime' || type === 'duration') return NAMES[type] ?? type;
  return goType ?? NAMES[type] ?? (type === 'integer' ? (format ?? 'int64') : type);
}

function unmarshalError(problem: Problem & { readonly kind: 'wrong-type' | 'number-form' }): string {
  const what = problem.kind === 'wrong-type' ? problem.found : `number ${problem.text}`;
  const field = goPath(problem.steps);
  const struct = problem.steps.findLast(({ owner }) => owner !== undefined)?.owner?.goType?.replace(/^.*\./, '');
  const type = goTypeOf(problem.wanted);
  if (struct === undefined || field === '') return `json: cannot unmarshal ${what} into Go value of type ${type}`;
  return `json: cannot unmarshal ${what} into Go struct field ${struct}.${field} of type ${type}`;
}

/** The decoder's own sentence. */
export function decoderSentence(problem: ValueProblem): string {
  switch (problem.kind) {
    case 'text-form':
      return problem.fault;
    case 'wrong-type':
    case 'number-form':
      return unmarshalError(problem);
  }
}

/** Whether the text in quotes is what the field wants without them. */
function holdsWanted(text: string, { type }: Schema): boolean {
  const value = resolvePlain(text);
  return type === 'boolean'
    ? typeof value === 'boolean'
    : (type === 'integer' || type === 'number') && (typeof value === 'number' || typeof value === 'bigint');
}

function checkOfType({ wanted, found, text }: Problem & { readonly kind: 'wrong-type' }): CheckId {
  if (wanted.type === 'string' && (found === 'number' || found === 'bool')) return 'decode/string-not-quoted';
  return found === 'string' && text !== undefined && holdsWanted(text, wanted) ? 'decode/number-quoted' : 'decode/wrong-type';
}

/** Which check of the decoder speaks. */
export function checkOf(problem: ValueProblem): CheckId {
  switch (problem.kind) {
    case 'number-form':
      return 'decode/number-form';
    case 'text-form':
      return problem.wanted.type === 'quantity' ? 'decode/quantity' : problem.wanted.type === 'bytes' ? 'decode/base64' : 'decode/time';
    case 'wrong-type':
      return checkOfType(problem);
  }
}
