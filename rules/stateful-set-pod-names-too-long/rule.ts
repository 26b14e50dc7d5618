import { defineRule, isKind, labelOf, ordinalsOf, valueOf } from '../../src/core/api.ts';

/** Labels and host names hold that many characters. */
const LIMIT = 63;
/** `-` and the hash of the revision, of up to ten characters. */
const REVISION = 11;

export default defineRule({
  id: 'stateful-set-pod-names-too-long',
  title: 'Name and ordinal of the StatefulSet exceed what a pod label or hostname can hold',
  category: 'wiring',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'pod-template',
  fix: 'no',
  since: '0.1.0',
  judges: 'object',
  variants: { revision: 'warning', 'pod-name': 'warning' },
  facts: ['S-196'],

  *check(pod) {
    const { workload } = pod;
    const name = valueOf(workload.name);
    // A name of more characters is refused by itself.
    if (name === undefined || name.length + REVISION <= LIMIT || name.length > LIMIT || !isKind(workload, 'StatefulSet', 'apps')) return;
    const last = `${name}-${String(ordinalsOf(pod)?.at(-1) ?? 0)}`;
    const isPodName = last.length > LIMIT;
    yield {
      variant: isPodName ? 'pod-name' : 'revision',
      message: `${labelOf(workload)} has ${isPodName ? 'too long a name' : 'too long a name for its pods'}`,
      at: workload.name.at,
      help: isPodName
        ? `Shorten it: pod "${last.slice(-12)}" has ${String(last.length)} characters, a host name holds ${String(LIMIT)}`
        : `Use at most ${String(LIMIT - REVISION)} characters: label controller-revision-hash adds ${String(REVISION)} and holds ${String(LIMIT)}`,
    };
  },
});
