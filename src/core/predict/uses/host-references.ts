import { findWorkloadKind } from '../../model/workload-kinds.ts';
import type { PodTemplate } from '../../model/pod.ts';
import type { Resource } from '../../model/resource.ts';
import type { Cursor } from '../../yaml/cursor.ts';
import { valueOf } from '../../yaml/field.ts';
import { PartPlace, type Place } from '../../yaml/place.ts';
import { isHostSetting, isHostWord, readHostNames, type HostName } from './host-names.ts';
import type { ServiceReference } from './service-reference.ts';

/** What the names of a set say of an address: which labels are a Service, and which its namespace. */
export interface NameTable {
  readonly clusterDomain: string;
  has(name: string): boolean;
}

interface HostText {
  readonly from: Resource;
  readonly pod: PodTemplate | undefined;
  readonly value: Cursor<unknown>;
  /** Name of the variable or key that holds the text. */
  readonly setting: string;
  /** Port that a variable beside this one gives: `DB_PORT` of `DB_HOST`. */
  readonly port: number | undefined;
}

interface ServiceName {
  readonly name: string;
  readonly namespace: string | undefined;
  readonly podName: string | undefined;
  /** The name ends in `.svc`: it can mean nothing but a Service. */
  readonly qualified: boolean;
}

/** Labels without `.svc` and what follows it; undefined for names of other domains. */
function withoutSuffix(labels: readonly string[], clusterDomain: string): { labels: readonly string[]; qualified: boolean } | undefined {
  const at = labels.lastIndexOf('svc');
  if (at < 2) return labels.length <= 3 ? { labels, qualified: false } : undefined;
  const rest = labels.slice(at + 1).join('.');
  return rest === '' || rest === clusterDomain || rest === 'cluster.local' ? { labels: labels.slice(0, at), qualified: true } : undefined;
}

/**
 * What an address can mean in cluster DNS, by the search list of a pod (S-220, S-231): `svc`, `svc.ns`, `pod.svc`, `pod.svc.ns`.
 * Two labels are a Service and its namespace, or a pod and its Service: the one that the set knows, the first where it knows both.
 */
export function readServiceName(host: readonly string[], table: NameTable): ServiceName | undefined {
  const short = withoutSuffix(host, table.clusterDomain);
  if (!short) return undefined;
  const { labels, qualified } = short;
  const [first = '', second, third] = labels;
  if (third !== undefined) return labels.length === 3 && second !== undefined ? { name: second, namespace: third, podName: first, qualified } : undefined;
  if (second === undefined) return { name: first, namespace: undefined, podName: undefined, qualified };
  if (!qualified && !table.has(first) && table.has(second)) return { name: second, namespace: undefined, podName: first, qualified };
  return { name: first, namespace: second, podName: undefined, qualified };
}

/** Whether the form of an address leaves no doubt that it is one. */
function isAddress(host: HostName, name: ServiceName, { setting }: HostText): boolean {
  if (host.scheme !== undefined || host.port !== undefined || name.qualified) return true;
  if (name.podName !== undefined) return host.labels.length === 2 ? /^\*$|[-*\d]$/.test(name.podName) : true;
  return host.alone && isHostSetting(setting) && isHostWord(name.name);
}

/** The exact place within a text that is written as it is read; the whole scalar where escapes move offsets. */
function placeOf(value: Cursor<unknown>, host: HostName, isSource: boolean): Place {
  return isSource ? new PartPlace(value.at, { start: host.start, end: host.end }) : value.at;
}

