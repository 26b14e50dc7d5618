import type { InputFile } from '../core/engine/input.ts';
import type { Report } from '../core/engine/report.ts';
import type { Settings } from '../core/engine/settings.ts';
import type { Invocation } from './parse-command-line.ts';
import type { Problem } from './problem.ts';
import type { Terminal } from './terminal.ts';

/** What a baseline does to the report of a run. */
export interface BaselineStep {
  /** Hides what is known, and with `--update-baseline` writes it. Gives a problem where that is not possible. */
  readonly apply: (report: Report, files: readonly InputFile[]) => Report | Problem;
}

/** Reads the baseline of a run before anything is linted: a broken one hides nothing and starts nothing. */
export async function prepareBaseline(invocation: Invocation, settings: Settings, terminal: Terminal): Promise<BaselineStep | Problem> {
  const { options } = invocation;
  if (!options.isSet('baseline') && !options.isSet('update-baseline') && settings.baseline === undefined) return { apply: report => report };
  const { openBaseline } = await import('./baseline.ts');
  return openBaseline(invocation, settings, terminal);
}
