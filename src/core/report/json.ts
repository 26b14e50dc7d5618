import type { Location, ReportedFinding, ReportedQuestion } from '../engine/report.ts';
import { docsUrl } from './docs-url.ts';
import { renderSafeJson } from './escape.ts';
import type { MaskedReport } from './mask.ts';

function jsonLocation({ file, start, end }: Location): object {
  return { path: file.path, start, end };
}

function jsonFinding(finding: ReportedFinding): object {
  const { rule, suppressed } = finding;
  return {
    rule: rule.id,
    variant: finding.variant,
    severity: finding.severity,
    category: rule.category,
    message: finding.message,
    help: finding.help,
    answer: finding.answer,
    docs: docsUrl(rule.id),
    location: jsonLocation(finding.location),
    resource: finding.resource,
    related: finding.related.map(({ note, location }) => ({ note, location: jsonLocation(location) })),
    fixes: finding.fixes.map(({ title, safety, edits }) => ({
      title,
      safety,
      edits: edits.map(({ location, newText }) => ({ ...jsonLocation(location), newText })),
    })),
    fingerprint: finding.fingerprint,
    scope: finding.scopes[0] ?? '',
    scopes: finding.scopes,
    suppressed: suppressed && { by: suppressed.by, reason: suppressed.reason, location: suppressed.location && jsonLocation(suppressed.location) },
  };
}

function jsonQuestion({ id, rule, one, many, decide, at }: ReportedQuestion): object {
  return { rule: rule.id, question: id, reason: at.length === 1 ? one : many, decide, count: at.length, locations: at.map(jsonLocation) };
}

/** The report that tools read (`schemas/report.schema.json`). */
export function renderJson(report: MaskedReport, { version }: { readonly version: string }): string {
  const { findings, undecided, incomplete, notices, summary, baseline } = report;
  return renderSafeJson({
    version: 1,
    tool: { name: 'svclint', version },
    findings: findings.map(jsonFinding),
    undecided: undecided.map(jsonQuestion),
    incomplete,
    notices,
    summary,
    baseline: baseline ?? null,
  });
}
