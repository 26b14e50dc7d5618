import type { Report } from '../../core/engine/report.ts';
import { isActive } from '../../core/engine/settings.ts';
import { lint, rulesWith, type LintInput } from '../../index.ts';
import { prepareBaseline } from '../baseline-step.ts';
import type { FixRun } from '../fix.ts';
import type { Invocation } from '../parse-command-line.ts';
import type { Run } from '../run.ts';
import { EXIT, exitCodeOf } from '../exit-code.ts';
import { readFixFlags, type FixFlags } from '../read-fix-flags.ts';
import { readOutputs, writeReport, type Linted } from '../outputs.ts';
import { isPrepared, prepare, stop, type Prepared } from '../prepare.ts';
import { isProblem, renderProblem, type Problem } from '../problem.ts';
import { startProgress } from '../progress.ts';
import type { Terminal } from '../terminal.ts';

/** With `--staged` and `--since` a report is narrowed to the change. */
function judgeOf(prepared: Prepared): LintInput['judge'] {
  if (!prepared.change) return undefined;
  return async (report, sources) => (await import('../narrow-to-change.ts')).narrowToChange(report, sources, prepared);
}

/** Lints, or fixes and lints what comes of it. */
async function lintOrFix(prepared: Prepared, fixes: FixFlags | undefined, { operands, options }: Invocation, terminal: Terminal): Promise<FixRun> {
  const progress = startProgress(terminal);
  const input = { ...prepared, judge: judgeOf(prepared), onProgress: progress.tell };
  const run = fixes
    ? await (await import('../fix.ts')).lintAndFix(input, fixes, { operands, options, terminal })
    : { report: await lint(input), files: prepared.files };
  progress.clear();
  return run;
}

/** `svclint [paths…]` */
export const run: Run = async (invocation, terminal) => {
  const { operands, options } = invocation;
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
  const baseline = await prepareBaseline(invocation, prepared, terminal);
  if (isProblem(baseline)) return stop(baseline, terminal);
  const { report: linted, files, diff } = await lintOrFix(prepared, fixes, invocation, terminal);
  const compared = baseline.apply(linted, files);
  const report = isProblem(compared) ? linted : compared;
  const rules = rulesWith(prepared.plugins).filter(rule => isActive(rule, prepared.settings));
  const unwritten = (await write(report, { rules, diff, pathInRepository: prepared.pathInRepository })) ?? (isProblem(compared) ? compared : undefined);
  if (!unwritten) return exitCodeOf(report, prepared.settings.failOn);
  terminal.err(renderProblem(unwritten));
  return EXIT.incomplete;
};
