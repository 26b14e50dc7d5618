import { valueOf } from '../yaml/field.ts';
import type { PodTemplate } from './pod.ts';

/** A label that a controller or admission puts on pods (S-019). */
interface AddedLabel {
  readonly key: string;
  /** Kinds whose pods get it; empty for pods of any kind. */
  readonly kinds: readonly string[];
  /** Values of the template's pods, where they can be known. */
  readonly values?: (template: PodTemplate) => readonly string[] | undefined;
}

/** Ordinals of the pods of a StatefulSet: from `ordinals.start` on, one per replica (S-019). */
export function ordinalsOf(template: PodTemplate): readonly number[] | undefined {
  const replicas = valueOf(template.replicas);
  const start = template.workload.body.get('spec').get('ordinals').get('start').number();
  if (replicas === undefined || start.state === 'unknown' || replicas > 10_000) return undefined;
  return Array.from({ length: replicas }, (_, i) => (valueOf(start) ?? 0) + i);
}

function podNames(template: PodTemplate): readonly string[] | undefined {
  const name = valueOf(template.workload.name);
  return name === undefined ? undefined : ordinalsOf(template)?.map(ordinal => `${name}-${String(ordinal)}`);
}

function jobName(template: PodTemplate): readonly string[] | undefined {
  const name = valueOf(template.workload.name);
  return template.workload.kind === 'Job' && name !== undefined ? [name] : undefined;
}

function completionIndexes(template: PodTemplate): readonly string[] | undefined {
  const spec = template.workload.body.get('spec');
  if (template.workload.kind !== 'Job') return undefined;
  const mode = spec.get('completionMode').string();
  if (mode.state === 'absent' || (mode.state === 'known' && mode.value !== 'Indexed')) return [];
  const completions = valueOf(spec.get('completions').number());
  return completions === undefined || completions > 10_000 ? undefined : Array.from({ length: completions }, (_, i) => String(i));
}

const ADDED_LABELS: readonly AddedLabel[] = [
  { key: 'pod-template-hash', kinds: ['Deployment', 'Rollout'] },
  { key: 'rollouts-pod-template-hash', kinds: ['Rollout'] },
  { key: 'controller-revision-hash', kinds: ['DaemonSet', 'StatefulSet'] },
  { key: 'pod-template-generation', kinds: ['DaemonSet'] },
  { key: 'statefulset.kubernetes.io/pod-name', kinds: ['StatefulSet'], values: podNames },
  { key: 'apps.kubernetes.io/pod-index', kinds: ['StatefulSet'], values: template => ordinalsOf(template)?.map(String) },
  { key: 'job-name', kinds: ['Job', 'CronJob'], values: jobName },
  { key: 'batch.kubernetes.io/job-name', kinds: ['Job', 'CronJob'], values: jobName },
  { key: 'controller-uid', kinds: ['Job', 'CronJob'] },
  { key: 'batch.kubernetes.io/controller-uid', kinds: ['Job', 'CronJob'] },
  { key: 'batch.kubernetes.io/job-completion-index', kinds: ['Job', 'CronJob'], values: completionIndexes },
  { key: 'topology.kubernetes.io/zone', kinds: [] },
  { key: 'topology.kubernetes.io/region', kinds: [] },
];

const BY_KEY = new Map(ADDED_LABELS.map(label => [label.key, label]));

/** Prefixes of labels that injectors and operators put on pods they do not own (S-019). */
const INJECTED_PREFIXES = [
  'security.istio.io/',
  'service.istio.io/',
  'linkerd.io/',
  'leaderworkerset.sigs.k8s.io/',
  'jobset.sigs.k8s.io/',
  'longhorn.io/',
  'ray.io/',
];

/** Labels that a program sets on its own pods, or an operator on members, while they run: who leads, who serves. */
const RUNTIME_KEY = /(?:^|[-./])(?:active|leader|role|primary|master|initialized|sealed|perf-standby)$/;

/** What a controller makes of a label on the pods of a template. `undefined`: nothing is known to add it. */
export function addedValues(key: string, template: PodTemplate): readonly string[] | 'unknown' | undefined {
  if (INJECTED_PREFIXES.some(prefix => key.startsWith(prefix))) return 'unknown';
  const added = BY_KEY.get(key);
  if (!added || (added.kinds.length > 0 && !added.kinds.includes(template.workload.kind))) return undefined;
  return added.values?.(template) ?? 'unknown';
}

/** Whether a key is one that controllers, injectors or running programs set: no template can be blamed for lacking it. */
export function isAddedKey(key: string): boolean {
  return BY_KEY.has(key) || INJECTED_PREFIXES.some(prefix => key.startsWith(prefix)) || RUNTIME_KEY.test(key);
}
