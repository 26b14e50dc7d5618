import type { Location, ReportedFinding } from '../engine/report.ts';
import { escapeUnseen } from './escape.ts';
import type { MaskedReport } from './mask.ts';

function renderPlace({ file, start }: Location): string {
  return `${file.path}:${String(start.line)}:${String(start.column)}`;
}

/** One line a finding: place, severity, message, rule. */
export function renderCompactFinding(finding: ReportedFinding): string {
  return escapeUnseen(`${renderPlace(finding.location)}: ${finding.severity}: ${finding.message} [${finding.rule.id}]`);
}

export function renderCompact(report: MaskedReport, { quiet }: { readonly quiet: boolean }): string {
  return report.findings
    .filter(finding => !finding.suppressed && (!quiet || finding.severity === 'error'))
    .map(finding => `${renderCompactFinding(finding)}\n`)
    .join('');
}
