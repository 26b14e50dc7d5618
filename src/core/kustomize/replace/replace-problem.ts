/** Ends a replacement, in the words of kustomize. It is caught where the replacement is made, and becomes a fault. */
export class ReplaceProblem extends Error {}
