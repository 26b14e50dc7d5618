import type { Location, Report, ReportedFinding } from '../engine/report.ts';
import type { Span } from '../text/span.ts';
import type { SourceFile } from '../yaml/source-file.ts';
import { findSecrets, type SecretValue } from './secret-spans.ts';

export const MASK = '••••';

/** A report whose texts hold no secret: the only kind that is rendered. */
export interface MaskedReport extends Report {
  readonly masked: true;
}

/** Shorter ones are words that stand everywhere: hidden only where a finding is about them. */
const TELLING_LENGTH = 8;

const CREDENTIALS = /(:\/\/[^\s/:@"']*:)[^\s/@"']+(?=@)/g;

function touches(a: Span, b: Span): boolean {
  return a.start === b.start || (a.start < b.end && b.start < a.end);
}

function holds(outer: Span, offset: number): boolean {
  return outer.start <= offset && offset < outer.end;
}

function locationsOf(finding: ReportedFinding): Location[] {
  return [finding.location, ...finding.related.map(related => related.location)];
}

/** The document's other secrets count as well when they are long: a message about a Secret may name any of them. */
function secretsNear(locations: readonly Location[]): string[] {
  const values = locations.flatMap(({ file, span }) => {
    const document = file.documents.find(each => holds(each.span, span.start));
    const isNear = (secret: SecretValue): boolean => {
      const inDocument = document !== undefined && holds(document.span, secret.span.start);
      return touches(secret.entry, span) || (inDocument && (secret.value?.length ?? 0) >= TELLING_LENGTH);
    };
    return findSecrets(file)
      .filter(isNear)
      .flatMap(({ value }) =>
        value === undefined || value.trim() === '' ? [] : [value, value.trim(), ...value.split('\n').filter(line => line.length >= TELLING_LENGTH)],
      );
  });
  return [...new Set(values)].sort((a, b) => b.length - a.length);
}

/** Hides passwords of URLs wherever they stand, and the given values. */
export function maskText(text: string, values: readonly string[]): string {
  let masked = text.replaceAll(CREDENTIALS, `$1${MASK}`);
  for (const value of values) masked = value.length >= TELLING_LENGTH ? masked.replaceAll(value, MASK) : masked.replaceAll(`"${value}"`, `"${MASK}"`);
  return masked;
}

function maskFinding(finding: ReportedFinding): ReportedFinding {
  const values = secretsNear(locationsOf(finding));
  const mask = (text: string): string => maskText(text, values);
  // An edit that writes a secret cannot be shown, and with a mask in it it would be a wrong one.
  const fixes = finding.fixes.filter(fix => fix.edits.every(edit => mask(edit.newText) === edit.newText && !writesSecret(edit.location)));
  return {
    ...finding,
    message: mask(finding.message),
    help: finding.help === null ? null : mask(finding.help),
    related: finding.related.map(({ note, location }) => ({ note: mask(note), location })),
    fixes: fixes.map(fix => ({ ...fix, title: mask(fix.title) })),
  };
}

function writesSecret({ file, span }: Location): boolean {
  return findSecrets(file).some(secret => touches(secret.span, span));
}

/** Hides the values of Secrets and of variables that look secret in all that is said. Code frames hide them by `hiddenIn`. */
export function maskReport(report: Report): MaskedReport {
  return { ...report, findings: report.findings.map(maskFinding), masked: true };
}

/** The parts of a span of a file that are not printed. */
export function hiddenIn(file: SourceFile, line: Span): Span[] {
  const hidden = findSecrets(file)
    .map(({ span }) => ({ start: Math.max(span.start, line.start), end: Math.min(span.end, line.end) }))
    .filter(span => span.start < span.end);
  for (const match of file.text.slice(line.start, line.end).matchAll(CREDENTIALS)) {
    const start = line.start + match.index + (match[1] ?? '').length;
    hidden.push({ start, end: line.start + match.index + match[0].length });
  }
  return hidden.sort((a, b) => a.start - b.start);
}
