import { defineRule, labelOf, valueOf, type Refusal } from '../../src/core/api.ts';

interface Account {
  readonly variant: 'both-zero' | 'both-set' | 'unused';
  readonly message: string;
  readonly help: string;
}

function describe({ resource, cause: { check, cursor } }: Refusal): Account {
  const subject = labelOf(resource);
  if (check === 'apps/rolling-update-surge') {
    const message = `${subject} has maxSurge and maxUnavailable above 0, so the API server refuses it`;
    return { variant: 'both-set', message, help: 'Set maxUnavailable to 0, which is 1 by default' };
  }
  if (check === 'apps/rolling-update-unused') {
    const type = valueOf(cursor.parent?.as<{ readonly type: string }>().get('type').string() ?? { state: 'absent', at: cursor.at });
    const message = `${subject} has rollingUpdate beside type "${type ?? ''}", so the API server refuses it`;
    return { variant: 'unused', message, help: 'Remove rollingUpdate, or set type to RollingUpdate' };
  }
  const message = `${subject} may neither stop an old pod nor start a new one, so the API server refuses it`;
  return { variant: 'both-zero', message, help: 'Set maxUnavailable or maxSurge to 1 or more' };
}

export default defineRule({
  id: 'rolling-update-blocked',
  title: 'The update strategy cannot replace any pod, so the API server refuses the workload',
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['apps/rolling-update-blocked', 'apps/rolling-update-required', 'apps/rolling-update-surge', 'apps/rolling-update-unused'],
  fix: 'no',
  since: '0.1.0',
  judges: 'object',
  variants: { 'both-zero': 'error', 'both-set': 'error', unused: 'error' },
  facts: ['apps/v1 RollingUpdateDeployment', 'S-354'],

  *check(refusal) {
    yield { ...describe(refusal), at: refusal.cause.at };
  },
});
