import { defineRule, fixOf, insertLines, labelOf, valueOf, type Resource, type Untyped, type Cursor } from '../../src/core/api.ts';

/** Labels that name what a workload is, the usual ones first. */
const TELLING = ['app.kubernetes.io/name', 'app', 'k8s-app', 'name'];

/** A pair of labels of the template that may select its pods. */
function findPair(labels: Cursor<Untyped>): readonly [key: string, value: string] | undefined {
  const pairs = labels.entries().flatMap(({ key, value }) => (valueOf(value.string()) === undefined ? [] : [[key, valueOf(value.string()) ?? ''] as const]));
  return TELLING.map(telling => pairs.find(([key]) => key === telling)).find(pair => pair !== undefined) ?? (pairs.length === 1 ? pairs[0] : undefined);
}

function hasNone({ body }: Resource): boolean {
  return body.get('spec').get('selector').isAbsent;
}

export default defineRule({
  id: 'workload-selector-empty',
  title: 'The workload has no selector or an empty one, so the API server refuses it',
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['workload/selector-required', 'workload/selector-empty', 'workload/selector-matches-nothing'],
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'object',
  variants: { absent: 'error', empty: 'error' },
  facts: ['S-009'],

  *check({ resource, cause }) {
    // Only a DaemonSet is not told that its selector is missing, but that it matches nothing.
    if (cause.check === 'workload/selector-matches-nothing' && resource.kind !== 'DaemonSet') return;
    const spec = resource.body.get('spec');
    const pair = findPair(spec.get('template').get('metadata').get('labels'));
    const isMap = resource.kind === 'ReplicationController';
    const help = pair && !isMap ? `Add matchLabels with ${pair[0]}: ${pair[1]}` : 'Give the template labels and select them';
    const lines = ['selector:', '  matchLabels:', `    ${pair?.[0] ?? ''}: ${JSON.stringify(pair?.[1] ?? '')}`];
    yield {
      variant: hasNone(resource) ? 'absent' : 'empty',
      message: `${labelOf(resource)} has ${hasNone(resource) ? 'no selector' : 'an empty selector'}, so the API server refuses it`,
      at: spec.get('selector').at.atKey,
      help,
      fixes: pair && !isMap && !spec.get('selector').isWritten ? fixOf(help, 'unsafe', insertLines(spec, lines)) : [],
    };
  },
});
