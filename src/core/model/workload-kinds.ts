/** Where a kind keeps its pod template and what becomes of it (S-014). */
export interface WorkloadKind {
  readonly group: string;
  readonly kind: string;
  /** Keys from the object to the pod template; empty for a Pod, which is its own. */
  readonly template: readonly string[];
  /** Field with the number of pods. */
  readonly replicas?: readonly string[];
  /** Field that stops the making of pods when true. */
  readonly suspend?: readonly string[];
  readonly selector?: 'label-selector' | 'map';
  /** `serving`: pods run until they are deleted. `batch`: they end. `none`: the object makes no pods by itself. */
  readonly runs: 'serving' | 'batch' | 'none';
}

const TEMPLATE = ['spec', 'template'];
const REPLICAS = ['spec', 'replicas'];

/** Built-in kinds in any version, removed ones too, and the custom kinds whose pods are known to carry the template's labels. */
export const WORKLOAD_KINDS: readonly WorkloadKind[] = [
  { group: '', kind: 'Pod', template: [], runs: 'serving' },
  { group: '', kind: 'ReplicationController', template: TEMPLATE, replicas: REPLICAS, selector: 'map', runs: 'serving' },
  { group: '', kind: 'PodTemplate', template: ['template'], runs: 'none' },
  ...['apps', 'extensions'].flatMap((group): WorkloadKind[] => [
    { group, kind: 'Deployment', template: TEMPLATE, replicas: REPLICAS, selector: 'label-selector', runs: 'serving' },
    { group, kind: 'ReplicaSet', template: TEMPLATE, replicas: REPLICAS, selector: 'label-selector', runs: 'serving' },
    { group, kind: 'DaemonSet', template: TEMPLATE, selector: 'label-selector', runs: 'serving' },
  ]),
  { group: 'apps', kind: 'StatefulSet', template: TEMPLATE, replicas: REPLICAS, selector: 'label-selector', runs: 'serving' },
  {
    group: 'batch',
    kind: 'Job',
    template: TEMPLATE,
    replicas: ['spec', 'parallelism'],
    suspend: ['spec', 'suspend'],
    selector: 'label-selector',
    runs: 'batch',
  },
  { group: 'batch', kind: 'CronJob', template: ['spec', 'jobTemplate', 'spec', 'template'], suspend: ['spec', 'suspend'], runs: 'batch' },
  { group: 'argoproj.io', kind: 'Rollout', template: TEMPLATE, replicas: REPLICAS, selector: 'label-selector', runs: 'serving' },
  { group: 'kubevirt.io', kind: 'VirtualMachine', template: TEMPLATE, runs: 'serving' },
];

const BY_KIND = new Map(WORKLOAD_KINDS.map(entry => [`${entry.group}/${entry.kind}`, entry]));

export function findWorkloadKind(group: string, kind: string): WorkloadKind | undefined {
  return BY_KIND.get(`${group}/${kind}`);
}
