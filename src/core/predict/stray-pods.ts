import type { Cluster } from '../model/cluster.ts';
import { budgetsOf, type DisruptionBudget } from '../model/disruption-budgets.ts';
import { isKustomizationPath } from '../model/kustomization-file.ts';
import type { PodTemplate } from '../model/pod.ts';
import { fileOf, labelOf, type Resource } from '../model/resource.ts';
import type { PodSelecting, Selection } from '../model/selection.ts';
import { isSelecting, type Service } from '../model/service.ts';
import { valueOf } from '../yaml/field.ts';

/** Pods that carry all that a Service or budget selects and that it does not reach, because a selector takes pods of its own namespace only (S-010). */
export interface StrayPods {
  readonly template: PodTemplate;
  readonly namespace: string;
  /** `differs`: both ends name a namespace. `unnamed`: one of them names none, while all beside it do. */
  readonly evidence: 'differs' | 'unnamed';
  /** Which end names no namespace, for `unnamed`. */
  readonly odd: Resource;
  /** Whether nothing but a mistake explains it. */
  readonly isProof: boolean;
}

/** A kustomization may set the namespace of all that it takes in. */
function mayMove(cluster: Cluster): boolean {
  return cluster.openings.some(({ document, hinders }) => hinders === 'both' && document !== undefined && isKustomizationPath(document.file.path));
}

/** Serving pods in another namespace that the labels of a selector take, where it takes none in its own: those first that nothing else takes. */
function findElsewhere(from: PodSelecting, { sure, possible, elsewhere }: Selection, isTaken: (template: PodTemplate) => boolean): StrayPods | undefined {
  const serving = elsewhere.filter(template => template.kind?.runs === 'serving');
  const template = serving.find(candidate => !isTaken(candidate)) ?? serving[0];
  const namespace = template && valueOf(template.workload.namespace);
  if (!template || namespace === undefined || sure.length > 0 || possible.length > 0) return undefined;
  return { template, namespace, evidence: 'differs', odd: from.resource, isProof: !isTaken(template) };
}

function findServed(service: Service, cluster: Cluster): StrayPods | undefined {
  const stray = findElsewhere(service, cluster.selectionOf(service), template => cluster.servicesOf(template).length > 0);
  return stray?.isProof === true || cluster.isSelfContainedWithout(service) ? stray : undefined;
}

/** Objects of kinds that belong to no namespace, as far as they stand beside Services in practice. */
const CLUSTER_SCOPED =
  /^(?:Namespace|Cluster\w*|CustomResourceDefinition|PersistentVolume|StorageClass|PriorityClass|IngressClass|GatewayClass|APIService|\w*WebhookConfiguration|RuntimeClass|CSIDriver|Node)$/;

/** The namespace that all other objects of the file name, at least two: a pair alone may as well be applied with `-n`. */
export function namespaceBeside(odd: Resource, cluster: Cluster): string | undefined {
  const beside = fileOf(odd)
    .documents.flatMap(document => cluster.inDocument(document))
    .filter(resource => resource !== odd && !CLUSTER_SCOPED.test(resource.kind));
  const names = new Set(beside.map(resource => valueOf(resource.namespace)));
  const [name] = names;
  return names.size === 1 && beside.length > 1 ? name : undefined;
}

/** Whether another Service comes first by name, whatever the order of the files. */
function isLater({ resource }: Service, services: readonly Service[]): boolean {
  return services.some(other => labelOf(other.resource) < labelOf(resource));
}

function findUnnamed(service: Service, cluster: Cluster): StrayPods | undefined {
  const { sure, possible } = cluster.selectionOf(service);
  const [template, ...others] = possible.filter(({ kind }) => kind?.runs === 'serving');
  if (sure.length > 0 || !template || others.length > 0 || cluster.isAlternative(service.resource)) return undefined;
  const ends = [service.resource, template.workload];
  const odd = ends.find(end => end.namespace.state === 'absent');
  const named = ends.map(end => valueOf(end.namespace)).find(name => name !== undefined);
  if (!odd || named === undefined || named === 'default' || namespaceBeside(odd, cluster) !== named) return undefined;
  // Several Services may miss one workload: the first one tells.
  if (
    odd === template.workload &&
    isLater(
      service,
      cluster.services.filter(other => cluster.selectionOf(other).possible.includes(template)),
    )
  )
    return undefined;
  const isProof = cluster.byName('Namespace', named).some(namespace => fileOf(namespace) === fileOf(odd));
  return { template, namespace: named, evidence: 'unnamed', odd, isProof };
}

/** The pods of a Service that are in another namespace; undefined where it reaches some, or where a kustomization decides. */
export function findStrayPods(service: Service, cluster: Cluster): StrayPods | undefined {
  if (isSelecting(service) !== 'yes' || cluster.hasUnread || mayMove(cluster)) return undefined;
  return findServed(service, cluster) ?? findUnnamed(service, cluster);
}

/** The pods of a disruption budget that are in another namespace, where no other budget counts them. */
export function findStrayBudgetPods(budget: DisruptionBudget, cluster: Cluster): StrayPods | undefined {
  if (cluster.hasUnread || mayMove(cluster)) return undefined;
  const stray = findElsewhere(budget, budget.selection, template => budgetsOf(cluster).over(template).length > 0);
  return stray?.isProof === true ? stray : undefined;
}
