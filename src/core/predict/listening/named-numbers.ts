import type { Answer } from '../../model/answer.ts';
import type { Cluster } from '../../model/cluster.ts';
import type { Container } from '../../model/pod.ts';
import type { PodTemplate } from '../../model/pod.ts';
import { probesOf } from '../../model/probe.ts';
import { UNKNOWN, type Resource } from '../../model/resource.ts';
import type { Cursor } from '../../yaml/cursor.ts';
import { valueOf } from '../../yaml/field.ts';
import { isSettled } from './settled.ts';

/** Fields whose numbers are those that others ask, and nothing that the process is told. */
const ASKING_FIELDS = new Set(['readinessProbe', 'livenessProbe', 'startupProbe', 'lifecycle']);

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
  readonly asked: ReadonlySet<number>;
  readonly told: ReadonlySet<number>;
  readonly data: readonly Resource[];
  /** Placeholders stand where a number may be named. */
  readonly open: boolean;
}

const BY_POD = new WeakMap<PodTemplate, Named>();

function hidesProbePort(container: Container): boolean {
  const { body } = container;
  const probes = [body.get('readinessProbe'), body.get('livenessProbe'), body.get('startupProbe')];
  return probes.some(probe => probe.isUnknown) || probesOf(container).some(({ port }) => port.state === 'unknown');
}

/** Data of a name that is not known, or that an open set may hold and does not show. */
function isUnread({ kind, name }: DataReference, pod: PodTemplate, cluster: Cluster): boolean {
  const known = name.string();
  if (known.state !== 'known') return known.state === 'unknown';
  const mayBeThere = cluster.isOpen || cluster.ofKind(UNKNOWN).length > 0 || cluster.ofKind(kind).some(({ name: other }) => other.state === 'unknown');
  return kind === 'ConfigMap' && mayBeThere && cluster.find(pod.workload, kind, known.value).length === 0;
}

function readNamed(pod: PodTemplate, cluster: Cluster): Named {
  const [asked, told] = [new Set<number>(), new Set<number>()];
  const entries = pod.containers.flatMap(({ body }) => body.entries()).filter(({ key }) => !SILENT_FIELDS.has(key));
  for (const { key, value } of entries) addNumbers(value.source, ASKING_FIELDS.has(key) ? asked : told);
  const annotations = pod.body.get('metadata').get('annotations');
  addNumbers(annotations.source, told);
  const data = dataReadBy(pod, cluster);
  const references = [...pod.containers.flatMap(container => [...dataOfContainer(container)]), ...dataOfVolumes(pod)];
  const hides =
    pod.containers.some(container => !isSettled(container) || hidesProbePort(container)) ||
    annotations.isUnknown ||
    references.some(reference => isUnread(reference, pod, cluster));
  return { asked, told, data, open: hides || data.some(hidesValues) };
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

function namedIn(pod: PodTemplate, cluster: Cluster): Named {
  let named = BY_POD.get(pod);
  if (!named) {
    named = readNamed(pod, cluster);
    BY_POD.set(pod, named);
  }
  return named;
}

/**
 * Whether the processes of a pod are told a number, by arguments, environment, annotations, or the ConfigMaps and Secrets that they read:
 * then one may well listen there, whatever the containers declare (S-036).
 */
export function isToldNumber(pod: PodTemplate, number: number, cluster: Cluster): Answer {
  const { told, data, open } = namedIn(pod, cluster);
  if (told.has(number) || data.some(resource => numbersOfData(resource).has(number))) return 'yes';
  return open ? 'unknown' : 'no';
}

/** The same, and whether a probe asks for it. */
export function namesNumber(pod: PodTemplate, number: number, cluster: Cluster): Answer {
  return namedIn(pod, cluster).asked.has(number) ? 'yes' : isToldNumber(pod, number, cluster);
}
