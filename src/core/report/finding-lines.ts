import type { Incomplete, ReportedFinding } from '../engine/report.ts';
import { joinPath } from '../text/path.ts';
import { escapeUnseen } from './escape.ts';

/** A path of the report as the repository knows it. */
export function pathInRepository(prefix: string, path: string): string {
  return prefix === '' ? path : joinPath(prefix, path);
}

/** The path of what was not linted; the only scope of a run has none. */
export function pathOfGap({ path }: Incomplete, prefix: string): string {
  return pathInRepository(prefix, path === '' ? '.' : path);
}

/** All that a finding says, for formats that have one text for it: the message, the other ends, the help, the API server's answer. */
export function renderFindingLines({ message, related, help, answer }: ReportedFinding, prefix: string): string[] {
  const ends = related.map(({ note, location: { file, start } }) => `${pathInRepository(prefix, file.path)}:${String(start.line)}: ${note}`);
  return [message, ...ends, ...(help === null ? [] : [`help: ${help}`]), ...(answer === null ? [] : [`server: ${answer}`])].map(escapeUnseen);
}
