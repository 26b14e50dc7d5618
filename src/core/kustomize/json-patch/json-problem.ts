/** Ends a JSON patch that cannot be applied, in the words of kustomize. It is caught where the patch is applied, and becomes a fault. */
export class JsonProblem extends Error {}

export const missing = (answer: string): JsonProblem => new JsonProblem(`${answer}: missing value`);
