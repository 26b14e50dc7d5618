import type { Report, ReportedFinding } from '../engine/report.ts';

/** The findings that a format lists: none that is suppressed, and with `quiet` errors only. */
export function findShown({ findings }: Report, quiet: boolean): readonly ReportedFinding[] {
  return findings.filter(({ suppressed, severity }) => !suppressed && (!quiet || severity === 'error'));
}
