import type { Place } from './place.ts';

/** Why a value that is written cannot be known: a placeholder stands for it, it has another type than the API's, or its alias leads nowhere. */
export type UnknownReason = 'templated' | 'wrong-type' | 'bad-alias';

export interface Known<T> {
  readonly state: 'known';
  readonly value: T;
  readonly at: Place;
}

export interface Unknown {
  readonly state: 'unknown';
  readonly why: UnknownReason;
  readonly at: Place;
}

export interface Absent {
  readonly state: 'absent';
  /** The nearest mapping that is written: where the field would stand. */
  readonly at: Place;
}

/** A value of the manifest that knows its place. `null` is absent, as for the API server. */
export type Field<T> = Known<T> | Unknown | Absent;

export function known<T>(value: T, at: Place): Known<T> {
  return { state: 'known', value, at };
}

/** The value if it is known, else undefined: for callers that treat unknown and absent alike. */
export function valueOf<T>(field: Field<T>): T | undefined {
  return field.state === 'known' ? field.value : undefined;
}

/** The value, or `fallback` if the field is absent; undefined if it is unknown. */
export function valueOr<T>(field: Field<T>, fallback: T): T | undefined {
  return field.state === 'known' ? field.value : field.state === 'absent' ? fallback : undefined;
}

/** Something that has a place, which is worked out when it is asked for: most fields are read and never shown. */
interface Placed {
  readonly at: Place;
}

export class KnownField<T> implements Known<T> {
  readonly state = 'known';
  readonly value: T;
  readonly #placed: Placed;

  constructor(value: T, placed: Placed) {
    this.value = value;
    this.#placed = placed;
  }

  get at(): Place {
    return this.#placed.at;
  }
}

export class AbsentField implements Absent {
  readonly state = 'absent';
  readonly #placed: Placed;

  constructor(placed: Placed) {
    this.#placed = placed;
  }

  get at(): Place {
    return this.#placed.at;
  }
}
