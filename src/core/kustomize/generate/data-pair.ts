import type { Origin } from '../../yaml/origin.ts';

/** A key of a generated object and what it holds. */
export interface DataPair {
  readonly key: string;
  /** Undefined for bytes that are no UTF-8. */
  readonly text: string | undefined;
  /** Of a file; a text that is written in the kustomization has none. */
  readonly bytes?: Uint8Array;
  readonly keyOrigin: Origin;
  readonly origin: Origin;
}

/** The data that a generator's entry names. */
export interface Data {
  readonly pairs: readonly DataPair[];
  /** False where a source could not be read, so that there are keys that nobody knows. */
  readonly isComplete: boolean;
}
