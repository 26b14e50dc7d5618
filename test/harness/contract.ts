import { caseLine, readCases, type RuleCase } from '../../src/dev/cases.ts';
import { applyCaseFixes, findShown, lintCase, renderOutput } from '../../src/dev/lint-case.ts';
import { readBullets } from '../../src/dev/markdown.ts';
import type { AnyRule } from '../../src/core/api.ts';
import type { RuleFolder } from '../../src/dev/rule-folders.ts';
import { faultsOfWords } from './words.ts';

const SECTIONS = ['What it finds', 'Why it matters', 'How to fix it', 'Examples', 'When it stays silent'];
const SILENCE = 'When it stays silent';

export function casesOf({ id, docs, cases }: RuleFolder): RuleCase[] {
  return [...readCases(`rules/${id}/docs.md`, docs ?? ''), ...readCases(`rules/${id}/cases.md`, cases ?? '')];
}

/** Faults of a page's form: its title, its sections, what it has to show. */
export function faultsOfPage(folder: RuleFolder): string[] {
  const { id, rule, docs } = folder;
  if (docs === undefined) return [`rules/${id}/docs.md is missing`];
  const lines = docs.split('\n');
  const own = readCases(`rules/${id}/docs.md`, docs);
  const faults = [
    lines[0] === `# ${rule.title}` ? '' : `the title is not "# ${rule.title}"`,
    ...SECTIONS.map(section => (lines.includes(`## ${section}`) ? '' : `no section "${section}"`)),
    own.some(({ verdict, output }) => verdict === 'bad' && output) ? '' : 'no bad case with its output',
    own.some(({ verdict }) => verdict === 'good') ? '' : 'no good case',
    rule.fix !== 'no' && !casesOf(folder).some(({ fixed }) => fixed.length > 0) ? 'the rule fixes and no fixed case shows it' : '',
  ];
  return [...faults, ...faultsOfSilence(folder)].filter(Boolean);
}

/** Each silence that a page claims has a good case: under its list item, or in cases.md under a heading with its words. */
function faultsOfSilence(folder: RuleFolder): string[] {
  const bullets = readBullets(folder.docs ?? '', SILENCE);
  const shown = new Set(casesOf(folder).flatMap(({ verdict, files }) => (verdict === 'good' ? [files[0]?.block.caption] : [])));
  if (bullets.length === 0) return [`"${SILENCE}" lists nothing`];
  return bullets.filter(bullet => !shown.has(bullet)).map(bullet => `no good case shows the silence "${bullet}"`);
}

/** Faults of a case: what the linter says, and how it says it. */
export function faultsOfCase({ rule }: RuleFolder, example: RuleCase, known: readonly AnyRule[]): string[] {
  const report = lintCase(rule, example, known);
  const shown = findShown(report);
  const printed = renderOutput(report);
  const faults = [
    ...report.incomplete.map(({ reason }) => reason),
    ...faultsOfWords(report),
    ...shown.flatMap(({ variant }) => (variant in rule.variants ? [] : [`variant "${variant}" is not declared`])),
    example.verdict === 'bad' && shown.length === 0 ? 'the rule does not speak' : '',
    example.verdict === 'good' && shown.length > 0 ? `the rule speaks:\n${printed}` : '',
    example.verdict === 'bad' && !example.output ? `no output block; it is:\n${printed}` : '',
    example.output && example.output.text !== printed ? `the output is:\n${printed}` : '',
  ];
  return [...faults.filter(Boolean), ...faultsOfFix(rule, example, known)].map(fault => `${caseLine(example)}: ${fault}`);
}

function faultsOfFix(rule: AnyRule, example: RuleCase, known: readonly AnyRule[]): string[] {
  const { findings } = lintCase(rule, example, known);
  if (rule.fix === 'no' && findings.some(({ fixes }) => fixes.length > 0)) return ['a finding has a fix, and the rule says that it has none'];
  if (example.fixed.length === 0) return [];
  const files = applyCaseFixes(rule, example, known);
  if (!files) return ['the fixes do not settle in ten rounds'];
  const wanted = example.files.map(file => example.fixed.find(({ path }) => path === file.path) ?? file);
  const unlike = files.filter(({ path, text }) => wanted.some(file => file.path === path && file.text !== text));
  const left = lintCase(rule, { ...example, files }, known);
  return [
    ...unlike.map(({ path, text }) => `the fixes make of ${path}:\n${text}`),
    ...(findShown(left).length > 0 ? [`after the fixes the rule says:\n${renderOutput(left)}`] : []),
  ];
}

/** Variants, questions and options that no case shows. */
export function faultsOfCoverage(folder: RuleFolder, known: readonly AnyRule[]): string[] {
  const { rule } = folder;
  const cases = casesOf(folder);
  const reports = cases.map(example => lintCase(rule, example, known));
  const variants = new Set(reports.flatMap(report => findShown(report).map(({ variant }) => variant)));
  const questions = new Set(reports.flatMap(({ undecided }) => undecided.map(({ one }) => one)));
  return [
    ...Object.keys(rule.variants).flatMap(variant => (variants.has(variant) ? [] : [`no case shows the variant "${variant}"`])),
    ...Object.entries(rule.questions ?? {}).flatMap(([name, { one }]) => (questions.has(one) ? [] : [`no case asks the question "${name}"`])),
    ...Object.keys(rule.options ?? {}).flatMap(option =>
      cases.some(({ config }) => config?.includes(`${option}:`)) ? [] : [`no case uses the option "${option}"`],
    ),
  ];
}
