import type { Cluster } from '../model/cluster.ts';
import { stripKindWords } from '../model/name.ts';
import { mayMeet } from '../model/namespace.ts';
import type { PodTemplate } from '../model/pod.ts';
import { fileOf } from '../model/resource.ts';
import type { PodSelecting } from '../model/selection.ts';
import { readLabels } from '../model/labels.ts';
import { nearness, nearnessOfNames } from '../text/near.ts';
import { valueOf } from '../yaml/field.ts';

/** What ties a Service, or whatever selects pods, to a workload apart from its selector. */
export interface Tie {
  /** `equal`: but for words such as `svc` and `deployment`. `near`: one slip apart. `part`: one name extends the other. */
  readonly name: 'equal' | 'near' | 'part' | undefined;
  /** Named alike with another number, or without a name that is known, which makes the two siblings and not twins. */
  readonly isSibling: boolean;
  /** An application label of the object that the pods or their workload carry with the same value. */
  readonly application: boolean;
  readonly file: boolean;
  /** A port of the Service goes to a port that the pods declare. */
  readonly ports: boolean;
}

/** A workload that something evidently means. */
export interface Twin {
  readonly template: PodTemplate;
  readonly tie: Tie;
}

/** Keys whose value names the application. */
const APPLICATION_KEYS = [
  'app.kubernetes.io/name',
  'app',
  'k8s-app',
  'name',
  'run',
  'service',
  'component',
  'app.kubernetes.io/component',
  'io.kompose.service',
];

export function isApplicationKey(key: string): boolean {
  return APPLICATION_KEYS.includes(key);
}

function tieByName(from: PodSelecting, template: PodTemplate): Tie['name'] {
  const [a, b] = [valueOf(from.resource.name), valueOf(template.workload.name)];
  if (a === undefined || b === undefined) return undefined;
  const near = nearnessOfNames(stripKindWords(a), stripKindWords(b));
  return near === undefined ? undefined : (['equal', 'near', 'part'] as const)[near];
}

function areSiblings(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined || (nearness(a, b) !== undefined && nearnessOfNames(a, b) === undefined);
}

function tieByApplication(from: PodSelecting, template: PodTemplate): boolean {
  const own = readLabels(from.resource.metadata.get('labels'));
  const workload = readLabels(template.workload.metadata.get('labels'));
  const [key] = APPLICATION_KEYS.filter(candidate => own.entries.has(candidate));
  const field = key === undefined ? undefined : own.entries.get(key);
  const value = field && valueOf(field);
  if (key === undefined || value === undefined) return false;
  return [template.labels, workload].some(labels => {
    const carried = labels.entries.get(key);
    return carried !== undefined && valueOf(carried) === value;
  });
}

/** Whether a port of the Service goes to a number or name that a container of the pods declares. */
export function portsMeet({ ports = [] }: PodSelecting, template: PodTemplate): boolean {
  const declared = new Set(template.containers.flatMap(container => container.ports.flatMap(port => [valueOf(port.number), valueOf(port.name)])));
  return ports.some(port => {
    const target = valueOf(port.targetPort);
    return target !== undefined && declared.has(target);
  });
}

export function tieBetween(from: PodSelecting, template: PodTemplate): Tie {
  return {
    name: tieByName(from, template),
    isSibling: areSiblings(valueOf(from.resource.name), valueOf(template.workload.name)),
    application: tieByApplication(from, template),
    file: fileOf(from.resource) === fileOf(template.workload),
    ports: portsMeet(from, template),
  };
}

const NAME_WEIGHT = { equal: 8, near: 5, part: 2 };

/** How much a tie says; 0 for none. */
export function weighTie({ name, application, file, ports }: Tie): number {
  return (name ? NAME_WEIGHT[name] : 0) + (application ? 3 : 0) + (file ? 2 : 0) + (ports ? 2 : 0);
}

/** Workloads that an object evidently means, by name or application, the likeliest first. */
export function findTwins(from: PodSelecting, cluster: Cluster): readonly Twin[] {
  const index = cluster.nearPodIndex;
  const labels = readLabels(from.resource.metadata.get('labels'));
  const clues = [
    ...index.named(valueOf(from.resource.name) ?? ''),
    ...[...labels.entries].filter(([key]) => isApplicationKey(key)).flatMap(([key, value]) => index.carrying(key, valueOf(value) ?? '')),
    ...index.besides(from.resource),
  ];
  return [...new Set(clues)]
    .filter(template => mayMeet(from.resource, template.workload))
    .map(template => ({ template, tie: tieBetween(from, template) }))
    .filter(({ tie }) => tie.name !== undefined || tie.application || (tie.file && tie.ports))
    .sort((a, b) => weighTie(b.tie) - weighTie(a.tie));
}
