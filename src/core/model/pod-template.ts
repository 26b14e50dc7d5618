import type { PodSpec, PodTemplateSpec } from 'kubernetes-types/core/v1.d.ts';
import type { LabelSelector } from 'kubernetes-types/meta/v1.d.ts';
import type { Cursor } from '../yaml/cursor.ts';
import type { Field } from '../yaml/field.ts';
import { readContainer } from './container.ts';
import { withDefault } from './default.ts';
import { readLabels } from './labels.ts';
import type { Container, PodTemplate } from './pod.ts';
import type { Resource } from './resource.ts';
import { readLabelSelector, readMapSelector, type Selector } from './selector.ts';
import { findWorkloadKind, type WorkloadKind } from './workload-kinds.ts';

function follow(body: Cursor, path: readonly string[]): Cursor {
  return path.reduce((cursor, key) => cursor.get(key), body);
}

function readContainers(pod: PodTemplate): readonly Container[] {
  const containers = pod.spec
    .get('containers')
    .items()
    .map(body => readContainer(body, 'containers', pod));
  const init = pod.spec
    .get('initContainers')
    .items()
    .map(body => readContainer(body, 'initContainers', pod));
  return [...containers, ...init.filter(container => container.role === 'sidecar'), ...init.filter(container => container.role === 'init')];
}

function mayHideContainers(spec: Cursor<PodSpec>): boolean {
  const lists = [spec.get('containers'), spec.get('initContainers')];
  return spec.isOpen || lists.some(list => list.isOpen || list.items().some(item => !item.isMapping));
}

function readReplicas(resource: Resource, kind: WorkloadKind | undefined, at: Cursor<PodTemplateSpec>): Field<number> {
  if (!kind) return { state: 'unknown', why: 'wrong-type', at: at.at };
  const suspended = kind.suspend && follow(resource.body, kind.suspend).boolean();
  if (suspended?.state === 'unknown') return suspended;
  if (suspended?.state === 'known' && suspended.value) return { state: 'known', value: 0, at: suspended.at };
  if (kind.kind === 'DaemonSet') return { state: 'unknown', why: 'wrong-type', at: at.at };
  if (!kind.replicas) return { state: 'known', value: 1, at: at.at };
  return withDefault(follow(resource.body, kind.replicas).number(), 1);
}

function readSelector(resource: Resource, kind: WorkloadKind | undefined): Selector | undefined {
  const selector = resource.body.get('spec').get('selector');
  if (kind?.selector === 'map') return readMapSelector(selector.as<Readonly<Record<string, string>>>());
  return kind?.selector === 'label-selector' ? readLabelSelector(selector.as<LabelSelector>()) : undefined;
}

/** The template at a cursor; `kind` is undefined where a custom resource embeds it. */
export function readPodTemplate(workload: Resource, kind: WorkloadKind | undefined, body: Cursor<PodTemplateSpec>): PodTemplate {
  const spec = body.get('spec');
  const labels = readLabels(body.get('metadata').get('labels'));
  const containers: Container[] = [];
  const pod: PodTemplate = {
    workload,
    kind,
    body,
    spec,
    labels: kind ? labels : { ...labels, open: true },
    containers,
    containersOpen: mayHideContainers(spec),
    replicas: readReplicas(workload, kind, body),
    selector: readSelector(workload, kind),
  };
  containers.push(...readContainers(pod));
  return pod;
}

/** Mappings looked at in one custom resource while searching for pod templates. */
const SEARCH_BUDGET = 2000;

/** Pod templates inside a custom resource, found by their shape: `spec.containers` that is a list (S-014). */
function* findEmbedded(resource: Resource): Iterable<PodTemplate> {
  const pending: Cursor[] = [resource.body.get('spec')];
  for (let looked = 0; looked < SEARCH_BUDGET; looked++) {
    const cursor = pending.shift();
    if (!cursor) return;
    const template = cursor.as<PodTemplateSpec>();
    if (template.get('spec').get('containers').isList) yield readPodTemplate(resource, undefined, template);
    else
      pending.push(
        ...cursor
          .entries()
          .map(entry => entry.value)
          .filter(value => value.isMapping || value.isList),
        ...cursor.items().filter(item => item.isMapping),
      );
  }
}

/** Groups whose objects hold no pod templates, so that large ones are not searched. */
const WITHOUT_TEMPLATES = new Set([
  '',
  'apiextensions.k8s.io',
  'rbac.authorization.k8s.io',
  'networking.k8s.io',
  'policy',
  'autoscaling',
  'discovery.k8s.io',
  'storage.k8s.io',
]);

/** All pod templates of an object: one for a workload, any number for a custom resource. */
export function readPodTemplates(resource: Resource): PodTemplate[] {
  const kind = findWorkloadKind(resource.group, resource.kind);
  if (kind) return [readPodTemplate(resource, kind, follow(resource.body, kind.template).as<PodTemplateSpec>())];
  return WITHOUT_TEMPLATES.has(resource.group) ? [] : [...findEmbedded(resource)];
}
