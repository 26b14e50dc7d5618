import { buildReport } from '../core/engine/build-report.ts';
import type { InputFile } from '../core/engine/input.ts';
import type { Location, Report } from '../core/engine/report.ts';
import { runRules } from '../core/engine/run-rules.ts';
import { DEFAULT_SETTINGS, type Settings } from '../core/engine/settings.ts';
import { buildClusters } from '../core/model/build-clusters.ts';
import { treeOf } from '../core/model/file-tree.ts';
import { renderCompactFinding } from '../core/report/compact.ts';
import type { AnyRule, Preset } from '../core/rule/define-rule.ts';
import { applyEdits, editsOverlap, type TextEdit } from '../core/text/edit.ts';
import { parseSource } from '../core/yaml/parse-source.ts';
import type { RuleCase } from './cases.ts';

/** What a case is linted with: the presets of its rule, its flags and its configuration. */
export function settingsOf(rule: AnyRule, example: Pick<RuleCase, 'flags' | 'config'>): Settings {
  const strict: readonly Preset[] = example.flags.includes('strict') ? ['strict'] : [];
  const target = { ...DEFAULT_SETTINGS.target, complete: example.flags.includes('complete') };
  return { ...DEFAULT_SETTINGS, presets: new Set([...rule.presets, ...strict]), target };
}

/** Lints texts with the given rules alone. */
export function lintWith(rules: readonly AnyRule[], files: readonly InputFile[], settings: Settings): Report {
  const set = buildClusters(
    files.map(file => parseSource(file.path, file.text)),
    settings.target,
    settings.scopes,
    treeOf(files.map(file => file.path)),
  );
  return buildReport({ set, outcome: runRules(set, rules, settings), settings, incomplete: [], notices: [] });
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
