import type { Place } from '../../yaml/place.ts';

/** Ends a JSON patch that cannot be applied, in the words of kustomize. It is caught where the patch is applied, and becomes a fault. */
export class JsonProblem extends Error {
  /** The operation that does not apply. */
  readonly at: Place | undefined;

  constructor(answer: string, at?: Place) {
    super(answer);
    this.at = at;
  }
}

export const missing = (answer: string): JsonProblem => new JsonProblem(`${answer}: missing value`);
