import type { Job } from 'kubernetes-types/batch/v1.d.ts';
import type { StatefulSet } from 'kubernetes-types/apps/v1.d.ts';
import type { Requirement } from '../../model/selector.ts';
import type { PodTemplate } from '../../model/pod.ts';
import { labelOf } from '../../model/resource.ts';
import { known as knownField, valueOf, valueOr, type Field } from '../../yaml/field.ts';
import type { Environment } from './environment.ts';
import { arePodsRefused } from './host-ports.ts';
import type { PodState } from './pod-state.ts';
import type { Predicted, PredictedPod } from './types.ts';

/** Pods listed of one workload; more than that are counted by nobody. */
const MOST_PODS = 10_000;

/** The pods of one template, and what they have in common. */
export interface PodSet {
  readonly template: PodTemplate;
  readonly pods: readonly PredictedPod[];
  readonly state: PodState;
}

function jobOf(template: PodTemplate): ReturnType<typeof template.workload.body.as<Job>> {
  return template.workload.body.as<Job>();
}

function isIndexed(template: PodTemplate): boolean {
  return template.workload.kind === 'Job' && valueOf(jobOf(template).get('spec').get('completionMode').string()) === 'Indexed';
}

function known(value: number, field: Field<unknown>): Field<number> {
  return { state: 'known', value, at: field.at };
}

/** Parallel pods of a Job, no more than it completes; none while it is suspended (S-014). */
function countJob(template: PodTemplate): Field<number> {
  const spec = jobOf(template).get('spec');
  const suspend = spec.get('suspend').boolean();
  if (suspend.state === 'unknown') return suspend;
  const completions = spec.get('completions').number();
  if (template.replicas.state !== 'known' || completions.state === 'absent') return template.replicas;
  return completions.state === 'known' ? known(Math.min(template.replicas.value, completions.value), completions) : completions;
}

function countMachine(template: PodTemplate): Field<number> {
  const spec = template.workload.body.get('spec');
  const [running, strategy] = [spec.get('running').boolean(), spec.get('runStrategy').string()];
  const hidden = [running, strategy].find(field => field.state === 'unknown');
  if (hidden) return { state: 'unknown', why: 'templated', at: hidden.at };
  return known(valueOf(running) === false || valueOf(strategy) === 'Halted' ? 0 : 1, running);
}

/** How many pods a template makes; undefined for one a node where the number of nodes is not known. */
function countPods(template: PodTemplate, environment: Environment): Predicted<number | undefined> {
  const { workload } = template;
  const unknown = { reason: `how many pods ${labelOf(workload)} makes is not known`, at: workload.body.get('spec').at };
  if (!template.kind) return { doubt: unknown };
  if (workload.kind === 'DaemonSet') return { value: environment.nodes };
  const count = workload.kind === 'Job' ? countJob(template) : workload.kind === 'VirtualMachine' ? countMachine(template) : template.replicas;
  // Between two runs, suspended or not, a CronJob has no pods.
  if (workload.kind === 'CronJob') return { value: 0 };
  if (count.state !== 'known') return { doubt: { ...unknown, at: count.at } };
  if (count.value > MOST_PODS) return { doubt: { reason: `${labelOf(workload)} makes more than ${String(MOST_PODS)} pods`, at: count.at } };
  return { value: count.value };
}

/** An OrderedReady StatefulSet makes its next pod only when the one before is ready, and has been for minReadySeconds. */
function staysAtFirst(template: PodTemplate, state: PodState, age: number | undefined): boolean {
  if (template.workload.kind !== 'StatefulSet') return false;
  const spec = template.workload.body.as<StatefulSet>().get('spec');
  const waits = age !== undefined && (valueOf(spec.get('minReadySeconds').number()) ?? 0) > age;
  return valueOf(spec.get('podManagementPolicy').string()) !== 'Parallel' && (!state.ready || waits);
}

function numberPods(template: PodTemplate, count: number): Predicted<readonly PredictedPod[]> {
  const ordinals = template.workload.body.as<StatefulSet>().get('spec').get('ordinals').get('start').number();
  const start = template.workload.kind === 'StatefulSet' ? valueOr(ordinals, 0) : 0;
  if (start === undefined) return { doubt: { reason: `the first ordinal of ${labelOf(template.workload)} is not known`, at: ordinals.at } };
  return { value: Array.from({ length: Math.max(0, count) }, (_, i) => ({ template, index: start + i })) };
}

/** The pods that the controllers make of a template. */
export function predictPods(template: PodTemplate, environment: Environment): Predicted<PodSet> {
  const state = environment.stateOf(template);
  const counted = countPods(template, environment);
  if (counted.doubt) return counted;
  if (state.phase !== 'running' || environment.refuses(template.workload) || arePodsRefused(template)) return { value: { template, pods: [], state } };
  if (counted.value === undefined) return { value: { template, pods: [{ template, index: undefined }], state } };
  const pods = numberPods(template, staysAtFirst(template, state, environment.age) ? Math.min(1, counted.value) : counted.value);
  return pods.doubt ? pods : { value: { template, pods: pods.value, state } };
}

/** What a label that tells the pods of one workload apart holds on a pod (S-019). */
export function findOwnLabel(requirement: Requirement, { template, index }: PredictedPod): string | undefined {
  const { kind, name } = template.workload;
  if (index === undefined) return undefined;
  if (kind === 'StatefulSet' && requirement.key === 'statefulset.kubernetes.io/pod-name') return `${valueOf(name) ?? ''}-${String(index)}`;
  if (kind === 'StatefulSet' && requirement.key === 'apps.kubernetes.io/pod-index') return String(index);
  return isIndexed(template) && requirement.key === 'batch.kubernetes.io/job-completion-index' ? String(index) : undefined;
}

/** `spec.hostname` and `spec.subdomain` of a pod after its controller has set them (S-194, S-197). */
export function hostnameOf({ template, index }: PredictedPod): { readonly hostname: Field<string>; readonly subdomain: Field<string> } {
  const { workload } = template;
  const [hostname, subdomain] = [template.spec.get('hostname').string(), template.spec.get('subdomain').string()];
  const numbered = (): Field<string> => {
    const name = workload.name;
    return name.state === 'known' ? knownField(`${name.value}-${String(index)}`, name.at) : name;
  };
  if (workload.kind === 'StatefulSet') return { hostname: numbered(), subdomain: workload.body.as<StatefulSet>().get('spec').get('serviceName').string() };
  return { hostname: isIndexed(template) ? numbered() : hostname, subdomain };
}
