import { readCases, type RuleCase } from './cases.ts';
import { applyCaseFixes, lintCase, renderOutput } from './lint-case.ts';
import type { GeneratedFile } from './generated-file.ts';
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

function outputOf(rule: AnyRule, example: RuleCase, known: readonly AnyRule[]): Replacement | undefined {
  const text = renderOutput(lintCase(rule, example, known));
  if (example.output) return bodyOf(example.output, text);
  const last = example.files.at(-1)?.block;
  if (example.verdict === 'good' || !last) return undefined;
  return { start: last.end, count: 0, lines: ['', '```text output', ...text.split('\n').slice(0, -1), '```'] };
}

function fixedOf(rule: AnyRule, example: RuleCase, known: readonly AnyRule[]): Replacement[] {
  if (example.fixed.length === 0) return [];
  const files = applyCaseFixes(rule, example, known) ?? [];
  return example.fixed.flatMap(({ path, block }) => {
    const file = files.find(candidate => candidate.path === path);
    return file ? [bodyOf(block, file.text)] : [];
  });
}

/** The page with the outputs and the fixed texts that the linter really makes. */
export function withBlocks(rule: AnyRule, page: GeneratedFile, known: readonly AnyRule[]): string {
  const { path, text } = page;
  const lines = text.split('\n');
  const changes = readCases(path, text).flatMap(example => [outputOf(rule, example, known) ?? [], fixedOf(rule, example, known)].flat());
  for (const { start, count, lines: added } of changes.sort((a, b) => b.start - a.start)) lines.splice(start, count, ...added);
  return lines.join('\n');
}
