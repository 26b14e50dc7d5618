import { settledWith } from '../../core/predict/endpoints/environment.ts';
import { predictEndpoints } from '../../core/predict/endpoints/predict-endpoints.ts';
import { renderIncomplete } from '../../core/report/closing-lines.ts';
import { endpointsValue, renderValue, type ScopeEndpoints } from '../../core/report/endpoints-json.ts';
import { renderEndpointsTable } from '../../core/report/endpoints-table.ts';
import { findNearest } from '../../core/text/near.ts';
import { readSet, readSources } from '../../index.ts';
import type { Run } from '../run.ts';
import { EXIT } from '../exit-code.ts';
import type { Invocation } from '../parse-command-line.ts';
import { isPrepared, prepare, stop } from '../prepare.ts';
import { isProblem, unknownName, type Problem } from '../problem.ts';
import type { Terminal } from '../terminal.ts';

export const FORMATS = ['text', 'json', 'yaml'] as const;
export type PredictionFormat = (typeof FORMATS)[number];

/** What was read and predicted, and the exit code that says whether it was all. */
export interface Predicted {
  readonly format: PredictionFormat;
  readonly scopes: readonly ScopeEndpoints[];
  readonly exitCode: number;
}

/** Formats of the commands that show a prediction. */
export function readFormat(written: string): PredictionFormat | Problem {
  const near = findNearest(written, FORMATS, name => name);
  return FORMATS.find(name => name === written) ?? unknownName(`format "${written}"`, FORMATS, near);
}

function readNodes(written: string | undefined): { readonly nodes: number | undefined } | Problem {
  if (written === undefined) return { nodes: undefined };
  return /^\d{1,5}$/.test(written) ? { nodes: Number(written) } : { problem: `value "${written}" of --nodes is not a number of nodes` };
}

/** Reads the paths and predicts the endpoints of every scope; where it cannot start, the exit code that says so. */
export async function predict(paths: readonly string[], { options }: Invocation, terminal: Terminal): Promise<Predicted | number> {
  const format = readFormat(options.valueOf('format') ?? 'text');
  if (typeof format === 'object') return stop(format, terminal);
  const given = readNodes(options.valueOf('nodes'));
  if (isProblem(given)) return stop(given, terminal);
  const prepared = await prepare(paths, options, terminal, 'predicting');
  if (!isPrepared(prepared)) return stop(prepared, terminal);
  const { incomplete, settings } = prepared;
  const { clusters } = await readSet(await readSources(prepared.files), prepared);
  const environment = { ...settledWith(settings.target.serviceCidrs), nodes: given.nodes };
  for (const each of incomplete) terminal.err(`svclint: ${renderIncomplete(each)}\n`);
  const scopes = clusters.map(cluster => ({ cluster, services: predictEndpoints(cluster, environment) }));
  return { format, scopes, exitCode: incomplete.length > 0 ? EXIT.incomplete : EXIT.clean };
}

/** `svclint endpoints [paths]`. */
export const run: Run = async (invocation, terminal) => {
  const predicted = await predict(invocation.operands, invocation, terminal);
  if (typeof predicted === 'number') return predicted;
  const { format, scopes, exitCode } = predicted;
  terminal.out(format === 'text' ? renderEndpointsTable(scopes) : renderValue(endpointsValue(scopes), format));
  return exitCode;
};
