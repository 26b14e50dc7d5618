import type { Cursor } from '../../yaml/cursor.ts';
import type { Place } from '../../yaml/place.ts';
import type { Minor, Schema } from '../../schema/schema.ts';
import type { CheckId } from './checks/index.ts';
import type { MeantField } from './meant-field.ts';

/**
 * Why the API server refuses a value, in its own words: reasons of a Status with code 422, and for an object that does not decode (400)
 * `decode` and `unknown-field`. A kind that is not served is `NotFound` (404), one that cannot be written `MethodNotAllowed` (405).
 */
export type Reason =
  | 'FieldValueRequired'
  | 'FieldValueInvalid'
  | 'FieldValueNotSupported'
  | 'FieldValueForbidden'
  | 'FieldValueDuplicate'
  | 'FieldValueTooLong'
  | 'FieldValueTooMany'
  | 'FieldValueTypeInvalid'
  | 'FieldValueNotFound'
  | 'decode'
  | 'unknown-field'
  | 'NotFound'
  | 'MethodNotAllowed';

/** One refusal: which check of the API server says no, to which field, and where it is written. */
export interface Cause {
  readonly check: CheckId;
  readonly reason: Reason;
  /** As the server writes it: `spec.ports[0].nodePort`. Empty where the server names no field. */
  readonly field: string;
  /** The server's own sentence after the field: `Invalid value: 80: …`. */
  readonly message: string;
  /** The field that is refused, or where it would stand. */
  readonly cursor: Cursor<unknown>;
  readonly at: Place;
  /** Minors of the target that refuse it; all of them unless a version differs. */
  readonly minors: readonly Minor[];
  /** The server tells it only when another refusal, which keeps it from looking, is mended. */
  readonly isWithheld?: boolean;
  /** It follows from other refusals and says nothing of its own. */
  readonly isEcho?: boolean;
  /** What the value is wanted to be, where the decoder or the schema of a custom kind refuses its type. */
  readonly wanted?: Schema;
  /** The values that the field takes, where it takes no others. */
  readonly supported?: readonly string[];
  /** What was probably meant by a field that does not exist. */
  readonly meant?: MeantField;
}

/** What the server says although it accepts (the `Warning` header). */
export interface Warning {
  readonly check: CheckId;
  readonly reason: 'warning';
  readonly message: string;
  readonly cursor: Cursor<unknown>;
  readonly at: Place;
  readonly minors: readonly Minor[];
  /** Told of a refused object too: warnings of the API itself, not of its validation (S-360). */
  readonly always?: true;
}
