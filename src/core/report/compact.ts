import type { Location, Report, ReportedFinding } from '../engine/report.ts';

function renderPlace({ file, start }: Location): string {
  return `${file.path}:${String(start.line)}:${String(start.column)}`;
}

/** One line a finding: place, severity, message, rule. */
export function renderCompactFinding(finding: ReportedFinding): string {
  return `${renderPlace(finding.location)}: ${finding.severity}: ${finding.message} [${finding.rule.id}]`;
}

export function renderCompact(report: Report): string {
  return report.findings
    .filter(finding => !finding.suppressed)
    .map(finding => `${renderCompactFinding(finding)}\n`)
    .join('');
}
