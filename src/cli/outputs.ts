import { resolve } from 'node:path';
import type { Report } from '../core/engine/report.ts';
import { findNearest } from '../core/text/near.ts';
import type { RuleMeta } from '../core/rule/define-rule.ts';
import { pathsInRepository } from '../node/repository-path.ts';
import { VERSION } from '../node/version.ts';
import { writeWhole } from '../node/write-file.ts';
import { wantsColor } from './color.ts';
import { findFilesUrl } from './files-url.ts';
import { renderIncomplete } from '../core/report/closing-lines.ts';
import { FORMAT_NAMES, isFormatName, renderReport, type FormatName, type ReportOptions } from '../core/report/formats.ts';
import type { GivenOptions } from './parse-command-line.ts';
import { unknownName, type Problem } from './problem.ts';
import { sarifOptions } from './sarif-options.ts';
import type { Terminal } from './terminal.ts';

/** Where a report goes: to stdout in one format, and to files in others. */
export interface Outputs {
  readonly format: FormatName;
  readonly files: readonly { readonly format: FormatName; readonly path: string }[];
}

/** What a report is of. */
export interface Linted {
  /** The rules that ran. */
  readonly rules: readonly RuleMeta[];
  /** How the repository calls a file; from the working directory where absent. */
  readonly pathInRepository?: (path: string) => string;
  /** The text of stdout, where it is a diff and no report. */
  readonly diff?: string | undefined;
}

/** Formats for the log; the others are data. */
const LOGGED: ReadonlySet<FormatName> = new Set(['stylish', 'compact']);

/** Formats of which a person sees what was not read. */
const SAYS_UNREAD: ReadonlySet<FormatName> = new Set(['stylish', 'github']);

function readFormat(written: string): FormatName | Problem {
  return isFormatName(written)
    ? written
    : unknownName(
        `format "${written}"`,
        FORMAT_NAMES,
        findNearest(written, FORMAT_NAMES, name => name),
      );
}

export function readOutputs(options: GivenOptions): Outputs | Problem {
  const format = readFormat(options.valueOf('format') ?? 'stylish');
  if (typeof format === 'object') return format;
  const files: { format: FormatName; path: string }[] = [];
  for (const written of options.valuesOf('output')) {
    const [, name = '', path = ''] = /^([^=]*)=(.+)$/s.exec(written) ?? [];
    if (path === '') return { problem: `value "${written}" of --output is not FORMAT=FILE`, help: 'Write for example --output sarif=svclint.sarif' };
    const own = readFormat(name);
    if (typeof own === 'object') return own;
    files.push({ format: own, path });
  }
  return { format, files };
}

function optionsFor(options: GivenOptions, terminal: Terminal, { rules, pathInRepository }: Linted): ReportOptions {
  const unicode = !/^(?:C|POSIX)$/.test(terminal.env['LC_ALL'] ?? terminal.env['LANG'] ?? '');
  return {
    ...sarifOptions(options, terminal),
    version: VERSION,
    rules,
    pathInRepository: pathInRepository ?? pathsInRepository([], terminal.cwd),
    look: { color: wantsColor(options, terminal), width: terminal.columns ?? Number.POSITIVE_INFINITY, unicode },
    verbose: options.isSet('verbose'),
    quiet: options.isSet('quiet'),
    filesUrl: findFilesUrl(terminal.env),
  };
}

/** Inside GitHub Actions the log also carries annotations, unless the run says how it is reported there. */
function wantsAnnotations({ format, files }: Outputs, options: GivenOptions, { env }: Terminal): boolean {
  const told = options.isSet('no-annotations') || options.valueOf('format') !== undefined || files.some(file => file.format === 'github');
  return env['GITHUB_ACTIONS'] === 'true' && format === 'stylish' && !told;
}

/** In the log of Azure Pipelines `##vso[` in a line is a command, wherever it stands: a manifest must not give one. */
function disarm(text: string, format: FormatName, { env }: Terminal): string {
  return env['TF_BUILD'] !== undefined && LOGGED.has(format) ? text.replaceAll(/##(?=(?:vso)?\[)/gi, '# #') : text;
}

/** Writes the report everywhere it is asked for. Returns what could not be written. */
export async function writeReport(report: Report, outputs: Outputs & Linted, options: GivenOptions, terminal: Terminal): Promise<Problem | undefined> {
  const given = optionsFor(options, terminal, outputs);
  const isReported = outputs.diff === undefined;
  terminal.out(outputs.diff ?? disarm(await renderReport(outputs.format, report, given), outputs.format, terminal));
  // Formats for programs do not say on a terminal or in a log why the run exits with 3.
  if (!isReported || !SAYS_UNREAD.has(outputs.format)) for (const each of report.incomplete) terminal.err(`svclint: ${renderIncomplete(each)}\n`);
  if (isReported && wantsAnnotations(outputs, options, terminal)) terminal.out(await renderReport('github', report, given));
  const plain = { ...given, look: { color: false, width: Number.POSITIVE_INFINITY, unicode: true } };
  for (const { format, path } of outputs.files) {
    const fault = writeWhole(resolve(terminal.cwd, path), await renderReport(format, report, plain));
    if (fault !== undefined) return { problem: `${path} could not be written (${fault})` };
  }
  return undefined;
}
