import type { ConfigurationInput } from '../core/config/read-configuration.ts';
import { FURTHER_VALIDATORS } from '../core/predict/admission/further-validators.ts';
import { createCel } from '../core/predict/cel/create-cel.ts';
import { loadKinds } from '../node/load-kinds.ts';
import { OwnedRefusals } from '../core/engine/owned-refusals.ts';
import { Ownership } from '../core/rule/ownership.ts';
import { buildReport } from '../core/engine/build-report.ts';
import { checkConfigurations, reportFaulty, type Faulty } from '../core/engine/check-configuration.ts';
import type { InputFile } from '../core/engine/input.ts';
import type { Location, Report, ReportedFinding } from '../core/engine/report.ts';
import { suppress, withSuppressionFindings } from '../core/engine/suppress.ts';
import { fixFiles } from '../core/engine/fix/fixing.ts';
import { runRules } from '../core/engine/run-rules.ts';
import { DEFAULT_SETTINGS, type Settings } from '../core/engine/settings.ts';
import { makersOf } from '../core/kustomize/makers.ts';
import { buildClusters, type ReadSet } from '../core/model/build-clusters.ts';
import type { RenderedChart } from '../core/model/rendered-chart.ts';
import { renderCompactFinding } from '../core/report/compact.ts';
import type { AnyRule, Preset, RuleMeta } from '../core/rule/define-rule.ts';
import { directoryOf, isWithin } from '../core/text/path.ts';
import { askYaml } from '../core/yaml/explain/second-opinion.ts';
import { parseSource } from '../core/yaml/parse-source.ts';
import { caseRepository } from './case-repository.ts';
import type { RuleCase } from './cases.ts';
import { chartsOf } from './said-by-helm.ts';
import { answeredBy } from '../core/report/answered-by.ts';

/** What of a case decides how it is linted. */
export type CaseInput = Pick<RuleCase, 'flags' | 'config'> & Partial<Pick<RuleCase, 'helm'>> & { readonly files: readonly InputFile[] };

/** A case, ready to be linted: its manifests, and what its configuration and flags say, or what is wrong in it. */
export interface PreparedCase {
  readonly files: readonly InputFile[];
  readonly settings: Settings;
  readonly faulty: Faulty | undefined;
}

const CONFIGURATION = /(?:^|\/)(?:\.svclint\.yaml|package\.json)$/;

/** All of them: a case is linted at once. */
const ENGINES = { cel: createCel(), validators: FURTHER_VALIDATORS };

/** A day for suppressions that expire: the same on every day of the year. */
const TODAY = '2026-01-01';

/** A configuration of a case, which stands at the top of its files. */
function configurationOf({ path, text }: InputFile): ConfigurationInput {
  const directory = directoryOf(path);
  const relative = (file: string): string => (directory === '.' ? file : isWithin(file, directory) ? file.slice(directory.length + 1) : `../${file}`);
  return { path, text, form: path.endsWith('.json') ? 'package' : 'file', forAll: false, relative };
}

/** Reads what a case is linted with: the presets of its rule, its flags and its configuration, which may name each of the known rules. */
export function prepareCase(rule: AnyRule, example: CaseInput, known: readonly AnyRule[]): PreparedCase {
  const { config, flags } = example;
  const files = example.files.filter(({ path }) => !CONFIGURATION.test(path));
  const written = example.files.filter(({ path }) => CONFIGURATION.test(path));
  const inputs = config === undefined ? written : [...written, { path: '.svclint.yaml', text: config }];
  const checked = checkConfigurations(inputs.map(configurationOf), flags.includes('complete') ? { complete: true } : {}, {
    rules: known,
    secondOpinion: askYaml,
    plugins: 'refused',
  });
  if ('faulty' in checked) return { files, settings: DEFAULT_SETTINGS, faulty: checked };
  const strict: readonly Preset[] = flags.includes('strict') ? ['strict'] : [];
  const presets = new Set([...checked.presets, ...rule.presets, ...strict]);
  return { files, settings: { ...checked, presets, today: TODAY }, faulty: undefined };
}

function readSet(files: readonly InputFile[], settings: Settings, charts: readonly RenderedChart[]): ReadSet {
  const sources = files.map(file => parseSource(file.path, file.text, { secondOpinion: askYaml }));
  const beside = caseRepository(files.map(file => file.path));
  return buildClusters(sources, { ...settings, tree: beside, kinds: loadKinds(), ...makersOf(sources, { beside, charts }), charts });
}

function lintSet(own: readonly AnyRule[], set: ReadSet, settings: Settings, known: readonly AnyRule[]): Report {
  const refusals = new OwnedRefusals(new Ownership(known), ENGINES);
  const suppressed = suppress(set, runRules(set, own, settings, refusals), settings, known);
  return buildReport({ set, outcome: withSuppressionFindings(suppressed, own, settings), settings, incomplete: [], notices: [] });
}

/** Lints texts with the given rules alone; suppressions may name each of the known ones. */
export function lintWith(own: readonly AnyRule[], files: readonly InputFile[], settings: Settings, known: readonly AnyRule[] = own): Report {
  return lintSet(own, readSet(files, settings, []), settings, known);
}

/** Lints a case with its own rule alone; a rule on suppressions needs the others, which are what is suppressed. */
export function lintCase(rule: AnyRule, example: CaseInput, known: readonly AnyRule[]): Report {
  const { files, settings, faulty } = prepareCase(rule, example, known);
  if (faulty) return reportFaulty(faulty, [rule]);
  const set = readSet(files, settings, chartsOf(example.helm ?? [], files));
  const report = lintSet(rule.subject === 'suppression' ? known : [rule], set, settings, known);
  const isOwn = (found: { readonly rule: RuleMeta }): boolean => found.rule.id === rule.id;
  return { ...report, findings: report.findings.filter(isOwn), undecided: report.undecided.filter(isOwn) };
}

function renderPlace({ file, start }: Location): string {
  return `${file.path}:${String(start.line)}:${String(start.column)}`;
}

/** Findings that nothing suppresses. */
export function findShown(report: Report): readonly ReportedFinding[] {
  return report.findings.filter(({ suppressed }) => suppressed === null);
}

/** What a page shows of a report: the compact line of each finding with its help and the other ends, and the open questions. */
export function renderOutput(report: Report): string {
  const findings = findShown(report).map(finding => {
    const help = finding.help === null ? '' : `  help: ${finding.help}\n`;
    const related = finding.related.map(({ note, location }) => `  ${renderPlace(location)}: ${note}\n`);
    const answer = finding.answer === null ? '' : `  ${answeredBy(finding).label}: ${finding.answer}\n`;
    return `${renderCompactFinding(finding)}\n${related.join('')}${help}${answer}`;
  });
  const questions = report.undecided.map(
    ({ at, one, many, decide }) => `${String(at.length)} ${at.length === 1 ? one : many} (${at.map(renderPlace).join(', ')}): ${decide}\n`,
  );
  return [...findings, ...questions].join('');
}

/** The files after the fixes of every finding, safe or not, round by round; undefined where that does not settle. */
export function applyFixes(files: readonly InputFile[], lint: (files: readonly InputFile[]) => Report): readonly InputFile[] | undefined {
  const outcome = fixFiles(files, lint, { allowed: 'unsafe' });
  return outcome.isSettled ? outcome.files : undefined;
}

/** The files of a case after the fixes of its rule. */
export function applyCaseFixes(rule: AnyRule, example: CaseInput, known: readonly AnyRule[]): readonly InputFile[] | undefined {
  return applyFixes(example.files, files => lintCase(rule, { ...example, files }, known));
}
