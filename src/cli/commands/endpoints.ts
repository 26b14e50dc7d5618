import { buildClusters, type NamedScope } from '../../core/model/build-clusters.ts';
import type { Target } from '../../core/model/cluster.ts';
import { settledWith } from '../../core/predict/endpoints/environment.ts';
import { predictEndpoints } from '../../core/predict/endpoints/predict-endpoints.ts';
import { endpointsValue, renderValue, type ScopeEndpoints } from '../../core/report/endpoints-json.ts';
import { renderEndpointsTable } from '../../core/report/endpoints-table.ts';
import { parseSource } from '../../core/yaml/parse-source.ts';
import { readInput } from '../../node/read-input.ts';
import type { Terminal } from '../terminal.ts';

export interface PredictionOptions {
  readonly format: 'text' | 'json' | 'yaml';
  readonly target: Target;
  readonly scopes: readonly NamedScope[];
  /** Nodes that take the pods of a DaemonSet; undefined where it is not known. */
  readonly nodes: number | undefined;
}

/** What was read, and the exit code that says whether it was all. */
export interface PredictedInput {
  readonly scopes: readonly ScopeEndpoints[];
  readonly exitCode: 0 | 3;
}

/** Reads the paths and predicts the endpoints of every scope. */
export async function predictInput(paths: readonly string[], options: PredictionOptions, terminal: Terminal): Promise<PredictedInput> {
  const { files, incomplete } = await readInput(paths, terminal.cwd);
  const set = buildClusters(
    files.map(file => parseSource(file.path, file.text)),
    options.target,
    options.scopes,
  );
  const environment = { ...settledWith(options.target.serviceCidrs), nodes: options.nodes };
  for (const { path, reason } of incomplete) terminal.err(`${path}: ${reason}\n`);
  return { scopes: set.clusters.map(cluster => ({ cluster, services: predictEndpoints(cluster, environment) })), exitCode: incomplete.length > 0 ? 3 : 0 };
}

/** `svclint endpoints [paths]`. */
export async function runEndpoints(paths: readonly string[], options: PredictionOptions, terminal: Terminal): Promise<number> {
  const { scopes, exitCode } = await predictInput(paths, options, terminal);
  terminal.out(options.format === 'text' ? renderEndpointsTable(scopes) : renderValue(endpointsValue(scopes), options.format));
  return exitCode;
}
