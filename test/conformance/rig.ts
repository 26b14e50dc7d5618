import { buildClusters } from '../../src/core/model/build-clusters.ts';
import type { Cluster } from '../../src/core/model/cluster.ts';
import type { PodTemplate } from '../../src/core/model/pod.ts';
import type { Resource } from '../../src/core/model/resource.ts';
import { DEFAULT_SETTINGS } from '../../src/core/engine/settings.ts';
import type { Environment } from '../../src/core/predict/endpoints/environment.ts';
import { readPodState, type PodPhase, type PodState } from '../../src/core/predict/endpoints/pod-state.ts';
import { valueOf } from '../../src/core/yaml/field.ts';
import { parseSource } from '../../src/core/yaml/parse-source.ts';

/** The recording was made ten seconds after applying: `minReadySeconds: 300` still holds back the second pod of an OrderedReady StatefulSet. */
const AGE = 10;

const PHASES: Readonly<Record<string, PodPhase>> = { Succeeded: 'ended', Failed: 'ended', Pending: 'waiting' };

/** The annotations with which the manifests of the recording told the stand-in for kubelets what becomes of a pod. */
function stateOf(template: PodTemplate): PodState {
  const annotations = template.body.get('metadata').get('annotations').as<Readonly<Record<string, string>>>();
  const settled = readPodState(template);
  return {
    phase: PHASES[valueOf(annotations.get('rig/phase').string()) ?? ''] ?? settled.phase,
    ready: settled.ready && valueOf(annotations.get('rig/ready').string()) !== 'false',
    terminating: valueOf(annotations.get('rig/linger').string()) === 'true',
  };
}

/** The cluster of the recording: three nodes, both families with IPv4 first. */
export function rigEnvironment(refuses: (resource: Resource) => boolean): Environment {
  return { nodes: 3, families: ['IPv4', 'IPv6'], age: AGE, stateOf, refuses };
}

/** All objects of one manifest as one scope. */
export function readCluster(yaml: string, path = 'cluster.yaml'): Cluster | undefined {
  return buildClusters([parseSource(path, yaml)], DEFAULT_SETTINGS).clusters[0];
}
