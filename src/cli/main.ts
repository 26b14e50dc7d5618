import { parseArgs } from 'node:util';
import { isFormatName, renderReport } from '../core/report/formats.ts';
import { PLAIN_LOOK } from '../core/report/look.ts';
import { DEFAULT_SETTINGS } from '../core/engine/settings.ts';
import { runDescribeService } from './commands/describe.ts';
import type { Terminal } from './terminal.ts';
import { runEndpoints, type PredictionOptions } from './commands/endpoints.ts';
import { lint, rules } from '../index.ts';
import { readInput } from '../node/read-input.ts';

const FORMATS: Readonly<Record<string, PredictionOptions['format']>> = { json: 'json', yaml: 'yaml' };

/** Runs a command line and returns the exit code. */
export async function main(argv: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      nodes: { type: 'string' },
      format: { type: 'string', default: 'stylish' },
      complete: { type: 'boolean', default: false },
      color: { type: 'boolean', default: process.stdout.isTTY },
    },
  });
  const target = { ...DEFAULT_SETTINGS.target, complete: values.complete };
  const [command, ...rest] = positionals;
  const prediction: PredictionOptions = {
    format: FORMATS[values.format] ?? 'text',
    target,
    scopes: DEFAULT_SETTINGS.scopes,
    nodes: values.nodes === undefined ? undefined : Number(values.nodes),
  };
  if (command === 'endpoints') return runEndpoints(rest, prediction, terminal);
  if (command === 'describe' && rest[0] === 'service') return runDescribeService(rest[1] ?? '', rest.slice(2), prediction, terminal);
  const input = await readInput(positionals, terminal.cwd);
  for (const fault of input.faults) terminal.err(`svclint: ${fault}\n`);
  if (input.faults.length > 0) return 2;
  const report = await lint({ ...input, settings: { ...DEFAULT_SETTINGS, target } });
  const look = { ...PLAIN_LOOK, color: values.color, width: process.stdout.isTTY ? process.stdout.columns : Infinity };
  const format = isFormatName(values.format) ? values.format : 'stylish';
  terminal.out(await renderReport(format, report, { version: '0.1.0', rules, prefix: '', look, verbose: false, quiet: false }));
  return report.incomplete.length > 0 ? 3 : report.summary.error > 0 ? 1 : 0;
}
