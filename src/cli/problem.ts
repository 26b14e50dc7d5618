/** Why a command could not start, in a sentence, and what would help. */
export interface Problem {
  readonly problem: string;
  readonly help?: string | undefined;
}

export function isProblem(value: object): value is Problem {
  return 'problem' in value;
}

export function renderProblem({ problem, help }: Problem): string {
  return `svclint: ${problem}\n${help === undefined ? '' : `  ${help}\n`}`;
}

/** The problem of a name that is none of the known ones, with the one that was probably meant. */
export function unknownName(subject: string, known: readonly string[], near: string | undefined): Problem {
  return { problem: `${subject} is unknown`, help: near === undefined ? `Use one of ${known.join(', ')}` : `Did you mean "${near}"?` };
}