function* readHosts(text: HostText, table: NameTable): Iterable<ServiceReference> {
  const { from, pod, value } = text;
  const isSource = value.isScalar && !(value.source.startsWith('"') && value.source.includes('\\'));
  const content = isSource ? value.source.replace(/^(["'])([^]*)\1$/, ' $2 ') : (value.text ?? '');
  for (const host of readHostNames(content)) {
    const name = readServiceName(host.labels, table);
    if (!name || !table.has(name.name) || !isAddress(host, name, text)) continue;
    const [port, isImplied] = host.port === undefined ? [text.port, false] : [host.port, host.portImplied];
    const place = placeOf(value, host, isSource);
    const reference = { via: 'host-name', from, pod, name: name.name, namespace: name.namespace, port, at: place } as const;
    yield { ...reference, ...(isImplied ? { portImplied: true } : {}), ...(name.podName === undefined ? {} : { podName: name.podName }) };
  }
}

/** `DB_HOST` and `DB_PORT` belong together. */
function portsByHost(variables: readonly (readonly [string, Cursor<unknown>])[]): (setting: string) => number | undefined {
  const values = new Map(variables.map(([name, value]) => [name.toUpperCase(), value.text]));
  return setting => {
    const stem = setting.toUpperCase().replace(/(?:HOST(?:NAME)?|ADDR(?:ESS)?|SERVER|ENDPOINT|URL)$/, '');
    const port = stem === setting.toUpperCase() ? undefined : values.get(`${stem}PORT`);
    return port !== undefined && /^\d{1,5}$/.test(port) ? Number(port) : undefined;
  };
}

function* textsOfPod(pod: PodTemplate): Iterable<HostText> {
  for (const container of pod.containers) {
    const { body } = container;
    const variables = body
      .get('env')
      .items()
      .map(variable => [valueOf(variable.get('name').string()) ?? '', variable.get('value')] as const);
    const portOf = portsByHost(variables);
    for (const [setting, value] of variables) yield { from: pod.workload, pod, value, setting, port: portOf(setting) };
    const args = [...body.get('command').items(), ...body.get('args').items()];
    for (const [i, value] of args.entries()) yield { from: pod.workload, pod, value, setting: (args[i - 1]?.text ?? '').replace(/^-+/, ''), port: undefined };
  }
}

function* textsOfData(from: Resource): Iterable<HostText> {
  const sections = from.kind === 'ConfigMap' ? ['data'] : ['stringData'];
  const entries = sections.flatMap(section => from.body.get(section).entries());
  // `_example` documents what could be written.
  const used = entries.filter(({ key }) => key !== '_example');
  const portOf = portsByHost(used.map(({ key, value }) => [key, value] as const));
  for (const { key, value } of used) yield { from, pod: undefined, value, setting: key, port: portOf(key) };
}

/** Hosts of an Istio VirtualService: each destination is a host name with a port number (S-308). */
function* readVirtualService(from: Resource, table: NameTable): Iterable<ServiceReference> {
  const spec = from.body.get('spec');
  for (const route of ['http', 'tcp', 'tls'].flatMap(key => spec.get(key).items())) {
    const destinations = [
      ...route
        .get('route')
        .items()
        .map(entry => entry.get('destination')),
      route.get('mirror'),
    ];
    for (const destination of destinations) {
      const host = valueOf(destination.get('host').string());
      const name = host === undefined ? undefined : readServiceName(host.split('.'), table);
      if (!name) continue;
      const port = valueOf(destination.get('port').get('number').number());
      yield { via: 'route', from, pod: undefined, name: name.name, namespace: name.namespace, port, at: destination.get('host').at };
    }
  }
}

/** The Services of the set that an object names by a host name: in variables, arguments, ConfigMaps, Secrets and mesh routes. */
export function* readHostReferences(from: Resource, pods: readonly PodTemplate[], table: NameTable): Iterable<ServiceReference> {
  if (from.kind === 'VirtualService') yield* readVirtualService(from, table);
  const isData = from.group === '' && (from.kind === 'ConfigMap' || from.kind === 'Secret');
  const texts = isData ? textsOfData(from) : pods.flatMap(pod => [...textsOfPod(pod)]);
  if (isData || pods.length > 0 || findWorkloadKind(from.group, from.kind)) for (const text of texts) yield* readHosts(text, table);
}
