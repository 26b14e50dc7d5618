import type { ReadSet } from '../model/build-clusters.ts';
import type { Cluster } from '../model/cluster.ts';
import { budgetsOf } from '../model/disruption-budgets.ts';
import { ingressClassesOf } from '../model/ingress-class.ts';
import { backendsOf, ingressesOf } from '../model/ingress.ts';
import { judgeKustomizations } from '../model/kustomization-faults.ts';
import { probesOf } from '../model/probe.ts';
import { serviceMonitorsOf } from '../model/service-monitor.ts';
import type { Rendering } from '../model/rendering.ts';
import type { SubjectName, Subjects } from '../rule/subjects.ts';

type SubjectTable = { readonly [S in SubjectName]: (cluster: Cluster, set: ReadSet) => Iterable<Subjects[S]> };

/** What kustomizations make, those too that GitOps tools apply. */
function renderingsOf({ renderings, applied }: ReadSet): readonly Rendering[] {
  return [...renderings, ...applied.flatMap(each => each.renderings)];
}

/** Where the subjects of a rule come from. */
const SUBJECTS: SubjectTable = {
  file: (_, set) => set.files,
  document: (_, set) => set.readings,
  resource: cluster => cluster.resources,
  service: cluster => cluster.services,
  'service-port': cluster => cluster.servicePorts,
  endpoints: cluster => cluster.endpoints.all,
  'disruption-budget': cluster => budgetsOf(cluster).all,
  'pod-template': cluster => cluster.podTemplates,
  container: cluster => cluster.containers,
  probe: cluster => cluster.containers.flatMap(probesOf),
  ingress: ingressesOf,
  'ingress-backend': cluster => ingressesOf(cluster).flatMap(backendsOf),
  'ingress-class': ingressClassesOf,
  'service-monitor': serviceMonitorsOf,
  kustomization: (_, set) => judgeKustomizations(set.kustomizations, set.tree, { renderings: renderingsOf(set), sources: set.files, readings: set.readings }),
  release: (_, set) => set.releases,
  chart: (_, set) => set.rendered,
  cluster: cluster => [cluster],
  // By the rows that a rule names.
  reference: () => [],
  // Not in the manifests: the engine hands them to their rules itself.
  refusal: () => [],
  configuration: () => [],
  suppression: () => [],
};

export function subjectsOf<S extends SubjectName>(name: S, cluster: Cluster, set: ReadSet): Iterable<Subjects[S]> {
  return SUBJECTS[name](cluster, set);
}

/** Whether a set holds a subject of this name: a category without any is not loaded. */
export function hasSubject(name: SubjectName, set: ReadSet): boolean {
  return set.clusters.some(cluster => !subjectsOf(name, cluster, set)[Symbol.iterator]().next().done);
}
