import type { Cluster } from '../model/cluster.ts';
import type { PodTemplate } from '../model/pod.ts';
import type { Resource } from '../model/resource.ts';
import type { Service } from '../model/service.ts';
import type { Cursor } from '../yaml/cursor.ts';
import { valueOf } from '../yaml/field.ts';
import { usesOf } from './service-uses.ts';
import { mayHideHosts } from './uses/hidden-hosts.ts';

const WORD = /[a-z0-9](?:[-a-z0-9]*[a-z0-9])?/g;

/** Annotations that say nothing of who calls a Service; programs may find Services by all others. */
const SILENT_ANNOTATION = /^(?:kubectl\.kubernetes\.io|meta\.helm\.sh|kustomize\.toolkit\.fluxcd\.io|argocd\.argoproj\.io|app\.kubernetes\.io)\/|^description$/;

function textsOfPod({ containers, body }: PodTemplate): readonly Cursor<unknown>[] {
  const own = containers.flatMap((container): readonly Cursor<unknown>[] => [
    container.body.get('command'),
    container.body.get('args'),
    container.body.get('env'),
  ]);
  return [...own, body.get('metadata').get('annotations')];
}

/** Where a Service may be named in fields that are not made for that: data, annotations, and all that custom resources say. */
function textsOf({ body, metadata, group, kind }: Resource, cluster: Cluster): readonly Cursor<unknown>[] {
  const annotations = metadata.get('annotations');
  if (group === '' && (kind === 'ConfigMap' || kind === 'Secret')) return [body.get('data'), body.get('stringData'), annotations];
  const isBuiltIn = cluster.kinds.versionsOf(group, kind).some(({ source }) => source === 'built-in');
  return isBuiltIn ? [annotations] : [body];
}

const WORDS = new WeakMap<Cluster, ReadonlySet<string>>();

function wordsOf(cluster: Cluster): ReadonlySet<string> {
  let words = WORDS.get(cluster);
  if (!words) {
    const texts = [...cluster.resources.flatMap(resource => textsOf(resource, cluster)), ...cluster.podTemplates.flatMap(textsOfPod)];
    words = new Set(texts.flatMap(({ source }) => source.toLowerCase().match(WORD) ?? []));
    WORDS.set(cluster, words);
  }
  return words;
}

/**
 * Whether nothing in the set uses a Service that is reached from within the cluster only: no field, no host name, and no text that holds
 * its name. Only where nothing else exists.
 */
export function isServiceUnused(service: Service, cluster: Cluster): boolean {
  const { resource, spec, type } = service;
  const name = valueOf(resource.name);
  if (!cluster.absenceProves || name === undefined || valueOf(type) !== 'ClusterIP' || spec.get('externalIPs').isWritten || mayHideHosts(cluster)) return false;
  const annotations = resource.metadata.get('annotations');
  if (annotations.isOpen && !annotations.isAbsent) return false;
  if (annotations.entries().some(({ key }) => !SILENT_ANNOTATION.test(key))) return false;
  return usesOf(service, cluster).length === 0 && !wordsOf(cluster).has(name);
}
