import type { JobSpec } from 'kubernetes-types/batch/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { byteLength, domainPrefixedPathFaults } from '../../formats.ts';
import { numberOf, pointerOf, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import type { AdmissionContext } from '../../validator.ts';
import { validateIndexing, type Completion } from './job-indexing.ts';
import { validateNonnegative } from '../meta/nonnegative.ts';
import { validatePodFailurePolicy } from './pod-failure-policy.ts';
import { validatePodTemplate } from '../pod/pod.ts';
import { validateSuccessPolicy } from './success-policy.ts';

const COUNTS = [
  'parallelism',
  'completions',
  'activeDeadlineSeconds',
  'backoffLimit',
  'ttlSecondsAfterFinished',
  'backoffLimitPerIndex',
  'maxFailedIndexes',
] as const;
const REPLACEMENT_POLICIES = ['Failed', 'TerminatingOrFailed'];
const RESTART_POLICIES = ['OnFailure', 'Never'];
const LONGEST_MANAGED_BY = 63;

/** The spec of a Job, or of the Jobs that a CronJob makes (`validateJobSpec`). Defaults differ: a CronJob leaves them to its Jobs. */
export function validateJobSpec(spec: Cursor<JobSpec>, to: Refusals, context: AdmissionContext, completion: Completion): void {
  for (const count of COUNTS) validateNonnegative('job/negative-number', spec.get(count), to);
  validateManagedBy(spec.get('managedBy'), to);
  validateIndexing(spec, completion, to);
  if (spec.get('podFailurePolicy').isMapping) validatePodFailurePolicy(spec, to);
  const successPolicy = spec.get('successPolicy');
  if (successPolicy.isMapping && completion.mode === 'Indexed') validateSuccessPolicy(successPolicy, completion.completions ?? undefined, to);
  else if (successPolicy.isMapping && completion.mode !== undefined) to.invalid('job/needs-indexed-mode', successPolicy, 'requires indexed completion mode');
  validatePodReplacementPolicy(spec, to);
  validatePodTemplate(spec.get('template'), to, context);
  validateRestartPolicy(spec, to);
  warnOfParallelism(spec, completion, to);
}

/** Who sees to the Job, if not its own controller: a domain and a path. */
function validateManagedBy(managedBy: Cursor<string>, to: Refusals): void {
  const name = managedBy.isAbsent ? undefined : textOf(managedBy);
  if (name === undefined) return;
  if (name === '') to.required('job/managed-by-required', managedBy);
  else for (const { part, fault } of domainPrefixedPathFaults(name)) to.invalid('job/managed-by', managedBy, fault, { value: part });
  if (byteLength(name) > LONGEST_MANAGED_BY) to.tooLong('job/managed-by', managedBy, LONGEST_MANAGED_BY);
}

/** Beside a policy for failures, only pods that have failed are replaced. */
function validatePodReplacementPolicy(spec: Cursor<JobSpec>, to: Refusals): void {
  const [policy, failurePolicy] = [spec.get('podReplacementPolicy'), spec.get('podFailurePolicy')];
  const name = policy.isAbsent ? undefined : textOf(policy);
  if (name === undefined) return;
  const supported = failurePolicy.isMapping ? ['Failed'] : REPLACEMENT_POLICIES;
  if ((failurePolicy.isMapping || failurePolicy.isAbsent || !REPLACEMENT_POLICIES.includes(name)) && !supported.includes(name)) {
    to.notSupported('job/pod-replacement-policy-unsupported', policy, supported);
  }
}

/** Pods of a Job end: the default of other workloads, `Always`, counts as no policy at all (S-199). */
function validateRestartPolicy(spec: Cursor<JobSpec>, to: Refusals): void {
  const restartPolicy = spec.get('template').get('spec').get('restartPolicy');
  const name = textOf(restartPolicy);
  if (name === undefined) return;
  if (name === '' || name === 'Always') to.required('job/restart-policy-required', restartPolicy, 'valid values: "OnFailure", "Never"');
  else if (!RESTART_POLICIES.includes(name)) to.notSupported('job/restart-policy-unsupported', restartPolicy, RESTART_POLICIES);
  else if (name !== 'Never' && spec.get('podFailurePolicy').isMapping) {
    to.invalid('job/restart-policy', restartPolicy, 'only "Never" is supported when podFailurePolicy is specified');
  }
}

function warnOfParallelism(spec: Cursor<JobSpec>, { mode, completions }: Completion, to: Refusals): void {
  const parallelism = numberOf(spec.get('parallelism')) ?? 0;
  if (mode !== 'Indexed' || (completions ?? 0) <= 100_000 || parallelism <= 10_000) return;
  const limits = 'In Indexed Jobs with a number of completions higher than 10^5 and a parallelism higher than 10^4';
  const consequence = 'Kubernetes might not be able to track completedIndexes when a big number of indexes fail';
  to.warn('job/parallelism-warning', spec.get('parallelism'), `${spec.fieldPath}: ${limits}, ${consequence}`);
}

/** How the pods of a Job are counted. Of a Job itself, without completions and parallelism there is one of each. */
export function completionOf(spec: Cursor<JobSpec>, isTemplate: boolean): Completion {
  const [mode, written] = [textOf(spec.get('completionMode')), pointerOf(spec.get('completions').number())];
  const parallelism = spec.get('parallelism');
  const byDefault = isTemplate ? null : parallelism.isAbsent ? 1 : parallelism.isPresent ? null : undefined;
  return { mode: mode === '' && spec.get('completionMode').isAbsent ? 'NonIndexed' : mode, completions: written === null ? byDefault : written };
}
