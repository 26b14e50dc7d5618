import type { Severity } from '../rule/finding.ts';
import type { Report, ReportedFinding, Summary } from './report.ts';

/** How many findings are shown of each severity, and how many are suppressed. */
export function countFindings(findings: readonly ReportedFinding[]): Pick<Summary, Severity | 'suppressed'> {
  const count = (severity: Severity): number => findings.filter(finding => finding.severity === severity && !finding.suppressed).length;
  return { error: count('error'), warning: count('warning'), info: count('info'), suppressed: findings.filter(finding => finding.suppressed).length };
}

/** The report with other findings, counted anew. */
export function withFindings(report: Report, findings: readonly ReportedFinding[]): Report {
  return { ...report, findings, summary: { ...report.summary, ...countFindings(findings) } };
}
