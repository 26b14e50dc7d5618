import type { FixOutcome } from '../core/engine/fix/fixing.ts';
import type { InputFile } from '../core/engine/input.ts';
import type { Report } from '../core/engine/report.ts';
import { renderNotices } from '../core/report/closing-lines.ts';
import { penOf } from '../core/report/look.ts';
import { renderCount } from '../core/report/plural.ts';
import { renderDiff } from '../core/report/unified-diff.ts';
import { parseSource } from '../core/yaml/parse-source.ts';
import { fix, lint, type LintInput } from '../index.ts';
import { FixedFiles, type FileChange } from '../node/write-fixes.ts';
import { wantsColor } from './color.ts';
import type { GivenOptions } from './parse-command-line.ts';
import type { FixFlags } from './read-fix-flags.ts';
import type { Terminal } from './terminal.ts';

/** What a run that fixes reports. */
export interface FixRun {
  readonly report: Report;
  /** The files that the report is of. */
  readonly files: readonly InputFile[];
  /** The text of stdout, where it is not the report. */
  readonly diff?: string;
}

function changesOf({ files, changed }: FixOutcome, before: readonly InputFile[]): FileChange[] {
  const [old, now] = [before, files].map(each => new Map(each.map(({ path, text }) => [path, text])));
  return changed.map(path => ({ path, before: old?.get(path) ?? '', after: now?.get(path) ?? '' }));
}

/** Writes what changed. What could not be written is linted as it is on the disk. */
async function applyToDisk(input: LintInput, outcome: FixOutcome, disk: FixedFiles): Promise<FixRun> {
  const unwritten = disk.write(changesOf(outcome, input.files));
  if (unwritten.length === 0) return outcome;
  const failed = new Set(unwritten.map(({ path }) => path));
  const files = outcome.files.map((file, index) => (failed.has(file.path) ? (input.files[index] ?? file) : file));
  const written = outcome.changed.filter(path => !failed.has(path));
  const { told, closed } = outcome;
  const report = await lint({
    ...input,
    files,
    notices: [...(input.notices ?? []), ...told],
    incomplete: [...(input.incomplete ?? []), ...closed, ...unwritten],
  });
  const shown = (findings: Report): number => findings.findings.filter(({ suppressed }) => !suppressed).length;
  const fixed = { findings: written.length === 0 ? 0 : Math.max(0, shown(outcome.before) - shown(report)), files: written };
  return { report: { ...report, fixed }, files };
}

function renderChanges(changes: readonly FileChange[], { pathInRepository = path => path }: LintInput, options: GivenOptions, terminal: Terminal): string {
  const files = changes.map(({ path, before, after }) => ({
    path: pathInRepository(path),
    before: parseSource(path, before),
    after: parseSource(path, after),
  }));
  const pen = penOf({ color: wantsColor(options, terminal), width: Number.POSITIVE_INFINITY, unicode: true });
  const { text, isMasked } = renderDiff(files, { pen, isTerminal: terminal.isTty });
  if (isMasked) terminal.err('svclint: values of Secrets are hidden in this diff, so git apply does not take it; --fix writes them as they are\n');
  return text;
}

function tellDry({ told, report }: FixOutcome, { err }: Terminal): void {
  for (const text of renderNotices(told, true)) err(`svclint: ${text}\n`);
  const { findings = 0, files = [] } = report.fixed ?? {};
  err(findings === 0 ? 'svclint: nothing to fix\n' : `svclint: would fix ${renderCount(findings, 'finding')} in ${renderCount(files.length, 'file')}\n`);
}

/** Lints and fixes. A dry run reports as a plain one does, beside its diff. */
export async function lintAndFix(
  input: LintInput,
  { allowed, isDry }: FixFlags,
  given: { readonly operands: readonly string[]; readonly options: GivenOptions; readonly terminal: Terminal },
): Promise<FixRun> {
  const { operands, options, terminal } = given;
  const disk = new FixedFiles(operands.length === 0 ? ['.'] : operands, terminal.cwd);
  const parsed = new Map();
  const outcome = await fix({ ...input, parsed }, { allowed, ...(isDry ? {} : { explainClosed: path => disk.explainClosed(path) }) });
  if (!isDry) return applyToDisk({ ...input, parsed }, outcome, disk);
  const diff = renderChanges(disk.withoutTwins(changesOf(outcome, input.files)), input, options, terminal);
  tellDry(outcome, terminal);
  return { report: outcome.before, files: input.files, diff };
}
