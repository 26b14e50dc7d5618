import type { BaselineStep } from './baseline.ts';
import type { Invocation } from './parse-command-line.ts';
import type { Prepared } from './prepare.ts';
import type { Problem } from './problem.ts';
import type { Terminal } from './terminal.ts';

/** Reads the baseline of a run before anything is linted: a broken one hides nothing and starts nothing. */
export async function prepareBaseline(invocation: Invocation, prepared: Prepared, terminal: Terminal): Promise<BaselineStep | Problem> {
  const { options } = invocation;
  if (!options.isSet('baseline') && !options.isSet('update-baseline') && prepared.settings.baseline === undefined) return { apply: report => report };
  const { openBaseline } = await import('./baseline.ts');
  return openBaseline(invocation, prepared, terminal);
}
