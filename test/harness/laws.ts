import { explainUnusable } from '../../src/core/engine/fix/choose-fixes.ts';
import { fixFiles } from '../../src/core/engine/fix/fixing.ts';
import { runRules } from '../../src/core/engine/run-rules.ts';
import { buildReport } from '../../src/core/engine/build-report.ts';
import type { InputFile } from '../../src/core/engine/input.ts';
import type { Report, ReportedFinding } from '../../src/core/engine/report.ts';
import type { Settings } from '../../src/core/engine/settings.ts';
import { makersOf } from '../../src/core/kustomize/makers.ts';
import { buildClusters } from '../../src/core/model/build-clusters.ts';
import type { AnyRule } from '../../src/core/rule/define-rule.ts';
import { parseSource } from '../../src/core/yaml/parse-source.ts';
import { caseLine, type RuleCase } from '../../src/dev/cases.ts';
import { findShown, lintWith, prepareCase, renderOutput } from '../../src/dev/lint-case.ts';
import type { RuleFolder } from '../../src/dev/rule-folders.ts';
import { casesOf } from './contract.ts';
import { freezeDeep } from './freeze.ts';
import { hideScalars, reorder, restyle, truncate, type Variation } from './variations.ts';

/** A case with the rules that it is linted with: those that are on where its own rule is on. */
interface Subject {
  readonly rule: AnyRule;
  readonly example: RuleCase;
  readonly files: readonly InputFile[];
  readonly rules: readonly AnyRule[];
  readonly settings: Settings;
}

/** A law: the ways in which a case breaks it. */
export type Law = (subject: Subject) => readonly string[];

function subjectsOf(folder: RuleFolder, all: readonly AnyRule[]): Subject[] {
  const presets = new Set(['recommended', ...folder.rule.presets]);
  const rules = all.filter(rule => rule.presets.some(preset => presets.has(preset)));
  return casesOf(folder).flatMap(example => {
    const { files, settings, faulty } = prepareCase(folder.rule, example, all);
    return faulty ? [] : [{ rule: folder.rule, example, files, rules, settings }];
  });
}

/** Breaches of a law by the cases of a rule; the first of each case is enough. */
export function breachesOf(law: Law, folder: RuleFolder, all: readonly AnyRule[]): string[] {
  return subjectsOf(folder, all).flatMap(subject => {
    const [first] = law(subject);
    return first === undefined ? [] : [`${caseLine(subject.example)}: ${first}`];
  });
}

/** Suppressions stand at a place, so that moving or dropping comments changes what they hide. */
const hasSuppression = (files: readonly InputFile[]): boolean => files.some(({ text }) => text.includes('svclint'));

const isAccusation = ({ severity }: ReportedFinding): boolean => severity !== 'info';

function findNew(before: readonly ReportedFinding[], after: readonly ReportedFinding[], key: (finding: ReportedFinding) => string): ReportedFinding[] {
  const known = new Set(before.map(key));
  return after.filter(finding => !known.has(key(finding)));
}

const lineKey = ({ rule, location }: ReportedFinding): string => `${rule.id} ${location.file.path}:${String(location.start.line)}`;

const exempt = (rule: AnyRule | undefined, law: 'order' | 'style' | 'placeholders'): boolean => rule?.dependsOn?.includes(law) ?? false;

/** Hiding one value never accuses: no rule finds at a line what it did not find there before. */
export const hidingAccusesNobody: Law = ({ example, files: project, rules, settings }) => {
  if (example.verdict !== 'good') return [];
  const held = rules.filter(rule => !exempt(rule, 'placeholders'));
  const before = lintWith(held, project, settings).findings;
  return [...hideScalars(project)].flatMap(({ what, files }) => {
    const report = lintWith(held, files, settings);
    const fresh = findNew(before, findShown(report).filter(isAccusation), lineKey);
    return fresh.length === 0 ? [] : [`${what}\n${renderOutput({ ...report, findings: fresh, undecided: [] })}`];
  });
};

