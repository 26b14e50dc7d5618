import { parseArgs } from 'node:util';
import { renderCompact } from '../core/report/compact.ts';
import { renderJson } from '../core/report/json.ts';
import { renderStylish } from '../core/report/stylish.ts';
import { DEFAULT_SETTINGS } from '../core/engine/settings.ts';
import { runDescribeService } from './commands/describe.ts';
import { runEndpoints, type PredictionOptions } from './commands/endpoints.ts';
import { lint } from '../index.ts';
import { readInput } from '../node/read-input.ts';

const FORMATS: Readonly<Record<string, PredictionOptions['format']>> = { json: 'json', yaml: 'yaml' };

export interface Terminal {
  readonly cwd: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** Runs a command line and returns the exit code. */
export async function main(argv: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { format: { type: 'string', default: 'stylish' }, complete: { type: 'boolean', default: false }, nodes: { type: 'string' } },
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
  const input = readInput(positionals, terminal.cwd);
  const report = await lint({ ...input, settings: { ...DEFAULT_SETTINGS, target } });
  terminal.out(values.format === 'json' ? renderJson(report, '0.1.0') : values.format === 'compact' ? renderCompact(report) : renderStylish(report));
  return report.incomplete.length > 0 ? 3 : report.summary.error > 0 ? 1 : 0;
}
