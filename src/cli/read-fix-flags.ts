import type { AllowedFixes } from '../core/engine/fix/choose-fixes.ts';
import type { GivenOptions } from './parse-command-line.ts';
import type { Problem } from './problem.ts';

/** What the flags say of fixes. */
export interface FixFlags {
  readonly allowed: AllowedFixes;
  /** Whether nothing is written. */
  readonly isDry: boolean;
}

/** Reads what the flags say of fixes; undefined where nothing is to be fixed. */
export function readFixFlags(operands: readonly string[], options: GivenOptions): FixFlags | Problem | undefined {
  const isDry = options.isSet('fix-dry-run');
  const flag = options.isSet('fix-unsafe') ? '--fix-unsafe' : '--fix';
  if (!isDry && !options.isSet('fix') && !options.isSet('fix-unsafe')) return undefined;
  if (!isDry && operands.includes('-'))
    return { problem: `${flag} cannot write what comes through stdin`, help: 'Use --fix-dry-run: it prints what would change' };
  if (!isDry && options.isSet('staged')) {
    return {
      problem: `${flag} changes files on disk, and --staged lints git's index`,
      help: `Use --fix-dry-run with --staged, or run svclint ${flag} without it, then git add`,
    };
  }
  const format = options.valueOf('format');
  if (isDry && format !== undefined)
    return { problem: `--fix-dry-run prints a diff and no report as ${format}`, help: `Write --output ${format}=FILE for the report` };
  return { allowed: options.isSet('fix-unsafe') ? 'unsafe' : 'safe', isDry };
}
