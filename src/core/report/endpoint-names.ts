import { groupBy } from '../model/group-by.ts';
import type { PredictedEndpoint, PredictedPort } from '../predict/endpoints/types.ts';
import { valueOf } from '../yaml/field.ts';

/** Names shown in one cell, as kubectl does; the rest is counted. */
const MOST_NAMES = 3;

function ownerOf({ pod, address }: PredictedEndpoint): string {
  return pod ? `${pod.template.workload.kind}/${valueOf(pod.template.workload.name) ?? ''}` : (address ?? '');
}

/** What is wrong with an endpoint: nothing for one that is ready, which it also is where it states nothing. */
function conditionOf({ ready, terminating }: PredictedEndpoint): string | undefined {
  if (terminating === true) return 'terminating';
  return ready === false ? 'not ready' : undefined;
}

function renderGroup(endpoints: readonly PredictedEndpoint[]): string {
  const [first] = endpoints;
  if (!first) return '';
  const indexes = endpoints.map(({ pod }) => pod?.index).filter(index => index !== undefined);
  const numbered = first.pod?.template.workload.kind === 'StatefulSet';
  const [lowest, highest] = [indexes[0] ?? 0, indexes.at(-1) ?? 0];
  const ordinals = !numbered ? '' : highest > lowest ? `-${String(lowest)}..${String(highest)}` : `-${String(lowest)}`;
  const everyNode = first.pod?.template.workload.kind === 'DaemonSet' && first.pod.index === undefined;
  const count = everyNode ? 'one a node' : endpoints.length > 1 && !numbered ? String(endpoints.length) : undefined;
  const notes = [count, conditionOf(first)].filter(note => note !== undefined);
  return `${ownerOf(first)}${ordinals}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`;
}

/** Consecutive ordinals of a StatefulSet may share a name: `db-0..2`; a gap parts them. */
function partKeyOf(endpoint: PredictedEndpoint, position: number): string {
  const numbered = endpoint.pod?.template.workload.kind === 'StatefulSet';
  const run = numbered ? (endpoint.pod.index ?? 0) - position : 0;
  return `${ownerOf(endpoint)} ${conditionOf(endpoint) ?? ''} ${String(run)}`;
}

/** Endpoints by the workloads behind them, each once with its number of pods. */
export function nameEndpoints(endpoints: readonly PredictedEndpoint[]): readonly string[] {
  const byOwner = [...groupBy(endpoints, ownerOf).values()];
  return byOwner.flatMap(group =>
    [...groupBy(group.entries(), ([position, endpoint]) => partKeyOf(endpoint, position)).values()].map(part =>
      renderGroup(part.map(([, endpoint]) => endpoint)),
    ),
  );
}

/** `a, b, c + 2 more`; `<none>` for nothing. */
export function renderNames(names: readonly string[]): string {
  if (names.length === 0) return '<none>';
  const more = names.length - MOST_NAMES;
  return names.slice(0, MOST_NAMES).join(', ') + (more > 0 ? ` + ${String(more)} more` : '');
}

/** `http 8080/TCP`; `*` for the port of a slice that takes all. */
export function renderPort({ name, port, protocol }: PredictedPort): string {
  const number = `${port === undefined ? '*' : String(port)}/${protocol}`;
  return name === '' ? number : `${name} ${number}`;
}
