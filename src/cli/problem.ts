import { escapeUnseen } from '../core/report/escape.ts';

/** Why a command could not start, in a sentence, and what would help. */
export interface Problem {
  readonly problem: string;
  /** Further problems, each a sentence. */
  readonly more?: readonly string[];
  readonly help?: string | undefined;
}

export function isProblem(value: object): value is Problem {
  return 'problem' in value;
}

/** What was written on the command line or found on the disk is in it, so nothing of it acts on the terminal or the CI's log. */
export function renderProblem({ problem, more = [], help }: Problem): string {
  const lines = [problem, ...more].map(text => `svclint: ${escapeUnseen(text)}\n`);
  return `${lines.join('')}${help === undefined ? '' : `  ${escapeUnseen(help)}\n`}`;
}

/** The problem of a name that is none of the known ones, with the one that was probably meant. */
export function unknownName(subject: string, known: readonly string[], near: string | undefined): Problem {
  return { problem: `${subject} is unknown`, help: near === undefined ? `Use one of ${known.join(', ')}` : `Did you mean "${near}"?` };
}
