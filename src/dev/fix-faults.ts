import { Parser } from 'yaml';
import { chooseFixes, type AllowedFixes } from '../core/engine/fix/choose-fixes.ts';
import type { InputFile } from '../core/engine/input.ts';
import type { Report } from '../core/engine/report.ts';
import type { Settings } from '../core/engine/settings.ts';
import { parseSource } from '../core/yaml/parse-source.ts';
import { fix, lint } from '../index.ts';

/** What fixing a set came to, and where it broke its promises. */
export interface FixTrial {
  readonly files: readonly InputFile[];
  readonly changed: readonly string[];
  readonly fixed: number;
  /** Comments of people, before and after. */
  readonly comments: readonly [before: number, after: number];
  readonly faults: readonly string[];
}

/** Whether a token of the parser is a comment that speaks to people. */
function isComment(token: object): boolean {
  return 'type' in token && token.type === 'comment' && 'source' in token && typeof token.source === 'string' && !/^#\s*svclint-/.test(token.source);
}

/** Comments of a text, found by another parser than the one that the linter stands on. Those that speak to svclint are left out. */
export function countComments(text: string): number {
  let count = 0;
  const visit = (token: unknown): void => {
    if (typeof token !== 'object' || token === null) return;
    if (isComment(token)) count++;
    Object.values(token).forEach(visit);
  };
  for (const token of new Parser().parse(text)) visit(token);
  return count;
}

function fatalCount({ path, text }: InputFile): number {
  return parseSource(path, text)
    .documents.flatMap(({ problems }) => problems)
    .filter(({ fatal }) => fatal).length;
}

const errorCount = ({ findings }: Report): number => findings.filter(({ severity, suppressed }) => severity === 'error' && !suppressed).length;

/** Fixes a set, lints the result from its texts alone, and compares. */
export async function tryFixes(files: readonly InputFile[], settings: Settings, allowed: AllowedFixes): Promise<FixTrial> {
  const outcome = await fix({ files, settings }, { allowed });
  const after = await lint({ files: outcome.files, settings });
  const pairs = outcome.files.flatMap((now, index) => {
    const old = files[index];
    return old && old.text !== now.text ? [{ old, now }] : [];
  });
  const sum = (texts: readonly InputFile[]): number => texts.reduce((total, { text }) => total + countComments(text), 0);
  const comments = [sum(pairs.map(({ old }) => old)), sum(pairs.map(({ now }) => now))] as const;
  const left = outcome.told.length > 0 ? [] : chooseFixes(after.findings, allowed);
  return {
    files: outcome.files,
    changed: outcome.changed,
    fixed: outcome.report.fixed?.findings ?? 0,
    comments,
    faults: [
      ...outcome.told.map(({ path, text }) => `${path ?? ''}: ${text}`),
      ...pairs.filter(({ old, now }) => countComments(old.text) !== countComments(now.text)).map(({ now }) => `${now.path}: the number of comments changes`),
      ...pairs.filter(({ old, now }) => fatalCount(now) > fatalCount(old)).map(({ now }) => `${now.path}: the result does not parse`),
      ...left.map(({ finding }) => `${finding.location.file.path}: ${finding.rule.id} can still be fixed`),
      ...(errorCount(after) > errorCount(outcome.before) ? [`${String(errorCount(after))} errors after ${String(errorCount(outcome.before))}`] : []),
    ],
  };
}
