import type { Incomplete, ReportedFinding } from '../engine/report.ts';
import { digest } from '../text/digest.ts';
import { renderIncomplete } from './closing-lines.ts';
import { renderSafeJson } from './escape.ts';
import { pathInRepository, pathOfGap, renderFindingLines } from './finding-lines.ts';
import type { MaskedReport } from './mask.ts';
import { findShown } from './shown.ts';

/** GitLab has five; its worst says that the report itself has a gap. */
const SEVERITIES = { error: 'critical', warning: 'minor', info: 'info' } as const;

/** GitLab shows one line of text for a finding and no other place, so that line says all. */
function describe(lines: readonly string[]): string {
  return lines.map(line => (/[.!?]$/.test(line) ? line : `${line}.`)).join(' ');
}

function gitlabFinding(finding: ReportedFinding, prefix: string): object {
  const { rule, severity, fingerprint } = finding;
  const { file, start, end } = finding.location;
  return {
    description: describe(renderFindingLines(finding, prefix)),
    check_name: rule.id,
    fingerprint,
    severity: SEVERITIES[severity],
    location: { path: pathInRepository(prefix, file.path), lines: { begin: start.line, end: end.line } },
  };
}

function gitlabGap(each: Incomplete, prefix: string): object {
  return {
    description: describe([renderIncomplete(each)]),
    check_name: 'not-linted',
    fingerprint: digest(JSON.stringify(['not-linted', each.path, each.reason])).slice(0, 32),
    severity: 'blocker',
    location: { path: pathOfGap(each, prefix), lines: { begin: 1, end: 1 } },
  };
}

/** A Code Quality report of GitLab. Paths are those of the repository, whose lines the merge request marks. */
export function renderGitlab(report: MaskedReport, { prefix, quiet }: { readonly prefix: string; readonly quiet: boolean }): string {
  return renderSafeJson([
    ...findShown(report, quiet).map(finding => gitlabFinding(finding, prefix)),
    ...report.incomplete.map(each => gitlabGap(each, prefix)),
  ]);
}
