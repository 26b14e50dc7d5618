import { CATEGORIES, type AnyRule } from '../core/rule/define-rule.ts';
import { replaceBetween } from './markdown.ts';
import type { RuleFolder } from './rule-folders.ts';

const cell = (value: unknown): string => String(value).replaceAll('|', '\\|').replaceAll('\n', ' ');

function tableOf(head: readonly string[], rows: readonly (readonly unknown[])[]): string {
  const line = (cells: readonly unknown[]): string => `| ${cells.map(cell).join(' | ')} |\n`;
  return line(head) + line(head.map(() => '---')) + rows.map(line).join('');
}

function optionTable(rule: AnyRule): string {
  const options = Object.entries(rule.options ?? {});
  if (options.length === 0) return '';
  const rows = options.map(([name, { default: value, about, values }]) => [
    `\`${name}\``,
    `\`${JSON.stringify(value)}\``,
    values ? `${about} (${values.join(', ')})` : about,
  ]);
  return `\n${tableOf(['option', 'default', 'what it does'], rows)}`;
}

/** A page with the facts at its head; undefined if it has no room for them. */
export function withHeader({ rule }: RuleFolder, docs: string): string | undefined {
  const facts = tableOf(
    ['id', 'category', 'severity', 'presets', 'fix', 'since'],
    [[`\`${rule.id}\``, rule.category, rule.severity, rule.presets.join(', '), rule.fix, rule.since]],
  );
  return replaceBetween(docs, 'facts', facts + optionTable(rule));
}

/** The rules by category, each with its page. */
export function renderRuleTables(rules: readonly AnyRule[]): string {
  const sections = CATEGORIES.map(category => ({ category, own: rules.filter(rule => rule.category === category) })).filter(({ own }) => own.length > 0);
  return sections
    .map(({ category, own }) => {
      const rows = own.map(({ id, severity, presets, fix, title }) => [`[${id}](rules/${id}/docs.md)`, severity, presets.join(', '), fix, title]);
      return `<details><summary>${category} (${String(own.length)})</summary>\n\n${tableOf(['rule', 'severity', 'presets', 'fix', 'finds'], rows)}\n</details>\n`;
    })
    .join('\n');
}
