import type { Cluster } from '../model/cluster.ts';
import type { Doubt } from '../predict/endpoints/types.ts';
import type { Request, RoutedRequest } from '../predict/routes/route-request.ts';
import { escapeUnseen } from './escape.ts';
import { maskText } from './mask.ts';
import { renderList } from './plural.ts';
import { hopsOf, type Hop } from './routes-hops.ts';
import { pathAndLine, routeValue } from './routes-json.ts';
import { ownerOf } from './routes-names.ts';
import type { PlainValue } from './yaml.ts';

/** What becomes of a request in one scope. */
export interface ScopeAnswers {
  readonly cluster: Cluster;
  readonly answers: readonly RoutedRequest[];
}

/** A URL that somebody asks about. */
export interface AskedUrl {
  readonly url: string;
  readonly request: Request;
}

function whereText({ at }: Hop | Doubt): string {
  if (!at) return '';
  const { path, line } = pathAndLine(at);
  return `  (${path}:${String(line)})`;
}

function doubtsOf({ doubts, route }: RoutedRequest): readonly Doubt[] {
  const all = [...doubts, ...(route?.to.doubts ?? [])];
  return all.filter(({ reason }, i) => all.findIndex(other => other.reason === reason) === i);
}

/** The last sentence: what becomes of it. */
function conclude(answer: RoutedRequest): string {
  const { outcome, route } = answer;
  if (outcome === 'unknown') return 'Whether it reaches a pod is not known.';
  if (!route) return 'It ends there: no path of the Ingress takes it and there is no default backend, so the controller answers 404.';
  const { breaks, targets, outside, action } = route.to;
  if (breaks) return `It ends there: ${breaks.message} [${breaks.rule}].`;
  if (action !== undefined) return 'It is answered as the annotation says.';
  if (outside !== undefined) return `It leaves the cluster to ${outside}.`;
  return `It reaches ${renderList(targets.map(ownerOf))}.`;
}

function breakHop({ route }: RoutedRequest): readonly Hop[] {
  return route?.to.breaks ? [{ label: 'Broken', text: route.to.breaks.message, at: route.to.breaks.at }] : [];
}

function renderAnswer(answer: RoutedRequest, request: Request): string {
  const hops = [...hopsOf(answer, request), ...breakHop(answer), ...doubtsOf(answer).map(({ reason, at }): Hop => ({ label: 'Not known', text: reason, at }))];
  const width = Math.max(0, ...hops.map(({ label }) => label.length)) + 3;
  const lines = hops.map(hop => `${`${hop.label}:`.padEnd(width)}${escapeUnseen(`${hop.text}${whereText(hop)}`)}\n`);
  return `${lines.join('')}${hops.length > 0 ? '\n' : ''}${escapeUnseen(conclude(answer))}\n`;
}

/** Why nothing takes a request: no Ingress has the host. */
export function nobodyHas({ request }: AskedUrl): string {
  return `No Ingress in these files takes host ${request.host}, and none has a default backend`;
}

/** A request hop by hop, each with its file and line, and where it ends. */
export function renderRequest(asked: AskedUrl, scopes: readonly ScopeAnswers[]): string {
  const shown = scopes.filter(({ answers }) => answers.length > 0);
  const heading = `${escapeUnseen(maskText(asked.url, []))}\n\n`;
  if (shown.length === 0) return `${heading}${escapeUnseen(nobodyHas(asked))}.\n`;
  const parts = shown.flatMap(({ cluster, answers }) =>
    answers.map(answer => {
      const scope = shown.length > 1 ? `# ${escapeUnseen(cluster.scope === '' ? '.' : cluster.scope)}\n` : '';
      return scope + renderAnswer(answer, asked.request);
    }),
  );
  return heading + parts.join('\n');
}

function answerValue(answer: RoutedRequest, scope: string, request: Request): PlainValue {
  const { outcome, route, entry } = answer;
  const undecided = doubtsOf(answer).map(({ reason }) => reason);
  return {
    scope,
    class: entry.className ?? null,
    outcome,
    route: route ? routeValue(route, scope) : null,
    hops: hopsOf(answer, request).map(({ label, text, at }) => ({ hop: label, text, ...(at ? pathAndLine(at) : { path: null, line: null }) })),
    undecided: undecided.length === 0 ? null : undecided.join('; '),
  };
}

/** A request and its answers, one an entry that has the host. */
export function requestValue({ url, request }: AskedUrl, scopes: readonly ScopeAnswers[]): PlainValue {
  const answers = scopes.flatMap(({ cluster, answers: found }) => found.map(answer => answerValue(answer, cluster.scope, request)));
  return { version: 1, url: maskText(url, []), answers };
}
