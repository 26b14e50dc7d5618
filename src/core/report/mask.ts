import type { Location, Report, ReportedFinding } from '../engine/report.ts';
import type { Span } from '../text/span.ts';
import type { SourceFile } from '../yaml/source-file.ts';
import { encodeBase64 } from '../yaml/base64.ts';
import { parseSource } from '../yaml/parse-source.ts';
import { findSecrets, secretsWithin, type SecretValue } from './secret-spans.ts';

export const MASK = '••••';

/** What is said of places, without the secrets that stand there. */
export function maskAt(text: string, places: readonly Part[]): string {
  return maskText(text, valuesAt(places));
}

/** What a tool says of a place, without the secrets of its file. */
export function maskAnswer(text: string, { file, span }: Part): string {
  const all = findSecrets(file).flatMap(formsOf);
  const values = [...new Set(all)].filter(value => value.trim() !== '').sort((a, b) => b.length - a.length);
  const isLiteral = secretsWithin(file, span).some(secret => touches(secret.entry, span));
  const told = isLiteral
    ? text.replace(/literal sources \[[^]*\]: invalid literal source [^]*, expected/, `literal sources [${MASK}]: invalid literal source ${MASK}, expected`)
    : text;
  return maskText(told, values);
}

/** A report whose texts hold no secret: the only kind that is rendered. */
export interface MaskedReport extends Report {
  readonly masked: true;
}

/** Shorter ones are words that stand everywhere: hidden only where a finding is about them. */
const TELLING_LENGTH = 8;

const CREDENTIALS = /(:\/\/[^\s/:@"']*:)[^\s/@"']+(?=@)/g;

/** A part of a file. */
type Part = Pick<Location, 'file' | 'span'>;

function touches(a: Span, b: Span): boolean {
  return a.start === b.start || (a.start < b.end && b.start < a.end);
}

function locationsOf(finding: ReportedFinding): Location[] {
  return [finding.location, ...finding.related.map(related => related.location)];
}

const forms = new WeakMap<SecretValue, readonly string[]>();

/** The texts under which a message may show a secret: lines of it, the value of a literal, what a patch sets, and all that in base64. */
function formsOf(secret: SecretValue): readonly string[] {
  const known = forms.get(secret) ?? makeForms(secret.value ?? '');
  forms.set(secret, known);
  return known;
}

function makeForms(value: string): readonly string[] {
  const lines = value.split('\n').filter(line => line.length >= TELLING_LENGTH);
  const isPatch = /[\n{[]/.test(value);
  const set = isPatch ? findSecrets(parseSource('', value)).flatMap(secret => secret.value ?? []) : [];
  const texts = [value, value.trim(), ...lines, ...[value, ...lines].flatMap(valueOfLiteral), ...set];
  return [...texts, ...texts.filter(text => text !== '').map(encodeBase64)];
}

/** `key=value` of a literal, or of a line of variables. */
function valueOfLiteral(text: string): string[] {
  const value = text.slice(text.indexOf('=') + 1).trim();
  return text.includes('=') ? [value, value.replace(/^(["'])(.*)\1$/, '$2')] : [];
}

/** The values that a finding is about, the longest first; of a value of several lines also the telling ones among them. */
function valuesAt(locations: readonly Part[]): string[] {
  const secrets = locations.flatMap(({ file, span }) => secretsWithin(file, span).filter(({ entry }) => touches(entry, span)));
  const values = secrets.flatMap(formsOf);
  return [...new Set(values)].filter(value => value.trim() !== '').sort((a, b) => b.length - a.length);
}

const telling = new WeakMap<SourceFile, ReadonlySet<string>>();

/** The file's secrets that are long enough to be told from other words. */
function tellingValues(file: SourceFile): ReadonlySet<string> {
  let values = telling.get(file);
  if (!values) {
    values = new Set(findSecrets(file).flatMap(({ value = '' }) => (value.trim().length >= TELLING_LENGTH ? [value.trim()] : [])));
    telling.set(file, values);
  }
  return values;
}

/** Secrets elsewhere in a Secret that a finding is about: a message may show one of them, quoted or as a word. */
function valuesIn(texts: readonly string[], { resource, location }: ReportedFinding): string[] {
  if (resource?.kind !== 'Secret') return [];
  const known = tellingValues(location.file);
  return texts.flatMap(text => [...text.matchAll(/"([^"]*)"|(\S+)/g)].map(match => match[1] ?? match[2] ?? '')).filter(word => known.has(word));
}

/** Hides passwords of URLs wherever they stand, and the given values. */
export function maskText(text: string, values: readonly string[]): string {
  let masked = text.replaceAll(CREDENTIALS, `$1${MASK}`);
  for (const value of values) masked = value.length >= TELLING_LENGTH ? masked.replaceAll(value, MASK) : masked.replaceAll(`"${value}"`, `"${MASK}"`);
  return masked;
}

function maskFinding(finding: ReportedFinding): ReportedFinding {
  const texts = [finding.message, finding.help ?? '', finding.answer ?? '', ...finding.related.map(related => related.note)];
  const values = [...valuesAt(locationsOf(finding)), ...valuesIn(texts, finding)];
  const mask = (text: string): string => maskText(text, values);
  // An edit that writes a secret cannot be shown, and with a mask in it it would be a wrong one.
  const fixes = finding.fixes.filter(fix => fix.edits.every(edit => mask(edit.newText) === edit.newText && !writesSecret(edit.location)));
  return {
    ...finding,
    message: mask(finding.message),
    help: finding.help === null ? null : mask(finding.help),
    answer: finding.answer === null ? null : mask(finding.answer),
    related: finding.related.map(({ note, location }) => ({ note: mask(note), location })),
    fixes: fixes.map(fix => ({ ...fix, title: mask(fix.title) })),
  };
}

function writesSecret({ file, span }: Location): boolean {
  return secretsWithin(file, span).some(secret => touches(secret.span, span));
}

/** Hides the values of Secrets and of variables that look secret in all that is said. Code frames hide them by `hiddenIn`. */
export function maskReport(report: Report): MaskedReport {
  return { ...report, findings: report.findings.map(maskFinding), masked: true };
}

/** The parts of a span of a file that are not printed. */
export function hiddenIn(file: SourceFile, line: Span): Span[] {
  const hidden = secretsWithin(file, line)
    .map(({ span }) => ({ start: Math.max(span.start, line.start), end: Math.min(span.end, line.end) }))
    .filter(span => span.start < span.end);
  for (const match of file.text.slice(line.start, line.end).matchAll(CREDENTIALS)) {
    const start = line.start + match.index + (match[1] ?? '').length;
    hidden.push({ start, end: line.start + match.index + match[0].length });
  }
  return hidden.sort((a, b) => a.start - b.start);
}
