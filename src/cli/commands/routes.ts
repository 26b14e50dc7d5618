import type { Cluster } from '../../core/model/cluster.ts';
import { readUrl } from '../../core/model/url.ts';
import { settledWith } from '../../core/predict/endpoints/environment.ts';
import { routeContextOf, type RouteContext } from '../../core/predict/routes/context.ts';
import { predictRoutes } from '../../core/predict/routes/predict-routes.ts';
import { routeRequest } from '../../core/predict/routes/route-request.ts';
import { renderIncomplete } from '../../core/report/closing-lines.ts';
import { renderValue } from '../../core/report/endpoints-json.ts';
import { routesValue } from '../../core/report/routes-json.ts';
import { renderRequest, requestValue, type AskedUrl, type ScopeAnswers } from '../../core/report/routes-request.ts';
import { renderRoutesTable } from '../../core/report/routes-table.ts';
import { EXIT } from '../exit-code.ts';
import { isPrepared, prepare, stop } from '../prepare.ts';
import { isProblem, type Problem } from '../problem.ts';
import { readSet, readSources } from '../../index.ts';
import type { Run } from '../run.ts';
import { readFormat, type PredictionFormat } from './endpoints.ts';

interface Scope {
  readonly cluster: Cluster;
  readonly context: RouteContext;
}

function readAsked(url: string | undefined): AskedUrl | Problem | undefined {
  if (url === undefined) return undefined;
  const read = readUrl(url);
  const scheme = typeof read === 'string' ? '' : read.scheme;
  if (typeof read === 'string' || read.host === '' || !['http', 'https'].includes(scheme))
    return { problem: `value "${url}" of --url is no URL of a web page`, help: 'Write it as https://shop.example.com/cart' };
  return { url, request: { host: read.host.replace(/:\d*$/, ''), path: read.path === '' ? '/' : read.path, isTls: scheme === 'https' } };
}

function renderTable(scopes: readonly Scope[], format: PredictionFormat): string {
  const tables = scopes.map(({ cluster, context }) => ({ cluster, routes: predictRoutes(context) }));
  return format === 'text' ? renderRoutesTable(tables) : renderValue(routesValue(tables), format);
}

/** 1 where a request ends before a pod for certain, or no Ingress has its host; what is not known is no failure. */
function exitCodeOf(scopes: readonly ScopeAnswers[]): number {
  const answers = scopes.flatMap(scope => scope.answers);
  if (answers.some(({ outcome }) => outcome === 'ends')) return EXIT.findings;
  return answers.length > 0 || scopes.some(({ cluster }) => cluster.isOpen) ? EXIT.clean : EXIT.findings;
}

/** `svclint routes [paths]`, `svclint routes --url URL [paths]`. */
export const run: Run = async ({ operands, options }, terminal) => {
  const format = readFormat(options.valueOf('format') ?? 'text');
  if (typeof format === 'object') return stop(format, terminal);
  const asked = readAsked(options.valueOf('url'));
  if (asked && isProblem(asked)) return stop(asked, terminal);
  const prepared = await prepare(operands, options, terminal, 'predicting');
  if (!isPrepared(prepared)) return stop(prepared, terminal);
  const { incomplete, settings } = prepared;
  const { clusters } = await readSet(await readSources(prepared.files), prepared);
  const environment = settledWith(settings.target.serviceCidrs);
  const scopes = clusters.map(cluster => ({ cluster, context: routeContextOf(cluster, environment) }));
  for (const each of incomplete) terminal.err(`svclint: ${renderIncomplete(each)}\n`);
  if (!asked) terminal.out(renderTable(scopes, format));
  const answered = asked ? scopes.map(({ cluster, context }) => ({ cluster, answers: routeRequest(context, asked.request) })) : [];
  if (asked) terminal.out(format === 'text' ? renderRequest(asked, answered) : renderValue(requestValue(asked, answered), format));
  if (incomplete.length > 0) return EXIT.incomplete;
  return asked ? exitCodeOf(answered) : EXIT.clean;
};
