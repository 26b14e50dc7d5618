import type { Location, Report, ReportedFinding } from '../engine/report.ts';

export interface ToolName {
  readonly name: 'svclint';
  readonly version: string;
}

function renderLocation({ file, start, end }: Location): object {
  return { path: file.path, start, end };
}

function renderFinding(finding: ReportedFinding): object {
  return {
    rule: finding.rule.id,
    variant: finding.variant,
    severity: finding.severity,
    category: finding.rule.category,
    message: finding.message,
    help: finding.help,
    location: renderLocation(finding.location),
    resource: finding.resource,
    related: finding.related.map(({ note, location }) => ({ note, location: renderLocation(location) })),
    fixes: finding.fixes.map(({ title, safety, edits }) => ({
      title,
      safety,
      edits: edits.map(({ location, newText }) => ({ ...renderLocation(location), newText })),
    })),
    fingerprint: finding.fingerprint,
    scope: finding.scopes[0] ?? '',
    suppressed: finding.suppressed && { by: finding.suppressed.by, reason: finding.suppressed.reason },
  };
}

/** The report of design §9.1: the contract that tools read. */
export function renderJson(report: Report, version: string): string {
  const json = {
    version: 1,
    tool: { name: 'svclint', version },
    findings: report.findings.map(renderFinding),
    undecided: report.undecided.map(question => ({ rule: question.rule.id, reason: question.many, count: question.at.length })),
    incomplete: report.incomplete,
    summary: report.summary,
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}
