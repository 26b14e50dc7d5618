import type { Report } from '../../core/engine/report.ts';
import { isActive } from '../../core/engine/settings.ts';
import { lint, rulesWith, type LintInput } from '../../index.ts';
import type { Run } from '../run.ts';
import { EXIT, exitCodeOf } from '../exit-code.ts';
import { readFixFlags } from '../read-fix-flags.ts';
import { readOutputs, writeReport, type Linted } from '../outputs.ts';
import { isPrepared, prepare, stop, type Prepared } from '../prepare.ts';
import { isProblem, renderProblem, type Problem } from '../problem.ts';
import { startProgress } from '../progress.ts';

/** With `--staged` and `--since` a report is narrowed to the change. */
function judgeOf(prepared: Prepared): LintInput['judge'] {
  if (!prepared.change) return undefined;
  return async (report, sources) => (await import('../narrow-to-change.ts')).narrowToChange(report, sources, prepared);
}

/** `svclint [paths…]` */
export const run: Run = async ({ operands, options }, terminal) => {
  const outputs = readOutputs(options);
  if (isProblem(outputs)) return stop(outputs, terminal);
  const fixes = readFixFlags(operands, options);
  if (fixes && isProblem(fixes)) return stop(fixes, terminal);
  const prepared = await prepare(operands, options, terminal);
  if (isProblem(prepared)) return stop(prepared, terminal);
  const write = (report: Report, linted: Linted): Promise<Problem | undefined> => writeReport(report, { ...outputs, ...linted }, options, terminal);
  if (!isPrepared(prepared)) {
    const unwritten = await write(prepared.report, { rules: [] });
    if (unwritten) terminal.err(renderProblem(unwritten));
    return EXIT.notStarted;
  }
  const progress = startProgress(terminal);
  const input = { ...prepared, judge: judgeOf(prepared), onProgress: progress.tell };
  const { report, diff } = fixes
    ? await (await import('../fix.ts')).lintAndFix(input, fixes, { operands, options, terminal })
    : { report: await lint(input), diff: undefined };
  progress.clear();
  const rules = rulesWith(prepared.plugins).filter(rule => isActive(rule, prepared.settings));
  const unwritten = await write(report, { rules, diff, pathInRepository: prepared.pathInRepository });
  if (!unwritten) return exitCodeOf(report, prepared.settings.failOn);
  terminal.err(renderProblem(unwritten));
  return EXIT.incomplete;
};
