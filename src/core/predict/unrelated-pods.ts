import type { Cluster } from '../model/cluster.ts';
import type { DisruptionBudget } from '../model/disruption-budgets.ts';
import { stripKindWords } from '../model/name.ts';
import type { PodTemplate } from '../model/pod.ts';
import { labelOf } from '../model/resource.ts';
import type { PodSelecting, Selection } from '../model/selection.ts';
import { isEmpty } from '../model/selector.ts';
import type { Service, ServicePort } from '../model/service.ts';
import { nearnessOfNames } from '../text/near.ts';
import type { Untyped } from '../yaml/untyped.ts';
import { valueOf } from '../yaml/field.ts';
import { hidesValues } from '../yaml/hides-values.ts';
import { isApplicationKey } from './twins.ts';
import { areNamedAsVersions, mayRunSameProgram } from './versions.ts';

/** Pods behind a Service that are of another application than the one it is for. */
export interface UnrelatedPods {
  readonly own: PodTemplate;
  readonly other: PodTemplate;
  /** `port`: the others do not serve `port`. `twin`: another Service is for them. `instance`: they are another installation. */
  readonly why: 'port' | 'twin' | 'instance';
  readonly port?: number;
  readonly rival?: Service;
}

function servingPods({ sure }: Selection, cluster: Cluster): readonly PodTemplate[] {
  const serving = sure.filter(template => template.kind?.runs === 'serving' && !cluster.isAlternative(template.workload));
  return serving.sort((a, b) => (labelOf(a.workload) < labelOf(b.workload) ? -1 : 1));
}

function declares(template: PodTemplate, port: number): boolean {
  return template.containers.some(container => container.ports.some(({ number }) => valueOf(number) === port));
}

/** Ports are declared, all are shown, and the number stands nowhere in the template: not in args, env or probes either. */
function surelyLacks(template: PodTemplate, port: number): boolean {
  const { containers, containersOpen, body } = template;
  if (containersOpen || containers.some(container => container.portsOpen) || containers.every(container => container.ports.length === 0)) return false;
  return (
    !containers.some(({ body: container }) => ['command', 'args', 'env'].some(key => hidesValues(container.as<Untyped>().get(key)))) &&
    !new RegExp(`\\b${String(port)}\\b`).test(body.source)
  );
}

function numericTarget({ targetPort }: ServicePort): number | undefined {
  const target = valueOf(targetPort);
  return typeof target === 'number' ? target : undefined;
}

/** A named targetPort leaves such pods out of the port by itself (S-042); a number does not (S-036). */
function findByPort(service: Service, pods: readonly PodTemplate[]): UnrelatedPods | undefined {
  for (const port of service.ports.map(numericTarget)) {
    const own = port === undefined ? undefined : pods.find(template => declares(template, port));
    if (port === undefined || !own) continue;
    const other = pods.find(template => surelyLacks(template, port) && !mayRunSameProgram(own, template) && !areNamedAsVersions(own, template));
    if (other) return { own, other, why: 'port', port };
  }
  return undefined;
}

function nameOf(template: PodTemplate): string | undefined {
  return valueOf(template.workload.name);
}

/** Two Services that select the same pods while each of them has a workload of its own name. */
function findByTwin(service: Service, pods: readonly PodTemplate[], cluster: Cluster): UnrelatedPods | undefined {
  const own = pods.find(template => nameOf(template) !== undefined && nameOf(template) === valueOf(service.resource.name));
  if (!own) return undefined;
  for (const other of pods) {
    if (other === own || areNamedAsVersions(own, other)) continue;
    const rival: Service | undefined = cluster.servicesOf(other).find(({ resource }) => valueOf(resource.name) === nameOf(other));
    if (rival && rival !== service && cluster.selectionOf(rival).sure.includes(own)) return { own, other, why: 'twin', rival };
  }
  return undefined;
}

const INSTANCE = 'app.kubernetes.io/instance';

function findByInstance({ selector }: PodSelecting, pods: readonly PodTemplate[]): UnrelatedPods | undefined {
  if (selector.requirements.some(({ key }) => key === INSTANCE || key === 'release')) return undefined;
  const labelled = pods.flatMap(template => {
    const instance = template.labels.entries.get(INSTANCE);
    const value = instance && valueOf(instance);
    return value === undefined ? [] : [{ template, value }];
  });
  const [first, ...rest] = labelled;
  const other = first && rest.find(({ value, template }) => value !== first.value && !areNamedAsVersions(first.template, template));
  return other && { own: first.template, other: other.template, why: 'instance' };
}

/** Pods of another application behind a Service, with what tells them apart; undefined where all may belong to it. */
export function findUnrelatedPods(service: Service, cluster: Cluster): UnrelatedPods | undefined {
  const pods = servingPods(cluster.selectionOf(service), cluster);
  if (pods.length < 2) return undefined;
  return findByTwin(service, pods, cluster) ?? findByInstance(service, pods) ?? findByPort(service, pods);
}

/** Workloads that a disruption budget counts together, though it has the name of one of them or they are of several installations. */
export function findBudgetStrangers(budget: DisruptionBudget, cluster: Cluster): UnrelatedPods | undefined {
  const pods = servingPods(budget.selection, cluster);
  const name = stripKindWords(valueOf(budget.resource.name) ?? '');
  const own = pods.find(template => stripKindWords(nameOf(template) ?? '') === name);
  // `web` may be the name of a group that holds `web` and `web-worker`.
  const isOther = (template: PodTemplate): boolean =>
    own !== undefined && !mayRunSameProgram(own, template) && !areNamedAsVersions(own, template) && nearnessOfNames(nameOf(template) ?? '', name) === undefined;
  const other = own && pods.find(isOther);
  return other ? { own, other, why: 'twin' } : findByInstance(budget, pods);
}

/** Serving workloads that a selector without a condition counts together: all of its namespace (S-330). */
export function findAllCounted({ selector, selection }: DisruptionBudget, cluster: Cluster): readonly PodTemplate[] {
  return isEmpty(selector) ? servingPods(selection, cluster) : [];
}

/** A label of one template that tells it from another one: the first application label, else the first of all. */
export function findTellingLabel(own: PodTemplate, other: PodTemplate): { readonly key: string; readonly value: string } | undefined {
  const telling = [...own.labels.entries].flatMap(([key, field]) => {
    const [value, rival] = [valueOf(field), other.labels.entries.get(key)];
    const differs = value !== undefined && !other.labels.open && (rival === undefined || (rival.state === 'known' && rival.value !== value));
    return differs ? [{ key, value }] : [];
  });
  return telling.find(({ key }) => key === INSTANCE || isApplicationKey(key)) ?? telling[0];
}
