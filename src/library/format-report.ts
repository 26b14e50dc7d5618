import { FORMAT_NAMES, isFormatName, renderReport, type FormatName } from '../core/report/formats.ts';
import type { LintReport } from '../core/report/lint-report.ts';
import { VERSION } from '../node/version.ts';
import { LintError } from './lint-error.ts';
import { origins } from './origins.ts';

/** How a report is written for people. */
export interface FormatOptions {
  readonly color?: boolean | undefined;
  /** Columns of the terminal; unbounded where absent. */
  readonly width?: number | undefined;
  readonly verbose?: boolean | undefined;
  /** Errors only. */
  readonly quiet?: boolean | undefined;
}

/** Writes a report in a format of `--format`. It takes the very object that `lint` gave, since formats show code, which the report does not hold. */
export async function formatReport(report: LintReport, format: FormatName, options: FormatOptions = {}): Promise<string> {
  if (!isFormatName(format)) throw new LintError('options', `format "${String(format)}" is unknown: use one of ${FORMAT_NAMES.join(', ')}`);
  const origin = origins.get(report);
  if (!origin) throw new LintError('options', 'formatReport() takes the object that lint() gave, and no copy of it');
  const { color = false, width = Number.POSITIVE_INFINITY, verbose = false, quiet = false } = options;
  return renderReport(format, origin.report, {
    version: VERSION,
    rules: origin.rules,
    pathInRepository: origin.pathInRepository,
    look: { color, width, unicode: true },
    verbose,
    quiet,
  });
}
