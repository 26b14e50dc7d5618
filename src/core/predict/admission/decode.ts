import type { Resource } from '../../model/resource.ts';
import type { KindInfo } from '../../schema/kinds.ts';
import type { Minor } from '../../schema/schema.ts';
import type { Cause } from './cause.ts';

/** What the decoder makes of an object. */
export interface Decoding {
  /** Every wrong type and every unknown field, at its place. */
  readonly causes: readonly Cause[];
  /** What the server tells of them: the first wrong type, or else all unknown fields together (S-361). */
  readonly told: readonly Cause[];
  /** Something in the object is not known, so nothing proves that the server accepts it. */
  readonly hasUnknown: boolean;
}

/** Reads an object as the API server does with strict field validation. */
export function decode(_resource: Resource, _kind: KindInfo | undefined, _minors: readonly Minor[]): Decoding {
  return { causes: [], told: [], hasUnknown: false };
}
