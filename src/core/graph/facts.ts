import type { PodTemplate } from '../model/pod.ts';
import type { Resource } from '../model/resource.ts';
import type { Cursor } from '../yaml/cursor.ts';
import type { GraphFact } from './graph.ts';

/** Values of a list that are shown. */
const MOST = 6;

type Show = (body: Cursor) => readonly (string | undefined)[] | string | undefined;

/** A path of keys below an object. */
function at(body: Cursor, path: string): Cursor {
  return path.split('.').reduce((cursor, key) => cursor.get(key), body);
}

const text =
  (path: string): Show =>
  body =>
    at(body, path).text;

const keysBelow = (body: Cursor, ...paths: readonly string[]): string[] =>
  paths.flatMap(path =>
    at(body, path)
      .as<Readonly<Record<string, string>>>()
      .entries()
      .map(({ key }) => key),
  );

const keys =
  (...paths: readonly string[]): Show =>
  body =>
    keysBelow(body, ...paths);

/** A line of variables without `=` becomes a key, and may be the secret itself: what no key can be is not shown. */
const secretKeys: Show = body => keysBelow(body, 'data', 'stringData').map(key => (/^[-._a-zA-Z0-9]+$/.test(key) ? key : '…'));

const pairs =
  (path: string): Show =>
  body =>
    at(body, path)
      .as<Readonly<Record<string, string>>>()
      .entries()
      .map(({ key, value }) => `${key}=${value.text ?? '?'}`);

const each =
  (path: string, show: (item: Cursor) => string | undefined): Show =>
  body =>
    at(body, path)
      .items()
      .map(item => show(item));

function portOf(port: Cursor): string {
  const [number, target, name, protocol] = ['port', 'targetPort', 'name', 'protocol'].map(key => port.get(key).text);
  return `${name === undefined ? '' : `${name} `}${number ?? '?'}${target === undefined || target === number ? '' : ` → ${target}`}${protocol === undefined || protocol === 'TCP' ? '' : `/${protocol}`}`;
}

const range: Show = body => `${at(body, 'spec.minReplicas').text ?? '1'}–${at(body, 'spec.maxReplicas').text ?? '?'}`;

/** What is told of objects of a kind: never a value of a Secret, a ConfigMap or a variable. */
const BY_KIND: Readonly<Record<string, readonly (readonly [string, Show])[]>> = {
  Service: [
    ['Type', text('spec.type')],
    ['Cluster IP', text('spec.clusterIP')],
    ['Ports', each('spec.ports', portOf)],
    ['Selector', pairs('spec.selector')],
    ['External name', text('spec.externalName')],
  ],
  Ingress: [
    ['Class', text('spec.ingressClassName')],
    ['Hosts', each('spec.rules', rule => rule.get('host').text ?? '*')],
    ['TLS', each('spec.tls', tls => tls.get('secretName').text)],
  ],
  HTTPRoute: [['Hosts', each('spec.hostnames', host => host.text)]],
  Gateway: [
    ['Class', text('spec.gatewayClassName')],
    ['Listeners', each('spec.listeners', item => `${item.get('protocol').text ?? ''} ${item.get('port').text ?? ''}`.trim())],
  ],
  ConfigMap: [['Keys', keys('data', 'binaryData')]],
  Secret: [
    ['Type', text('type')],
    ['Keys', secretKeys],
  ],
  PersistentVolumeClaim: [
    ['Size', text('spec.resources.requests.storage')],
    ['Access', each('spec.accessModes', mode => mode.text)],
    ['Class', text('spec.storageClassName')],
  ],
  HorizontalPodAutoscaler: [['Replicas', range]],
  PodDisruptionBudget: [
    ['Minimum available', text('spec.minAvailable')],
    ['Maximum unavailable', text('spec.maxUnavailable')],
    ['Selector', pairs('spec.selector.matchLabels')],
  ],
  NetworkPolicy: [['Pods', pairs('spec.podSelector.matchLabels')]],
  CronJob: [['Schedule', text('spec.schedule')]],
};

function show(values: ReturnType<Show>): string {
  if (typeof values === 'string' || values === undefined) return values ?? '';
  const known = values.filter(value => value !== undefined);
  return known.length > MOST ? `${known.slice(0, MOST).join(', ')} and ${String(known.length - MOST)} more` : known.join(', ');
}

function podFacts(pods: readonly PodTemplate[]): GraphFact[] {
  return pods.flatMap(({ body, containers, replicas }) => {
    const ports = containers.flatMap(container => container.ports.map(port => port.body.get('containerPort').text));
    return [
      { label: 'Replicas', text: replicas.state === 'known' ? String(replicas.value) : '' },
      { label: 'Images', text: show(containers.map(container => container.body.get('image').text)) },
      { label: 'Ports', text: show(ports) },
      { label: 'Labels', text: show(pairs('metadata.labels')(body.as())) },
    ];
  });
}

/** What a reader wants to know of an object before opening its file. */
export function factsOf(resource: Resource, pods: readonly PodTemplate[]): readonly GraphFact[] {
  const own = (BY_KIND[resource.kind] ?? []).map(([label, read]) => ({ label, text: show(read(resource.body)) }));
  return [...own, ...podFacts(pods)].filter(fact => fact.text !== '');
}
