import type { FailOn } from '../core/config/configuration.ts';
import type { Report } from '../core/engine/report.ts';

/** What the exit code of a run says (design §2). */
export const EXIT = { clean: 0, findings: 1, notStarted: 2, incomplete: 3 } as const;

/** What it needs of a report. */
export interface Judged {
  readonly incomplete: readonly unknown[];
  readonly summary: Pick<Report['summary'], 'error' | 'warning' | 'info'>;
}

/** Incomplete wins over findings: what was not looked at may be worse. Suppressed findings are not in the summary's counts. */
export function exitCodeOf({ incomplete, summary }: Judged, failOn: FailOn): number {
  if (incomplete.length > 0) return EXIT.incomplete;
  const counted = { never: 0, error: summary.error, warning: summary.error + summary.warning, info: summary.error + summary.warning + summary.info };
  return counted[failOn] > 0 ? EXIT.findings : EXIT.clean;
}
