import type { CustomValue } from './custom-value.ts';
import type { Schema } from './schema.ts';
import type { Step } from './walk.ts';

/** What a schema says against a value, in no server's words. */
export type ValueFault = { readonly steps: readonly Step[]; readonly value: CustomValue } & (
  | { readonly kind: 'type'; readonly wanted: string; readonly found: string; readonly schema: Schema }
  /** The text of a format: `ipv4`, `date-time`. */
  | { readonly kind: 'format'; readonly wanted: string }
  /** A number beyond the range of its type and format. */
  | { readonly kind: 'range'; readonly wanted: string }
  | { readonly kind: 'required' }
  | { readonly kind: 'duplicate' }
  | { readonly kind: 'not-an-object' }
  | { readonly kind: 'enum'; readonly supported: readonly unknown[] }
  | { readonly kind: 'pattern'; readonly pattern: string }
  | { readonly kind: 'bound'; readonly bound: Bound; readonly limit: number; readonly isExclusive?: boolean }
  | { readonly kind: 'unique-items' }
  /** `valid` of the schemas take the value. */
  | { readonly kind: 'any-of'; readonly valid: number }
  | { readonly kind: 'one-of'; readonly valid: number }
  | { readonly kind: 'all-of'; readonly valid: number }
  | { readonly kind: 'none-of' }
);

export type Bound = 'minLength' | 'maxLength' | 'minimum' | 'maximum' | 'multipleOf' | 'minItems' | 'maxItems' | 'minProperties' | 'maxProperties';

type WithoutSteps<T> = T extends unknown ? Omit<T, 'steps'> : never;
export type FaultHere = WithoutSteps<ValueFault>;

/** What the validation of one value against one schema gave. */
export interface Outcome {
  readonly faults: ValueFault[];
  /** Checks that were made; of alternatives that all fail, the one with most of them is told. */
  matches: number;
  /** Something hidden keeps the outcome open. */
  isOpen: boolean;
}

export const newOutcome = (): Outcome => ({ faults: [], matches: 0, isOpen: false });

const MOST_FAULTS = 500;

/** Adds what an inner validation gave. */
export function merge(into: Outcome, other: Outcome): void {
  // Alternatives within alternatives could tell one fault very often.
  for (const fault of other.faults) if (into.faults.length < MOST_FAULTS) into.faults.push(fault);
  into.matches += other.matches;
  into.isOpen ||= other.isOpen;
}

/** Whether text matches a pattern; undefined where that cannot be told. */
export type Matches = (pattern: string, text: string) => boolean | undefined;

/** What the validation may ask. */
export interface ValueContext {
  readonly matches: Matches;
  /** Objects and lists that may hold more than is shown. */
  readonly open: ReadonlySet<unknown>;
}
