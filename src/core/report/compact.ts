import type { Location, ReportedFinding } from '../engine/report.ts';
import { escapeUnseen } from './escape.ts';
import type { MaskedReport } from './mask.ts';
import { findShown } from './shown.ts';

/** A line that begins with two colons is a command where a runner of GitHub Actions reads it. */
function renderPlace({ file, start }: Location): string {
  return `${/^\s*::/.test(file.path) ? './' : ''}${file.path}:${String(start.line)}:${String(start.column)}`;
}

/** One line a finding: place, severity, message, rule. */
export function renderCompactFinding(finding: ReportedFinding): string {
  return escapeUnseen(`${renderPlace(finding.location)}: ${finding.severity}: ${finding.message} [${finding.rule.id}]`);
}

export function renderCompact(report: MaskedReport, { quiet }: { readonly quiet: boolean }): string {
  return findShown(report, quiet)
    .map(finding => `${renderCompactFinding(finding)}\n`)
    .join('');
}
