import type { Incomplete, ReportedFinding } from '../engine/report.ts';
import { escapeUnseen } from './escape.ts';
import { answeredBy } from './answered-by.ts';

/** Gives a path from the top of the repository, for paths as the report has them. */
export type PathInRepository = (path: string) => string;

/** The path of what was not linted; the only scope of a run has none. */
export function pathOfGap({ path }: Incomplete, inRepository: PathInRepository): string {
  return inRepository(path === '' ? '.' : path);
}

/** All that a finding says, for formats that have one text for it: the message, the other ends, the help, the answer of the API server or of helm. */
export function renderFindingLines({ rule, message, related, help, answer }: ReportedFinding, inRepository: PathInRepository): string[] {
  const ends = related.map(({ note, location: { file, start } }) => `${inRepository(file.path)}:${String(start.line)}: ${note}`);
  return [message, ...ends, ...(help === null ? [] : [`help: ${help}`]), ...(answer === null ? [] : [`${answeredBy({ rule }).label}: ${answer}`])].map(
    escapeUnseen,
  );
}
