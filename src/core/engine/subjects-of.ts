import type { Cluster } from '../model/cluster.ts';
import type { Resource } from '../model/resource.ts';
import type { SubjectName, Subjects } from '../rule/subjects.ts';
import type { SourceFile, YamlDocument } from '../yaml/source-file.ts';

type SubjectTable = { readonly [S in SubjectName]: (cluster: Cluster, files: readonly SourceFile[]) => Iterable<Subjects[S]> };

function endpointsOf(cluster: Cluster): readonly Resource[] {
  return [...cluster.ofKind('Endpoints', ''), ...cluster.ofKind('EndpointSlice', 'discovery.k8s.io')];
}

function documentsOf(files: readonly SourceFile[]): readonly YamlDocument[] {
  return files.flatMap(file => file.documents);
}

/** Where the subjects of a rule come from. */
const SUBJECTS: SubjectTable = {
  file: (_, files) => files,
  document: (_, files) => documentsOf(files),
  resource: cluster => cluster.resources,
  service: cluster => cluster.services,
  'service-port': cluster => cluster.services.flatMap(service => service.ports),
  endpoints: endpointsOf,
  'pod-template': cluster => cluster.podTemplates,
  container: cluster => cluster.podTemplates.flatMap(pod => pod.containers),
  cluster: cluster => [cluster],
  // Not in the manifests: the engine hands them to their rules itself.
  configuration: () => [],
  suppression: () => [],
};

export function subjectsOf<S extends SubjectName>(name: S, cluster: Cluster, files: readonly SourceFile[]): Iterable<Subjects[S]> {
  return SUBJECTS[name](cluster, files);
}

/** Whether a set holds a subject of this name: a category without any is not loaded. */
export function hasSubject(name: SubjectName, clusters: readonly Cluster[], files: readonly SourceFile[]): boolean {
  return clusters.some(cluster => !subjectsOf(name, cluster, files)[Symbol.iterator]().next().done);
}
