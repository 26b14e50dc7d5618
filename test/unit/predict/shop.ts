import { DEFAULT_TARGET } from '../../../src/core/engine/settings.ts';
import { buildClusters } from '../../../src/core/model/build-clusters.ts';
import type { Cluster, Target } from '../../../src/core/model/cluster.ts';
import type { PodTemplate } from '../../../src/core/model/pod.ts';
import { labelOf } from '../../../src/core/model/resource.ts';
import type { Service } from '../../../src/core/model/service.ts';
import { parseSource } from '../../../src/core/yaml/parse-source.ts';

type Pairs = Readonly<Record<string, string>>;

const flow = (pairs: Pairs): string =>
  `{${Object.entries(pairs)
    .map(([key, value]) => `${key}: ${value}`)
    .join(', ')}}`;

/** `extra` is YAML of the spec, in flow style. */
export function service(name: string, selector: Pairs, extra = 'ports: [{port: 80, targetPort: 8080}]'): string {
  return `{apiVersion: v1, kind: Service, metadata: {name: ${name}}, spec: {selector: ${flow(selector)}, ${extra}}}\n`;
}

export interface Workload {
  readonly kind?: string;
  readonly labels?: Pairs;
  readonly image?: string;
  readonly port?: number;
  readonly spec?: string;
}

export function workload(name: string, pods: Pairs, { kind = 'Deployment', labels = {}, image = 'web:1.4.2', port = 8080, spec = '' }: Workload = {}): string {
  const template = `{metadata: {labels: ${flow(pods)}}, spec: {containers: [{name: main, image: ${image}, ports: [{containerPort: ${String(port)}}]}]}}`;
  const head = `apiVersion: apps/v1, kind: ${kind}, metadata: {name: ${name}, labels: ${flow(labels)}}`;
  return `{${head}, spec: {${spec}selector: {matchLabels: ${flow(pods)}}, template: ${template}}}\n`;
}

export function clusterOf(objects: readonly string[], target: Partial<Target> = {}): Cluster {
  const [cluster] = buildClusters([parseSource('shop.yaml', objects.join('---\n'))], { target: { ...DEFAULT_TARGET, ...target } }).clusters;
  if (!cluster) throw new Error('no scope');
  return cluster;
}

export function serviceIn(cluster: Cluster, name: string): Service {
  const found = cluster.services.find(({ resource }) => labelOf(resource) === `Service "${name}"`);
  if (!found) throw new Error(`no Service ${name}`);
  return found;
}

export function podsIn(cluster: Cluster, label: string): PodTemplate {
  const found = cluster.podTemplates.find(template => labelOf(template.workload) === label);
  if (!found) throw new Error(`no pods of ${label}`);
  return found;
}
