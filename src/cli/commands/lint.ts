import type { Report } from '../../core/engine/report.ts';
import { isActive } from '../../core/engine/settings.ts';
import type { SourceFile } from '../../core/yaml/source-file.ts';
import { lint, readSources, rulesWith } from '../../index.ts';
import type { Run } from '../run.ts';
import { EXIT, exitCodeOf } from '../exit-code.ts';
import { readOutputs, writeReport, type Linted } from '../outputs.ts';
import { isPrepared, prepare, stop, type Prepared } from '../prepare.ts';
import { isProblem, renderProblem, type Problem } from '../problem.ts';
import { startProgress } from '../progress.ts';

/** Loaded for `--staged` and `--since` only. */
async function narrow(report: Report, sources: readonly SourceFile[], prepared: Prepared): Promise<Report> {
  const { narrowToChange } = await import('../narrow-to-change.ts');
  return narrowToChange(report, sources, prepared);
}

/** `svclint [paths…]` */
export const run: Run = async ({ operands, options }, terminal) => {
  const outputs = readOutputs(options);
  if (isProblem(outputs)) return stop(outputs, terminal);
  const prepared = await prepare(operands, options, terminal);
  if (isProblem(prepared)) return stop(prepared, terminal);
  const write = (report: Report, linted: Linted): Promise<Problem | undefined> => writeReport(report, { ...outputs, ...linted }, options, terminal);
  if (!isPrepared(prepared)) {
    const unwritten = await write(prepared.report, { rules: [] });
    if (unwritten) terminal.err(renderProblem(unwritten));
    return EXIT.notStarted;
  }
  const progress = startProgress(terminal);
  const sources = await readSources(prepared.files, progress.tell);
  const whole = await lint({ ...prepared, sources, onProgress: progress.tell });
  const report = prepared.change ? await narrow(whole, sources, prepared) : whole;
  progress.clear();
  const rules = rulesWith(prepared.plugins).filter(rule => isActive(rule, prepared.settings));
  const unwritten = await write(report, { rules, pathInRepository: prepared.pathInRepository });
  if (!unwritten) return exitCodeOf(report, prepared.settings.failOn);
  terminal.err(renderProblem(unwritten));
  return EXIT.incomplete;
};
