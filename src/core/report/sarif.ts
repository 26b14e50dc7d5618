import type { Incomplete, Report, ReportedFinding } from '../engine/report.ts';
import type { RuleMeta } from '../rule/define-rule.ts';
import { utf8Length } from '../text/utf8.ts';
import { renderSafeJson } from './escape.ts';
import type { MaskedReport } from './mask.ts';
import { describeCuts, renderWithin } from './sarif-limits.ts';
import { sarifResult } from './sarif-result.ts';
import { sarifRule } from './sarif-rule.ts';
import type { PathInRepository } from './finding-lines.ts';
import { bound, endWithStop, sarifArtifact, sarifText } from './sarif-text.ts';

/** How SARIF is asked for. */
export interface SarifChoices {
  /** Keeps several uploads of a commit apart. */
  readonly category?: string | undefined;
  /** Whether suppressed and known findings are among the results. */
  readonly suppressed?: boolean;
  /** Size of a text in the form that is uploaded, compressed; that of the text itself where absent. */
  readonly sizeOf?: (text: string) => number;
}

export interface SarifOptions {
  readonly version: string;
  /** The rules that ran. */
  readonly rules: readonly RuleMeta[];
  readonly pathInRepository: PathInRepository;
  readonly rulePage?: ((rule: RuleMeta) => string | undefined) | undefined;
  readonly sarif?: SarifChoices | undefined;
  /** Says what had to be left out. */
  readonly tell?: ((text: string) => void) | undefined;
}

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** Each unread file is told, up to a number that nobody reads to its end. */
const MOST_NOTIFICATIONS = 1000;

/** Code scanning takes so many; results never name more. */
const MOST_RULES = 25_000;

const LONGEST_CATEGORY = 200;

function unreadNotification({ path, reason }: Incomplete, paths: PathInRepository): object {
  const isFile = path !== '' && path !== '.';
  return {
    level: 'error',
    message: { text: sarifText(endWithStop(reason)) },
    ...(isFile ? { locations: [{ physicalLocation: { artifactLocation: sarifArtifact(path, paths) } }] } : {}),
  };
}

function invocation({ incomplete }: Report, paths: PathInRepository, cuts: readonly string[]): object {
  const more = incomplete.length - MOST_NOTIFICATIONS;
  const notifications = [
    ...cuts.map(text => ({ level: 'warning', message: { text: endWithStop(text) } })),
    ...incomplete.slice(0, MOST_NOTIFICATIONS).map(each => unreadNotification(each, paths)),
    ...(more > 0 ? [{ level: 'error', message: { text: `${String(more)} more were not linted.` } }] : []),
  ];
  return { executionSuccessful: incomplete.length === 0, ...(notifications.length > 0 ? { toolExecutionNotifications: notifications } : {}) };
}

/** The rules that ran and those that were found, each once, in the order of the rules. */
function declaredRules(rules: readonly RuleMeta[], findings: readonly ReportedFinding[]): readonly RuleMeta[] {
  const found = findings.map(finding => finding.rule);
  const all = [...new Map([...rules, ...found].map(rule => [rule.id, rule])).values()];
  return all.length <= MOST_RULES ? all : [...new Map(found.map(rule => [rule.id, rule])).values()];
}

/** The category is what stands before the last slash of the id; what would follow it, the number of a run, is none of ours. */
function automationDetails(category: string | undefined): object {
  const name = category?.replace(/\/+$/, '') ?? '';
  return name === '' ? {} : { automationDetails: { id: `${bound(name, LONGEST_CATEGORY)}/` } };
}

/** SARIF 2.1.0, as GitHub code scanning reads it. Suppressed findings would be opened as alerts: they are left out unless they are asked for. */
export function renderSarif(report: MaskedReport, options: SarifOptions): string {
  const { version, rules, rulePage, sarif = {} } = options;
  const findings = report.findings.filter(finding => sarif.suppressed === true || !finding.suppressed);
  const paths = options.pathInRepository;
  let cuts: readonly string[] = [];
  const render = (kept: readonly ReportedFinding[]): string => {
    cuts = describeCuts(findings, kept);
    const declared = declaredRules(rules, kept);
    const frame = { paths, ruleIndex: new Map(declared.map(({ id }, index) => [id, index])), suppressed: sarif.suppressed === true };
    const driver = {
      name: 'svclint',
      version,
      semanticVersion: version,
      informationUri: 'https://github.com/svclint/svclint',
      rules: declared.map(rule => sarifRule(rule, rulePage?.(rule))),
    };
    const run = {
      tool: { driver },
      ...automationDetails(sarif.category),
      columnKind: 'utf16CodeUnits',
      originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The top of the repository.' } } },
      invocations: [invocation(report, paths, cuts)],
      results: kept.map(finding => sarifResult(finding, frame)),
    };
    return renderSafeJson({ $schema: SCHEMA, version: '2.1.0', runs: [run] });
  };
  const text = renderWithin(findings, render, sarif.sizeOf ?? utf8Length);
  for (const cut of cuts) options.tell?.(`SARIF: ${cut}`);
  return text;
}
