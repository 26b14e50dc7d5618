import type { Location, Report, ReportedFinding, ReportedFix } from '../engine/report.ts';
import type { RuleMeta } from '../rule/define-rule.ts';
import { joinPath } from '../text/path.ts';
import { docsUrl } from './docs-url.ts';
import { encodePath, escapeUnseen, renderSafeJson } from './escape.ts';
import type { MaskedReport } from './mask.ts';

export interface SarifOptions {
  readonly version: string;
  readonly rules: readonly RuleMeta[];
  readonly prefix: string;
}

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;
const PROBLEMS = { error: 'error', warning: 'warning', info: 'recommendation' } as const;

/** Texts of SARIF may hold links and numbered placeholders: what comes from a manifest is neither. */
function sarifText(text: string): string {
  return escapeUnseen(text)
    .replaceAll(/\[(?=[^[\]]*\]\()/g, '\\[')
    .replaceAll(/\{(?=\d+\})/g, '{{')
    .replaceAll(/(?<=\{\{\d+)\}/g, '}}');
}

function endWithStop(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** Names of rules are in Pascal case, so that viewers may show them in place of the id. */
function ruleName(id: string): string {
  return id.replaceAll(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase());
}

function sarifRule(rule: RuleMeta): object {
  const { id, title, category, severity, presets } = rule;
  return {
    id,
    name: ruleName(id),
    shortDescription: { text: endWithStop(title) },
    fullDescription: { text: endWithStop(title) },
    help: { text: `${endWithStop(title)} See ${docsUrl(id)}`, markdown: `${endWithStop(title)} [How it is found and mended](${docsUrl(id)})` },
    helpUri: docsUrl(id),
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { tags: ['kubernetes', category, ...presets], precision: 'very-high', 'problem.severity': PROBLEMS[severity] },
  };
}

function artifact(path: string, prefix: string): object {
  const inRepository = prefix === '' ? path : joinPath(prefix, path);
  const isOutside = inRepository.startsWith('/') || inRepository.startsWith('../');
  return { uri: encodePath(inRepository), ...(isOutside ? {} : { uriBaseId: '%SRCROOT%' }) };
}

function region({ start, end }: Location): object {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

function physical(location: Location, prefix: string): object {
  return { artifactLocation: artifact(location.file.path, prefix), region: region(location) };
}

function sarifFix({ title, edits }: ReportedFix, prefix: string): object {
  const paths = [...new Set(edits.map(edit => edit.location.file.path))];
  const replacements = (path: string): object[] =>
    edits
      .filter(edit => edit.location.file.path === path)
      .map(({ location, newText }) => ({ deletedRegion: region(location), ...(newText === '' ? {} : { insertedContent: { text: newText } }) }));
  return {
    description: { text: sarifText(endWithStop(title)) },
    artifactChanges: paths.map(path => ({ artifactLocation: artifact(path, prefix), replacements: replacements(path) })),
  };
}

function logicalLocations({ resource }: ReportedFinding): object[] {
  if (!resource) return [];
  const { kind, namespace, name } = resource;
  const fullyQualifiedName = [namespace, kind, name].filter(part => part !== null).join('/');
  return [{ ...(name === null ? {} : { name }), fullyQualifiedName, kind: 'resource' }];
}

function sarifResult(finding: ReportedFinding, ruleIndex: number, prefix: string): object {
  const { related, fixes, help, answer } = finding;
  const logical = logicalLocations(finding);
  const sentences = [finding.message, ...(help === null ? [] : [help]), ...(answer === null ? [] : [`The API server says: ${answer}`])];
  const text = sentences.map(endWithStop).join(' ');
  return {
    ruleId: finding.rule.id,
    ruleIndex,
    level: LEVELS[finding.severity],
    message: { text: sarifText(text) },
    locations: [{ physicalLocation: physical(finding.location, prefix), ...(logical.length > 0 ? { logicalLocations: logical } : {}) }],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map(({ note, location }, index) => ({
            id: index + 1,
            physicalLocation: physical(location, prefix),
            message: { text: sarifText(endWithStop(note)) },
          })),
        }),
    partialFingerprints: { primaryLocationLineHash: finding.fingerprint, 'svclint/v1': finding.fingerprint },
    ...(fixes.length === 0 ? {} : { fixes: fixes.map(fix => sarifFix(fix, prefix)) }),
    properties: { variant: finding.variant, scopes: finding.scopes },
  };
}

function invocation({ incomplete }: Report, prefix: string): object {
  const notifications = incomplete.map(({ path, reason }) => ({
    level: 'error',
    message: { text: sarifText(endWithStop(reason)) },
    ...(path === '' ? {} : { locations: [{ physicalLocation: { artifactLocation: artifact(path, prefix) } }] }),
  }));
  return { executionSuccessful: incomplete.length === 0, ...(notifications.length > 0 ? { toolExecutionNotifications: notifications } : {}) };
}

/** SARIF 2.1.0, as GitHub code scanning reads it. Suppressed findings are left out. */
export function renderSarif(report: MaskedReport, { version, rules, prefix }: SarifOptions): string {
  const findings = report.findings.filter(finding => !finding.suppressed);
  const declared = new Map([...rules, ...findings.map(finding => finding.rule)].map(rule => [rule.id, rule]));
  const indexes = new Map([...declared.keys()].map((id, index) => [id, index]));
  const driver = {
    name: 'svclint',
    version,
    semanticVersion: version,
    informationUri: 'https://github.com/svclint/svclint',
    rules: [...declared.values()].map(sarifRule),
  };
  const run = {
    tool: { driver },
    automationDetails: { id: 'svclint/' },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The top of the repository.' } } },
    invocations: [invocation(report, prefix)],
    results: findings.map(finding => sarifResult(finding, indexes.get(finding.rule.id) ?? -1, prefix)),
  };
  return renderSafeJson({ $schema: SCHEMA, version: '2.1.0', runs: [run] });
}
