import type { Location, ReportedFinding, ReportedQuestion, Suppression } from '../engine/report.ts';
import { docsUrlOf } from './docs-url.ts';
import { renderSafeJson } from './escape.ts';
import type { LintFinding, LintLocation, LintQuestion, LintReport, LintSuppression } from './lint-report.ts';
import type { MaskedReport } from './mask.ts';

function jsonLocation({ file, start, end }: Location): LintLocation {
  return { path: file.path, start, end };
}

function jsonSuppression({ by, reason, location }: Suppression): LintSuppression {
  return { by, reason, location: location && jsonLocation(location) };
}

function jsonFinding(finding: ReportedFinding): LintFinding {
  const { rule, suppressed } = finding;
  return {
    rule: rule.id,
    variant: finding.variant,
    severity: finding.severity,
    category: rule.category,
    message: finding.message,
    help: finding.help,
    answer: finding.answer,
    docs: docsUrlOf(rule),
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
    objects: finding.objects ?? 1,
    suppressed: suppressed && jsonSuppression(suppressed),
  };
}

function jsonQuestion({ id, rule, one, many, decide, at }: ReportedQuestion): LintQuestion {
  return { rule: rule.id, question: id, reason: at.length === 1 ? one : many, decide, count: at.length, locations: at.map(jsonLocation) };
}

/** The report as programs get it. */
export function toLintReport(report: MaskedReport, version: string): LintReport {
  const { findings, undecided, incomplete, notices, summary, fixed, baseline } = report;
  return {
    version: 1,
    tool: { name: 'svclint', version },
    findings: findings.map(jsonFinding),
    undecided: undecided.map(jsonQuestion),
    incomplete,
    notices,
    summary,
    fixed: fixed ?? null,
    baseline: baseline ?? null,
  };
}

/** The report that tools read (`schemas/report.schema.json`). */
export function renderJson(report: MaskedReport, { version }: { readonly version: string }): string {
  return renderSafeJson(toLintReport(report, version));
}