const wordKeys = (report: Report): string[] =>
  findShown(report)
    .map(({ rule, variant, severity, message }) => `${rule.id} ${variant} ${severity}: ${message}`)
    .sort();

function sameWords({ rules, settings, files: project }: Subject, law: 'order' | 'style', variations: readonly Variation[]): string[] {
  if (hasSuppression(project)) return [];
  const held = rules.filter(rule => !exempt(rule, law));
  const before = wordKeys(lintWith(held, project, settings)).join('\n');
  return variations.flatMap(({ what, files }) => {
    const after = wordKeys(lintWith(held, files, settings)).join('\n');
    return after === before ? [] : [`${what}\n${after}\ninstead of\n${before}`];
  });
}

/** The order of files and documents changes nothing. */
export const orderChangesNothing: Law = subject => sameWords(subject, 'order', reorder(subject.files));

/** Quotes, flow and block style, and anchors change nothing. */
export const styleChangesNothing: Law = subject => sameWords(subject, 'style', restyle(subject.files));

/** A file that ends too early yields a report. */
export const truncationYieldsReport: Law = ({ files: project, rules, settings }) =>
  [...truncate(project)].flatMap(({ what, files }) => lintWith(rules, files, settings).incomplete.map(({ reason }) => `${what}: ${reason}`));

/** No rule writes to what it is given. */
export const modelIsReadOnly: Law = ({ files: project, rules, settings }) => {
  const files = project.map(({ path, text }) => parseSource(path, text));
  const set = buildClusters(files, { ...settings, ...makersOf(files) });
  freezeDeep(set);
  for (const cluster of set.clusters) freezeDeep([cluster.services, cluster.podTemplates, cluster.openings]);
  const report = buildReport({ set, outcome: runRules(set, rules, settings), settings, incomplete: [], notices: [] });
  return report.incomplete.map(({ reason }) => reason);
};

/** Comments that speak to people; one that speaks to svclint may be what a fix mends. */
const commentsOf = (files: readonly InputFile[]): string[] =>
  files
    .flatMap(({ text }) => [...text.matchAll(/(?:^|\s)(#.*)$/gm)].map(([, comment]) => comment?.trim() ?? ''))
    .filter(comment => !comment.includes('svclint-'));

const problemsOf = (files: readonly InputFile[]): number =>
  files.flatMap(({ path, text }) => parseSource(path, text).documents.flatMap(({ problems }) => problems)).length;

/** Fixes settle, keep comments and break no syntax; safe ones, which change no meaning, bring no finding of another rule. */
export const fixesSettle: Law = ({ rule, files: project, rules, settings }) => {
  const { files: fixed, isSettled, report, before: found } = fixFiles(project, files => lintWith([rule], files, settings, rules), { allowed: 'unsafe' });
  if (!isSettled) return ['the fixes do not settle in ten rounds'];
  const unusable = found.findings.flatMap(finding => finding.fixes.flatMap(fix => explainUnusable({ finding, fix }) ?? []));
  const before = lintWith(rules, project, settings).findings;
  const isSafe = before.every(({ rule: own, fixes }) => own.id !== rule.id || fixes.every(({ safety }) => safety === 'safe'));
  const fresh = isSafe ? findNew(before, lintWith(rules, fixed, settings).findings, finding => finding.rule.id) : [];
  return [
    ...unusable.map(reason => `a fix cannot be made, as ${reason}`),
    // What is told of the files themselves, such as what is not fetched, is no matter of their fixes.
    ...report.notices.map(({ text }) => text).filter(text => found.notices.every(notice => notice.text !== text)),
    ...(commentsOf(fixed).length === commentsOf(project).length ? [] : ['the number of comments changes']),
    ...(problemsOf(fixed) > problemsOf(project) ? ['the fixes break the syntax'] : []),
    ...fresh.map(({ message }) => `the fixes bring: ${message}`),
  ];
};
