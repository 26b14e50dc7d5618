import { readCases, type RuleCase } from './cases.ts';
import { applyFixes, lintCase, renderOutput, settingsOf } from './lint-case.ts';
import type { Block } from './markdown.ts';
import type { AnyRule } from '../core/rule/define-rule.ts';

/** Lines of a page from `start` (counted from 0) that give way to `lines`. */
interface Replacement {
  readonly start: number;
  readonly count: number;
  readonly lines: readonly string[];
}

function bodyOf(block: Block, text: string): Replacement {
  return { start: block.line, count: block.end - block.line - 1, lines: text.split('\n').slice(0, -1) };
}

function outputOf(rule: AnyRule, example: RuleCase): Replacement | undefined {
  const text = renderOutput(lintCase(rule, example));
  if (example.output) return bodyOf(example.output, text);
  const last = example.files.at(-1)?.block;
  if (example.verdict === 'good' || !last) return undefined;
  return { start: last.end, count: 0, lines: ['', '```text output', ...text.split('\n').slice(0, -1), '```'] };
}

function fixedOf(rule: AnyRule, example: RuleCase): Replacement[] {
  if (example.fixed.length === 0) return [];
  const files = applyFixes([rule], example.files, settingsOf(rule, example)) ?? [];
  return example.fixed.flatMap(({ path, block }) => {
    const file = files.find(candidate => candidate.path === path);
    return file ? [bodyOf(block, file.text)] : [];
  });
}

/** The page with the outputs and the fixed texts that the linter really makes. */
export function withBlocks(rule: AnyRule, page: string, text: string): string {
  const lines = text.split('\n');
  const changes = readCases(page, text).flatMap(example => [outputOf(rule, example) ?? [], fixedOf(rule, example)].flat());
  for (const { start, count, lines: added } of changes.sort((a, b) => b.start - a.start)) lines.splice(start, count, ...added);
  return lines.join('\n');
}
