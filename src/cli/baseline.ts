import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { compareWithBaseline, withWrittenBaseline, type BaselineRun } from '../core/engine/baseline-match.ts';
import { readBaseline } from '../core/engine/baseline-read.ts';
import { countEntries } from '../core/engine/baseline.ts';
import type { InputFile } from '../core/engine/input.ts';
import type { BaselineEntry, Report } from '../core/engine/report.ts';
import type { Settings } from '../core/engine/settings.ts';
import { renderBaseline } from '../core/report/baseline-file.ts';
import { renderCount } from '../core/report/plural.ts';
import { isWithin } from '../core/text/path.ts';
import { rulesWith } from '../index.ts';
import { openBaselineFile, pathsOfBaseline, type BaselinePaths, type NamedFile } from '../node/baseline-file.ts';
import { writeWhole } from '../node/write-file.ts';
import type { GivenOptions, Invocation } from './parse-command-line.ts';
import type { Prepared } from './prepare.ts';
import { isProblem, type Problem } from './problem.ts';
import type { Terminal } from './terminal.ts';

/** Where `--update-baseline` writes if nothing names a file. */
const DEFAULT_BASELINE = '.svclint-baseline.json';

/** What a baseline does to the report of a run. */
export interface BaselineStep {
  /** Hides what is known, and with `--update-baseline` writes it. Gives a problem where that is not possible. */
  readonly apply: (report: Report, files: readonly InputFile[]) => Report | Problem;
}

interface ReadBaseline {
  readonly path: string;
  readonly file: string;
  readonly entries: readonly BaselineEntry[];
}

function namedFile(options: GivenOptions, settings: Settings): NamedFile {
  const path = options.valueOf('baseline');
  return path === undefined ? (settings.baseline ?? { path: DEFAULT_BASELINE }) : { path };
}

function read({ options }: Invocation, settings: Settings, cwd: string): ReadBaseline | Problem {
  const named = namedFile(options, settings);
  const found = openBaselineFile(named, cwd);
  if ('fault' in found) return { problem: `the baseline ${named.path} was not read: ${found.fault}` };
  const { file, text } = found;
  if (text === undefined) {
    return options.isSet('update-baseline')
      ? { path: named.path, file, entries: [] }
      : { problem: `no such baseline: ${named.path}`, help: '--update-baseline writes it' };
  }
  const entries = readBaseline(text);
  if (!('fault' in entries)) return { path: named.path, file, entries };
  const { fault, at } = entries;
  return {
    problem: `${named.path}:${String(at.line)}:${String(at.column)}: the baseline was not read: ${fault}`,
    help: 'Mend it, or remove it and write it anew with --update-baseline',
  };
}

/** Directories that the command line names: files that are gone from there are gone for the run. */
function directoriesOf(operands: readonly string[], cwd: string, { stored }: BaselinePaths): readonly string[] {
  const named = operands.length === 0 ? ['.'] : operands;
  const isDirectory = (name: string): boolean => statSync(resolve(cwd, name), { throwIfNoEntry: false })?.isDirectory() === true;
  return named.filter(isDirectory).map(name => stored(name) || '.');
}

function write(report: Report, { path, file, entries }: ReadBaseline, run: BaselineRun): Report | Problem {
  const { next, fresh, gone } = compareWithBaseline(report, entries, run);
  const fault = writeWhole(file, renderBaseline(next));
  if (fault !== undefined) return { problem: `${path} could not be written (${fault})` };
  const counts = `${String(fresh)} new, ${String(countEntries(gone))} gone`;
  const missing = report.incomplete.length === 0 ? '' : '; nothing counts as gone, as not everything was linted';
  return withWrittenBaseline(report, next, run, `Wrote ${renderCount(countEntries(next), 'finding')} to ${path} (${counts})${missing}`);
}

/** Reads the baseline that the command line or the configuration names. */
export function openBaseline(invocation: Invocation, { settings, plugins }: Prepared, { cwd }: Terminal): BaselineStep | Problem {
  const { options, operands } = invocation;
  const narrowed = options.isSet('staged') || options.isSet('since');
  const updates = options.isSet('update-baseline');
  const baseline = read(invocation, settings, cwd);
  if (isProblem(baseline)) return baseline;
  const { path, entries } = baseline;
  const paths = pathsOfBaseline(path, cwd);
  return {
    apply(report, files) {
      const directories = directoriesOf(operands, cwd, paths);
      const isAsked = (file: string): boolean => directories.some(directory => isWithin(file, directory));
      const run: BaselineRun = { ...paths, path, files, isAsked, narrowed, settings, rules: rulesWith(plugins) };
      return updates ? write(report, baseline, run) : compareWithBaseline(report, entries, run).report;
    },
  };
}
