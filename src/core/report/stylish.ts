import type { Location, Report, ReportedFinding } from '../engine/report.ts';

function renderPlace({ file, start }: Location): string {
  return `${file.path}:${String(start.line)}:${String(start.column)}`;
}

function renderFinding(finding: ReportedFinding): string {
  const related = finding.related.map(({ note, location }) => `    ${renderPlace(location)} ${note}\n`).join('');
  const help = finding.help === null ? '' : `    help: ${finding.help}\n`;
  return `${renderPlace(finding.location)}: ${finding.severity}: ${finding.message}  ${finding.rule.id}\n${related}${help}`;
}

export function renderStylish(report: Report): string {
  const { summary } = report;
  const shown = report.findings.filter(finding => !finding.suppressed);
  const questions = report.undecided.map(
    question => `${String(question.at.length)} ${question.at.length === 1 ? question.one : question.many}: ${question.decide}\n`,
  );
  return `${shown.map(renderFinding).join('')}${questions.join('')}${String(summary.files)} files, ${String(summary.resources)} resources: ${String(summary.error)} errors, ${String(summary.warning)} warnings\n`;
}
