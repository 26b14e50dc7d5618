import { rules } from '../../rules/index.ts';
import type { ConfigurationInput } from '../core/config/read-configuration.ts';
import { buildReport } from '../core/engine/build-report.ts';
import { checkConfigurations, reportFaulty } from '../core/engine/check-configuration.ts';
import type { InputFile } from '../core/engine/input.ts';
import type { Location, Report } from '../core/engine/report.ts';
import { runRules } from '../core/engine/run-rules.ts';
import type { Settings } from '../core/engine/settings.ts';
import { suppress, withSuppressionFindings } from '../core/engine/suppress.ts';
import { buildClusters } from '../core/model/build-clusters.ts';
import { treeOf } from '../core/model/file-tree.ts';
import { renderCompactFinding } from '../core/report/compact.ts';
import type { AnyRule, Preset, RuleMeta } from '../core/rule/define-rule.ts';
import { applyEdits, editsOverlap, type TextEdit } from '../core/text/edit.ts';
import { directoryOf, isWithin } from '../core/text/path.ts';
import { askYaml } from '../core/yaml/explain/second-opinion.ts';
import { parseSource } from '../core/yaml/parse-source.ts';
import { PageError, type RuleCase } from './cases.ts';

const CONFIGURATION = /(?:^|\/)(?:\.svclint\.yaml|package\.json)$/;

/** A configuration of a case, which stands at the top of its files. */
function configurationOf({ path, text }: InputFile): ConfigurationInput {
  const directory = directoryOf(path);
  const relative = (file: string): string => (directory === '.' ? file : isWithin(file, directory) ? file.slice(directory.length + 1) : `../${file}`);
  return { path, text, form: path.endsWith('.json') ? 'package' : 'file', forAll: false, relative };
}

function knownWith(own: readonly AnyRule[]): readonly RuleMeta[] {
  return [...own, ...rules.filter(({ id }) => own.every(rule => rule.id !== id))];
}

/** What a case is linted with: the presets of its rule, its flags and its configuration. */
export function settingsOf(rule: AnyRule, example: Pick<RuleCase, 'flags' | 'config'>): Settings {
  const { config, flags } = example;
  const strict: readonly Preset[] = flags.includes('strict') ? ['strict'] : [];
  const inputs = config === undefined ? [] : [configurationOf({ path: '.svclint.yaml', text: config })];
  const checked = checkConfigurations(inputs, flags.includes('complete') ? { complete: true } : {}, { rules: knownWith([rule]) });
  if ('faulty' in checked) throw new PageError(checked.faulty.faults.map(({ message }) => message).join('; '));
  return { ...checked, presets: new Set([...rule.presets, ...strict]), today: '2026-01-01' };
}

/** Lints texts with the given rules alone. A file with the name of a configuration is one, and holds for the others. */
export function lintWith(own: readonly AnyRule[], files: readonly InputFile[], settings: Settings): Report {
  const inputs = files.filter(({ path }) => CONFIGURATION.test(path)).map(configurationOf);
  const checked = checkConfigurations(inputs, {}, { rules: knownWith(own) });
  if ('faulty' in checked) return reportFaulty(checked, own);
  const sources = files.filter(({ path }) => !CONFIGURATION.test(path)).map(file => parseSource(file.path, file.text, { secondOpinion: askYaml }));
  const set = buildClusters(sources, settings.target, settings.scopes, treeOf(files.map(file => file.path)));
  const suppressed = suppress(set, runRules(set, own, settings), settings, knownWith(own));
  return buildReport({ set, outcome: withSuppressionFindings(suppressed, own, settings), settings, incomplete: [], notices: [] });
}

export function lintCase(rule: AnyRule, example: RuleCase): Report {
  return lintWith([rule], example.files, settingsOf(rule, example));
}

function renderPlace({ file, start }: Location): string {
  return `${file.path}:${String(start.line)}:${String(start.column)}`;
}

/** What a page shows of a report: the compact line of each finding with its help and the other ends, and the open questions. */
export function renderOutput(report: Report): string {
  const findings = report.findings.map(finding => {
    const help = finding.help === null ? '' : `  help: ${finding.help}\n`;
    const related = finding.related.map(({ note, location }) => `  ${renderPlace(location)}: ${note}\n`);
    return `${renderCompactFinding(finding)}\n${related.join('')}${help}`;
  });
  const questions = report.undecided.map(
    ({ at, one, many, decide }) => `${String(at.length)} ${at.length === 1 ? one : many} (${at.map(renderPlace).join(', ')}): ${decide}\n`,
  );
  return [...findings, ...questions].join('');
}

function editsOf(report: Report, path: string): TextEdit[] {
  const taken: TextEdit[] = [];
  for (const { fixes } of report.findings) {
    const own = (fixes[0]?.edits ?? []).filter(edit => edit.location.file.path === path).map(edit => ({ span: edit.location.span, newText: edit.newText }));
    if (!own.some(edit => taken.some(other => editsOverlap(edit, other)))) taken.push(...own);
  }
  return taken;
}

const ROUNDS = 10;

/** The files after the first fix of every finding, safe or not, round by round; undefined if ten rounds do not settle. */
export function applyFixes(rules: readonly AnyRule[], files: readonly InputFile[], settings: Settings): readonly InputFile[] | undefined {
  let current = files;
  for (let round = 0; round < ROUNDS; round++) {
    const report = lintWith(rules, current, settings);
    const next = current.map(({ path, text }) => ({ path, text: applyEdits(text, editsOf(report, path)) }));
    if (next.every((file, index) => file.text === current[index]?.text)) return current;
    current = next;
  }
  return undefined;
}
