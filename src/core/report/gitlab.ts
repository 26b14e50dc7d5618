import type { Incomplete, ReportedFinding } from '../engine/report.ts';
import { digest } from '../text/digest.ts';
import { renderIncomplete } from './closing-lines.ts';
import { renderSafeJson } from './escape.ts';
import { pathOfGap, renderFindingLines, type PathInRepository } from './finding-lines.ts';
import type { MaskedReport } from './mask.ts';
import { findShown } from './shown.ts';

/** GitLab has five; its worst says that the report itself has a gap. */
const SEVERITIES = { error: 'critical', warning: 'minor', info: 'info' } as const;

/** GitLab shows one line of text for a finding and no other place, so that line says all. */
function describe(lines: readonly string[]): string {
  return lines.map(line => (/[.!?]$/.test(line) ? line : `${line}.`)).join(' ');
}

function gitlabFinding(finding: ReportedFinding, inRepository: PathInRepository): object {
  const { rule, severity, fingerprint } = finding;
  const { file, start, end } = finding.location;
  return {
    description: describe(renderFindingLines(finding, inRepository)),
    check_name: rule.id,
    fingerprint,
    severity: SEVERITIES[severity],
    location: { path: inRepository(file.path), lines: { begin: start.line, end: end.line } },
  };
}

function gitlabGap(each: Incomplete, inRepository: PathInRepository): object {
  return {
    description: describe([renderIncomplete(each)]),
    check_name: 'not-linted',
    fingerprint: digest(JSON.stringify(['not-linted', each.path, each.reason])).slice(0, 32),
    severity: 'blocker',
    location: { path: pathOfGap(each, inRepository), lines: { begin: 1, end: 1 } },
  };
}

/** A Code Quality report of GitLab. Paths are those of the repository, whose lines the merge request marks. */
export function renderGitlab(
  report: MaskedReport,
  { pathInRepository, quiet }: { readonly pathInRepository: PathInRepository; readonly quiet: boolean },
): string {
  return renderSafeJson([
    ...findShown(report, quiet).map(finding => gitlabFinding(finding, pathInRepository)),
    ...report.incomplete.map(each => gitlabGap(each, pathInRepository)),
  ]);
}
