import type { Answer } from '../../model/answer.ts';
import type { Cluster } from '../../model/cluster.ts';
import type { Container } from '../../model/pod.ts';
import type { PodTemplate } from '../../model/pod.ts';
import { UNKNOWN, type Resource } from '../../model/resource.ts';
import type { Cursor } from '../../yaml/cursor.ts';
import { valueOf } from '../../yaml/field.ts';
import { isSettled } from './settled.ts';

/** Fields of a container whose numbers say nothing of what its process listens on. */
const SILENT_FIELDS = new Set(['ports', 'resources', 'image', 'securityContext', 'name']);

/** Numbers that can be ports; parts of addresses and versions (`10.0.80.1`) are none. */
const NUMBER = /(?<![\d.])\d{2,5}(?!\d|\.\d)/g;

function addNumbers(text: string, numbers: Set<number>): void {
  for (const [digits] of text.matchAll(NUMBER)) numbers.add(Number(digits));
}

const BY_RESOURCE = new WeakMap<Resource, ReadonlySet<number>>();

function numbersOfData(resource: Resource): ReadonlySet<number> {
  let numbers = BY_RESOURCE.get(resource);
  if (!numbers) {
    const found = new Set<number>();
    for (const key of ['data', 'stringData', 'binaryData']) addNumbers(resource.body.get(key).source, found);
    numbers = found;
    BY_RESOURCE.set(resource, numbers);
  }
  return numbers;
}

interface DataReference {
  readonly kind: 'ConfigMap' | 'Secret';
  readonly name: Cursor<unknown>;
}

function* dataOfContainer({ body }: Container): Iterable<DataReference> {
  for (const source of body.get('envFrom').items()) {
    yield { kind: 'ConfigMap', name: source.get('configMapRef').get('name') };
    yield { kind: 'Secret', name: source.get('secretRef').get('name') };
  }
  for (const variable of body.get('env').items()) {
    yield { kind: 'ConfigMap', name: variable.get('valueFrom').get('configMapKeyRef').get('name') };
    yield { kind: 'Secret', name: variable.get('valueFrom').get('secretKeyRef').get('name') };
  }
}

function* dataOfVolumes({ spec }: PodTemplate): Iterable<DataReference> {
  for (const volume of spec.get('volumes').items()) {
    yield { kind: 'ConfigMap', name: volume.get('configMap').get('name') };
    yield { kind: 'Secret', name: volume.get('secret').get('secretName') };
    for (const source of volume.get('projected').get('sources').items()) {
      yield { kind: 'ConfigMap', name: source.get('configMap').get('name') };
      yield { kind: 'Secret', name: source.get('secret').get('name') };
    }
  }
}

/** The ConfigMaps and Secrets of the set that a pod reads, by its environment and its volumes. */
export function dataReadBy(pod: PodTemplate, cluster: Cluster): readonly Resource[] {
  const references = [...pod.containers.flatMap(container => [...dataOfContainer(container)]), ...dataOfVolumes(pod)];
  const found = references.flatMap(({ kind, name }) => {
    const known = valueOf(name.string());
    return known === undefined ? [] : cluster.find(pod.workload, kind, known);
  });
  return [...new Set(found)];
}

interface Named {
  readonly own: ReadonlySet<number>;
  readonly data: readonly Resource[];
  /** Placeholders stand where a number may be named. */
  readonly open: boolean;
}

const BY_POD = new WeakMap<PodTemplate, Named>();

function hidesProbePort({ body }: Container): boolean {
  const probes = [body.get('readinessProbe'), body.get('livenessProbe'), body.get('startupProbe')];
  return probes.some(
    probe =>
      probe.isUnknown || [probe.get('httpGet').get('port').as<unknown>(), probe.get('tcpSocket').get('port'), probe.get('grpc').get('port')].some(isHidden),
  );
}

function isHidden(value: Cursor<unknown>): boolean {
  return value.isUnknown || value.scalar().state === 'unknown';
}

/** Data of a name that is not known, or that an open set may hold and does not show. */
function isUnread({ kind, name }: DataReference, pod: PodTemplate, cluster: Cluster): boolean {
  const known = name.string();
  if (known.state !== 'known') return known.state === 'unknown';
  const mayBeThere = cluster.isOpen || cluster.ofKind(UNKNOWN).length > 0 || cluster.ofKind(kind).some(({ name: other }) => other.state === 'unknown');
  return kind === 'ConfigMap' && mayBeThere && cluster.find(pod.workload, kind, known.value).length === 0;
}

function readNamed(pod: PodTemplate, cluster: Cluster): Named {
  const own = new Set<number>();
  for (const { body } of pod.containers) for (const { key, value } of body.entries()) if (!SILENT_FIELDS.has(key)) addNumbers(value.source, own);
  const annotations = pod.body.get('metadata').get('annotations');
  addNumbers(annotations.source, own);
  const data = dataReadBy(pod, cluster);
  const references = [...pod.containers.flatMap(container => [...dataOfContainer(container)]), ...dataOfVolumes(pod)];
  const hides =
    pod.containers.some(container => !isSettled(container) || hidesProbePort(container)) ||
    annotations.isUnknown ||
    references.some(reference => isUnread(reference, pod, cluster));
  return { own, data, open: hides || data.some(hidesValues) };
}

/** Whether a value of the data is a placeholder as a whole. Braces within a text of several lines belong to the program that reads it. */
function hidesValues(resource: Resource): boolean {
  const values = ['data', 'stringData'].flatMap(key =>
    resource.body
      .get(key)
      .entries()
      .map(({ value }) => value),
  );
  return values.some(value => value.isUnknown || (value.scalar().state === 'unknown' && !value.source.includes('\n')));
}

/**
 * Whether anything but the declared ports names a number in the pods of a template: arguments, environment, probes, annotations, or the
 * ConfigMaps and Secrets that they read. Then the process may well listen there, whatever its containers declare (S-036).
 */
export function namesNumber(pod: PodTemplate, number: number, cluster: Cluster): Answer {
  let named = BY_POD.get(pod);
  if (!named) {
    named = readNamed(pod, cluster);
    BY_POD.set(pod, named);
  }
  if (named.own.has(number) || named.data.some(resource => numbersOfData(resource).has(number))) return 'yes';
  return named.open ? 'unknown' : 'no';
}
