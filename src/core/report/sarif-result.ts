import type { Location, ReportedFinding, ReportedFix, Suppression } from '../engine/report.ts';
import { escapeUnseen } from './escape.ts';
import { LEVELS } from './sarif-rule.ts';
import { bound, endWithStop, sarifArtifact, sarifLink, sarifText } from './sarif-text.ts';
import type { PathInRepository } from './finding-lines.ts';
import { answeredBy } from './answered-by.ts';

/** Code scanning keeps a hundred places of a result, the first of which is the finding's own. */
export const MOST_RELATED = 99;

/** Ends that the message links to; more of them would bury it. */
const MOST_LINKS = 10;

const MOST_SCOPES = 100;

/** A fix that writes more is no fix that a person reviews. */
const LONGEST_FIX = 20_000;

function region({ start, end }: Location): object {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

function physical(location: Location, paths: PathInRepository): object {
  return { artifactLocation: sarifArtifact(location.file.path, paths), region: region(location) };
}

function sarifFix({ title, edits }: ReportedFix, paths: PathInRepository): object {
  const changed = [...new Set(edits.map(edit => edit.location.file.path))];
  const replacements = (path: string): object[] =>
    edits
      .filter(edit => edit.location.file.path === path)
      .map(({ location, newText }) => ({ deletedRegion: region(location), ...(newText === '' ? {} : { insertedContent: { text: newText } }) }));
  return {
    description: { text: sarifText(endWithStop(title)) },
    artifactChanges: changed.map(path => ({ artifactLocation: sarifArtifact(path, paths), replacements: replacements(path) })),
  };
}

function sarifFixes({ fixes }: ReportedFinding, paths: PathInRepository): object {
  const shown = fixes.filter(({ edits }) => edits.length > 0 && edits.reduce((length, edit) => length + edit.newText.length, 0) <= LONGEST_FIX);
  return shown.length === 0 ? {} : { fixes: shown.map(fix => sarifFix(fix, paths)) };
}

function logicalLocations({ resource }: ReportedFinding): object {
  if (!resource) return {};
  const { kind, namespace, name } = resource;
  const fullyQualifiedName = bound([namespace, kind, name].filter(part => part !== null).join('/'));
  return { logicalLocations: [{ ...(name === null ? {} : { name: bound(name) }), fullyQualifiedName, kind: 'resource' }] };
}

/** The first sentence stands alone where there is little room. The other ends are linked: code scanning shows only those that the text names. */
function messageOf({ rule, message, related, help, answer }: ReportedFinding): string {
  const ends = related.slice(0, MOST_LINKS).map(({ note }, index) => sarifLink(note, index + 1));
  const more = related.length > MOST_LINKS ? ` and ${String(related.length - MOST_LINKS)} more` : '';
  return [
    sarifText(endWithStop(message)),
    ...(ends.length === 0 ? [] : [`See ${ends.join(', ')}${more}.`]),
    ...(help === null ? [] : [sarifText(endWithStop(help))]),
    ...(answer === null ? [] : [sarifText(endWithStop(`${answeredBy({ rule }).name} says: ${answer}`))]),
  ].join(' ');
}

function relatedLocations({ related }: ReportedFinding, paths: PathInRepository): object {
  if (related.length === 0) return {};
  return {
    relatedLocations: related.slice(0, MOST_RELATED).map(({ note, location }, index) => ({
      id: index + 1,
      physicalLocation: physical(location, paths),
      message: { text: sarifText(endWithStop(note)) },
    })),
  };
}

/** In the form of code scanning's own hashes, which number the first one too. */
function lineHash(fingerprint: string): string {
  return fingerprint.includes(':') ? fingerprint : `${fingerprint}:1`;
}

function sarifSuppression({ by, reason, location }: Suppression, paths: PathInRepository): object {
  const justification = reason === null ? {} : { justification: escapeUnseen(bound(reason)) };
  if (by === 'baseline') return { kind: 'external', status: 'accepted', justification: 'The baseline lists it.', ...justification };
  return { kind: 'inSource', status: 'accepted', ...justification, ...(location ? { location: { physicalLocation: physical(location, paths) } } : {}) };
}

/** What the results of a run have in common. */
export interface ResultFrame {
  readonly paths: PathInRepository;
  readonly ruleIndex: ReadonlyMap<string, number>;
  /** Whether suppressed findings are among the results: then each result says whether it is suppressed. */
  readonly suppressed: boolean;
}

/** A finding as a result of SARIF. */
export function sarifResult(finding: ReportedFinding, { paths, ruleIndex, suppressed }: ResultFrame): object {
  const { rule, severity, location, fingerprint } = finding;
  return {
    ruleId: rule.id,
    ruleIndex: ruleIndex.get(rule.id) ?? -1,
    level: LEVELS[severity],
    message: { text: messageOf(finding) },
    locations: [{ physicalLocation: physical(location, paths), ...logicalLocations(finding) }],
    ...relatedLocations(finding, paths),
    partialFingerprints: { primaryLocationLineHash: lineHash(fingerprint), 'svclint/v1': fingerprint },
    ...sarifFixes(finding, paths),
    ...(suppressed ? { suppressions: finding.suppressed ? [sarifSuppression(finding.suppressed, paths)] : [] } : {}),
    properties: { variant: finding.variant, scopes: finding.scopes.slice(0, MOST_SCOPES) },
  };
}
