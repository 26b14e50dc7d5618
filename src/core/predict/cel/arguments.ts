import { CelDuration, CelError, type CelOpaque, CelOptional, CelTimestamp, CelUint, isList, isMap, type CelMap, type CelValue } from './value.ts';

/** Arguments of functions, read as the types that their signatures name. */
type Argument = CelValue | undefined;

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new CelError('no such overload');
  return value;
}

export const text = (value: Argument): string => required(typeof value === 'string' ? value : undefined);
export const whole = (value: Argument): bigint => required(typeof value === 'bigint' ? value : undefined);
export const fraction = (value: Argument): number => required(typeof value === 'number' ? value : undefined);
export const unsigned = (value: Argument): bigint => required(value instanceof CelUint ? value.value : undefined);
export const truth = (value: Argument): boolean => required(typeof value === 'boolean' ? value : undefined);
export const bytes = (value: Argument): Uint8Array => required(value instanceof Uint8Array ? value : undefined);
export const list = (value: Argument): readonly CelValue[] => required(value !== undefined && isList(value) ? value : undefined);
export const map = (value: Argument): CelMap => required(value !== undefined && isMap(value) ? value : undefined);
export const optional = (value: Argument): CelOptional => required(value instanceof CelOptional ? value : undefined);
export const nanos = (value: Argument): bigint => required(value instanceof CelDuration || value instanceof CelTimestamp ? value.nanos : undefined);

/** A value of one of Kubernetes' own types. */
export function own<T extends CelOpaque>(value: Argument, type: abstract new (...args: never[]) => T): T {
  return required(value instanceof type ? value : undefined);
}
