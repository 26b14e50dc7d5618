import { labelOf, nameplateOf } from '../model/resource.ts';
import type { Selector } from '../model/selector.ts';
import type { ServicePort } from '../model/service.ts';
import type { PredictedPort, PredictedSlice, ServiceEndpoints } from '../predict/endpoints/types.ts';
import { valueOf, type Field } from '../yaml/field.ts';
import type { Place } from '../yaml/place.ts';
import { nameEndpoints } from './endpoint-names.ts';
import { serviceValue } from './endpoints-json.ts';
import { escapeUnseen } from './escape.ts';
import type { PlainValue } from './yaml.ts';

/** One line of a description: a fact, and where it comes from. */
interface Fact {
  readonly label: string;
  readonly text: string;
  readonly at?: Place | undefined;
}

function show(field: Field<string | number | boolean>, absent = '<none>'): string {
  return field.state === 'known' ? String(field.value) : field.state === 'absent' ? absent : '<unknown>';
}

function placeOf(at: Place): { readonly path: string; readonly line: number } {
  return { path: at.file.path, line: at.file.lines.position(at.span.start).line };
}

function factOf(label: string, field: Field<string | number | boolean>, absent?: string): Fact {
  return { label, text: show(field, absent), at: field.state === 'absent' ? undefined : field.at };
}

function selectorText({ requirements, open }: Selector): string {
  const pairs = requirements.map(({ key, values: [value] }) => `${key}=${value ? show(value) : ''}`);
  if (open) pairs.push('<unknown>');
  return pairs.length === 0 ? '<none>' : pairs.join(',');
}

function pairsOf(label: string, pairs: readonly (readonly [string, Field<string>])[]): Fact {
  return { label, text: pairs.length === 0 ? '<none>' : pairs.map(([key, value]) => `${key}=${show(value)}`).join(',') };
}

/** The slice ports that a Service port gets its endpoints from: kube-proxy joins them by name and protocol (S-057). */
function isServedBy(port: ServicePort, slicePort: PredictedPort): boolean {
  return slicePort.name === (valueOf(port.name) ?? '') && slicePort.protocol === valueOf(port.protocol);
}

function endpointFacts({ port, to }: PredictedPort, { endpoints, source }: PredictedSlice): Fact[] {
  const number = port === undefined ? '*' : String(port);
  const container = to ? ` in container "${valueOf(to.container.name) ?? ''}"` : '';
  const at = to?.body.at ?? source?.body.get('kind').at;
  return nameEndpoints(endpoints).map(endpoint => ({ label: 'Endpoints', text: `${endpoint} on ${number}${container}`, at }));
}

function portFacts(port: ServicePort, { slices }: ServiceEndpoints): Fact[] {
  const protocol = show(port.protocol);
  const name = valueOf(port.name) ?? '<unset>';
  const facts: Fact[] = [{ label: 'Port', text: `${name}  ${show(port.number)}/${protocol}`, at: port.body.at }];
  const target = port.body.get('targetPort').at;
  facts.push({ label: 'TargetPort', text: `${show(port.targetPort)}/${protocol}`, at: port.targetPort.state === 'absent' ? undefined : target });
  if (port.nodePort.state !== 'absent') facts.push({ label: 'NodePort', text: `${name}  ${show(port.nodePort)}/${protocol}`, at: port.nodePort.at });
  const served = slices.flatMap(slice => slice.ports.filter(slicePort => isServedBy(port, slicePort)).flatMap(slicePort => endpointFacts(slicePort, slice)));
  const once = served.filter((fact, i) => served.findIndex(({ text }) => text === fact.text) === i);
  return [...facts, ...(once.length > 0 ? once : [{ label: 'Endpoints', text: '<none>' }])];
}

function podFacts({ slices }: ServiceEndpoints): Fact[] {
  const templates = new Set(slices.flatMap(slice => slice.endpoints.flatMap(({ pod }) => (pod ? [pod.template] : []))));
  return [...templates].map(template => ({ label: 'Pods of', text: labelOf(template.workload), at: template.labels.at }));
}

function factsOf(endpoints: ServiceEndpoints): readonly Fact[] {
  const { service, slices, doubts } = endpoints;
  const { resource, spec } = service;
  const texts = (key: 'labels' | 'annotations'): readonly (readonly [string, Field<string>])[] =>
    resource.metadata
      .get(key)
      .as<Readonly<Record<string, string>>>()
      .entries()
      .map(({ key: name, value }) => [name, value.string()] as const);
  return [
    { label: 'Name', text: show(resource.name), at: nameplateOf(resource) },
    factOf('Namespace', resource.namespace),
    pairsOf('Labels', texts('labels')),
    pairsOf('Annotations', texts('annotations')),
    { label: 'Selector', text: selectorText(service.selector), at: service.selector.written ? service.selector.at : undefined },
    factOf('Type', service.type),
    { label: 'Address Types', text: [...new Set(slices.map(({ addressType }) => addressType))].join(',') || '<none>' },
    factOf('IP', service.clusterIP, valueOf(service.type) === 'ExternalName' ? '<none>' : '<assigned by the cluster>'),
    ...(spec.get('externalName').isPresent ? [factOf('External Name', spec.get('externalName').string())] : []),
    ...(service.ports.length === 0
      ? podFacts(endpoints).map(fact => ({ ...fact, label: 'Endpoints' }))
      : service.ports.flatMap(port => portFacts(port, endpoints))),
    factOf('Session Affinity', spec.get('sessionAffinity').string(), 'None'),
    ...podFacts(endpoints),
    ...doubts.map(({ reason, at }) => ({ label: 'Not Known', text: reason, at })),
  ];
}

/** Predicted as `kubectl describe service` tells it, each fact with the file and line that it comes from. */
export function renderServiceDescription(endpoints: ServiceEndpoints): string {
  const facts = factsOf(endpoints);
  const width = Math.max(...facts.map(({ label }) => label.length)) + 3;
  return facts
    .map(({ label, text, at }) => {
      const from = at && placeOf(at);
      return `${`${label}:`.padEnd(width)}${escapeUnseen(text)}${from ? `  (${escapeUnseen(from.path)}:${String(from.line)})` : ''}\n`;
    })
    .join('');
}

/** The contract of design §9.2 for one Service, with the facts and their places. */
export function describeValue(endpoints: ServiceEndpoints, scope: string): PlainValue {
  const facts = factsOf(endpoints).map(({ label, text, at }) => ({ label, text, ...(at ? placeOf(at) : { path: null, line: null }) }));
  return { ...serviceValue(endpoints, scope), facts };
}
