import { defineRule, fixOf, insertKey, labelOf, setScalar, valueOf, type Fix, type Refusal } from '../../src/core/api.ts';

interface Account {
  readonly variant: 'forever' | 'unset' | 'never-ends' | 'failure-policy' | 'unknown';
  readonly message: string;
  readonly help: string;
  readonly fixes: readonly Fix[];
}

/** What a workload that runs for ever says, and what a Job says, whose pods end. */
function describe({ resource, cause: { check, cursor, at } }: Refusal): Account {
  const [subject, policy] = [labelOf(resource), valueOf(cursor.string())];
  const set = (value: string, safety: Fix['safety']): readonly Fix[] => fixOf(`Set restartPolicy to ${value}`, safety, setScalar(at, value));
  if (check === 'workload/restart-policy-unsupported') {
    const message = `${subject} gives its pods restartPolicy "${policy ?? ''}", but runs them for ever, so it is refused`;
    return { variant: 'forever', message, help: 'Set restartPolicy to Always, or write a Job', fixes: set('Always', 'safe') };
  }
  const help = 'Set restartPolicy of the template to OnFailure or Never';
  if (check === 'job/restart-policy') {
    const message = `${subject} has a podFailurePolicy beside restartPolicy "${policy ?? ''}", so it is refused`;
    return { variant: 'failure-policy', message, help: 'Set restartPolicy to Never', fixes: set('Never', 'unsafe') };
  }
  if (check === 'job/restart-policy-unsupported' || check === 'pod/restart-policy-unsupported') {
    const message = `${subject} has restartPolicy "${policy ?? ''}", which does not exist, so the API server refuses it`;
    return { variant: 'unknown', message, help: check.startsWith('job') ? help : 'Use Always, OnFailure or Never', fixes: [] };
  }
  if (policy === undefined) {
    const insert = cursor.parent && insertKey(cursor.parent, 'restartPolicy', 'OnFailure');
    const message = `${subject} leaves restartPolicy to its default "Always", which no Job can have, so it is refused`;
    return { variant: 'unset', message, help, fixes: fixOf('Add restartPolicy: OnFailure', 'unsafe', insert) };
  }
  return {
    variant: 'never-ends',
    message: `${subject} has restartPolicy "${policy}", which no Job can have, so it is refused`,
    help,
    fixes: set('OnFailure', 'unsafe'),
  };
}

export default defineRule({
  id: 'restart-policy-unsupported',
  title: "The workload's kind does not take this restartPolicy, so the API server refuses it",
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: [
    'workload/restart-policy-unsupported',
    'job/restart-policy-required',
    'job/restart-policy-unsupported',
    'job/restart-policy',
    'pod/restart-policy-unsupported',
  ],
  fix: 'safe',
  since: '0.1.0',
  judges: 'object',
  variants: { forever: 'error', unset: 'error', 'never-ends': 'error', 'failure-policy': 'error', unknown: 'error' },
  facts: ['S-199'],

  *check(refusal) {
    const { resource, cause } = refusal;
    // The template of a workload is judged as a pod and as the workload's: the latter knows what fits.
    if (cause.check === 'pod/restart-policy-unsupported' && resource.kind !== 'Pod') return;
    yield { ...describe(refusal), at: cause.at };
  },
});
