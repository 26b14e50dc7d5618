import type { Report } from '../../core/engine/report.ts';
import { lint } from '../../index.ts';
import type { Run } from '../run.ts';
import { EXIT, exitCodeOf } from '../exit-code.ts';
import { readFixFlags } from '../read-fix-flags.ts';
import type { FixRun } from '../fix.ts';
import { readOutputs, writeReport } from '../outputs.ts';
import { isPrepared, prepare, stop } from '../prepare.ts';
import { isProblem, renderProblem, type Problem } from '../problem.ts';
import { startProgress } from '../progress.ts';

/** `svclint [paths…]` */
export const run: Run = async ({ operands, options }, terminal) => {
  const outputs = readOutputs(options);
  if (isProblem(outputs)) return stop(outputs, terminal);
  const fixes = readFixFlags(operands, options);
  if (fixes && isProblem(fixes)) return stop(fixes, terminal);
  const prepared = await prepare(operands, options, terminal);
  if (isProblem(prepared)) return stop(prepared, terminal);
  const write = (report: Report, diff?: string): Promise<Problem | undefined> => writeReport(report, { ...outputs, diff }, options, terminal);
  if (!isPrepared(prepared)) {
    const unwritten = await write(prepared.report);
    if (unwritten) terminal.err(renderProblem(unwritten));
    return EXIT.notStarted;
  }
  const progress = startProgress(terminal);
  const input = { ...prepared, onProgress: progress.tell };
  const { report, diff }: FixRun = fixes
    ? await (await import('../fix.ts')).lintAndFix(input, fixes, { operands, options, terminal })
    : { report: await lint(input) };
  progress.clear();
  const unwritten = await write(report, diff);
  if (!unwritten) return exitCodeOf(report, prepared.settings.failOn);
  terminal.err(renderProblem(unwritten));
  return EXIT.incomplete;
};
