import { CATEGORIES, PRESETS, type RuleMeta } from '../../core/rule/define-rule.ts';
import { findNearest } from '../../core/text/near.ts';
import { rulesWith } from '../../index.ts';
import type { Run } from '../run.ts';
import { EXIT } from '../exit-code.ts';
import { wantsColor } from '../color.ts';
import type { OptionName } from '../options.ts';
import type { GivenOptions } from '../parse-command-line.ts';
import { isPluginList, readPluginsHere } from '../plugins.ts';
import { stop } from '../prepare.ts';
import { isProblem, unknownName, type Problem } from '../problem.ts';
import { paintWith, type Paint, type Style } from '../terminal.ts';

const SEVERITIES = ['error', 'warning', 'info'] as const;
const SEVERITY_STYLES: Readonly<Record<RuleMeta['severity'], Style>> = { error: 'red', warning: 'yellow', info: 'cyan' };

interface Filter {
  readonly flag: OptionName;
  readonly known: readonly string[];
  readonly wordsOf: (rule: RuleMeta) => readonly string[];
}

const FILTERS: readonly Filter[] = [
  { flag: 'category', known: CATEGORIES, wordsOf: rule => [rule.category] },
  { flag: 'preset', known: PRESETS, wordsOf: rule => rule.presets },
  { flag: 'severity', known: SEVERITIES, wordsOf: rule => [rule.severity] },
];

/** The rules that every given filter lets through. */
export function filterRules(options: GivenOptions, all: readonly RuleMeta[]): readonly RuleMeta[] | Problem {
  let left = all;
  for (const { flag, known, wordsOf } of FILTERS) {
    const wanted = options.valuesOf(flag).flatMap(value => value.split(','));
    const strange = wanted.find(word => !known.includes(word));
    if (strange !== undefined) {
      return unknownName(
        `value "${strange}" of --${flag}`,
        known,
        findNearest(strange, known, word => word),
      );
    }
    if (wanted.length > 0) left = left.filter(rule => wordsOf(rule).some(word => wanted.includes(word)));
  }
  return left;
}

function renderTable(listed: readonly RuleMeta[], paint: Paint): string {
  const width = Math.max(0, ...listed.map(rule => rule.id.length));
  const groups = CATEGORIES.map(category => ({ category, own: listed.filter(rule => rule.category === category) })).filter(({ own }) => own.length > 0);
  const line = ({ id, severity, title, presets }: RuleMeta): string => {
    const asked = presets.includes('recommended') ? '' : paint('dim', ` [${presets.join(', ')}]`);
    return `  ${id.padEnd(width)}  ${paint(SEVERITY_STYLES[severity], severity.padEnd(7))}  ${title}${asked}\n`;
  };
  const tables = groups.map(({ category, own }) => `${paint('bold', category)}\n${own.map(line).join('')}`);
  const count = `${String(listed.length)} ${listed.length === 1 ? 'rule' : 'rules'}`;
  return `${tables.join('\n')}\n${count}; \`svclint explain RULE\` shows the page of one\n`;
}

function renderList(listed: readonly RuleMeta[]): string {
  const shown = listed.map(({ id, title, category, severity, presets, fix, since, options }) => ({
    id,
    title,
    category,
    severity,
    presets,
    fix,
    since,
    options: Object.entries(options ?? {}).map(([name, option]) => ({ name, ...option })),
  }));
  return `${JSON.stringify({ version: 1, rules: shown }, null, 2)}\n`;
}

/** `svclint rules` */
export const run: Run = async ({ options, operands }, terminal) => {
  const plugins = await readPluginsHere(options, terminal);
  if (!isPluginList(plugins)) return stop(plugins, terminal);
  const format = options.valueOf('format') ?? 'text';
  const [operand] = operands;
  let listed = filterRules(options, rulesWith(plugins));
  if (operand !== undefined) listed = { problem: `\`svclint rules\` takes no "${operand}"`, help: `svclint explain ${operand} shows one rule` };
  else if (format !== 'text' && format !== 'json') listed = unknownName(`format "${format}"`, ['text', 'json'], undefined);
  if (isProblem(listed)) return stop(listed, terminal);
  terminal.out(format === 'json' ? renderList(listed) : renderTable(listed, paintWith(wantsColor(options, terminal))));
  return EXIT.clean;
};
