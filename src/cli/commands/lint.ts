import type { Report } from '../../core/engine/report.ts';
import { lint } from '../../index.ts';
import type { Run } from '../run.ts';
import { EXIT, exitCodeOf } from '../exit-code.ts';
import { prepareBaseline } from '../baseline-step.ts';
import { readOutputs, writeReport } from '../outputs.ts';
import { isPrepared, prepare, stop } from '../prepare.ts';
import { isProblem, renderProblem, type Problem } from '../problem.ts';
import { startProgress } from '../progress.ts';

/** `svclint [paths…]` */
export const run: Run = async (invocation, terminal) => {
  const { operands, options } = invocation;
  const outputs = readOutputs(options);
  if (isProblem(outputs)) return stop(outputs, terminal);
  const prepared = await prepare(operands, options, terminal);
  if (isProblem(prepared)) return stop(prepared, terminal);
  const write = (report: Report): Promise<Problem | undefined> => writeReport(report, outputs, options, terminal);
  if (!isPrepared(prepared)) {
    const unwritten = await write(prepared.report);
    if (unwritten) terminal.err(renderProblem(unwritten));
    return EXIT.notStarted;
  }
  const baseline = await prepareBaseline(invocation, prepared.settings, terminal);
  if (isProblem(baseline)) return stop(baseline, terminal);
  const progress = startProgress(terminal);
  const linted = await lint({ ...prepared, onProgress: progress.tell });
  progress.clear();
  const compared = baseline.apply(linted, prepared.files);
  const report = isProblem(compared) ? linted : compared;
  const unwritten = (await write(report)) ?? (isProblem(compared) ? compared : undefined);
  if (!unwritten) return exitCodeOf(report, prepared.settings.failOn);
  terminal.err(renderProblem(unwritten));
  return EXIT.incomplete;
};
