import { parseArgs } from 'node:util';
import { renderCompact } from '../core/report/compact.ts';
import { renderJson } from '../core/report/json.ts';
import { renderStylish } from '../core/report/stylish.ts';
import { DEFAULT_SETTINGS } from '../core/engine/settings.ts';
import { lint } from '../index.ts';
import { readInput } from '../node/read-input.ts';

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
    options: { format: { type: 'string', default: 'stylish' }, complete: { type: 'boolean', default: false } },
  });
  const input = await readInput(positionals, terminal.cwd);
  for (const fault of input.faults) terminal.err(`svclint: ${fault}\n`);
  if (input.faults.length > 0) return 2;
  const report = await lint({ ...input, settings: { ...DEFAULT_SETTINGS, target: { ...DEFAULT_SETTINGS.target, complete: values.complete } } });
  terminal.out(values.format === 'json' ? renderJson(report, '0.1.0') : values.format === 'compact' ? renderCompact(report) : renderStylish(report));
  return report.incomplete.length > 0 ? 3 : report.summary.error > 0 ? 1 : 0;
}
