import type { PodTemplate } from '../model/pod.ts';
import type { Cursor } from '../yaml/cursor.ts';
import { valueOf } from '../yaml/field.ts';
import type { Place } from '../yaml/place.ts';

/** The label and taint of control planes until 1.24; kubeadm sets neither since, and other installers followed. */
const REMOVED = 'node-role.kubernetes.io/master';
const CURRENT = 'node-role.kubernetes.io/control-plane';

/** Where a pod asks for what nodes do not have any more. */
export interface RemovedLabel {
  readonly at: Place;
  readonly use: 'selected' | 'tolerated';
}

const isKey = (cursor: Cursor<unknown>, key: string): boolean => valueOf(cursor.string()) === key;

function selected(pod: PodTemplate): readonly Place[] {
  const inMap = pod.spec
    .get('nodeSelector')
    .entries()
    .filter(({ key }) => key === REMOVED);
  const terms = pod.spec.get('affinity').get('nodeAffinity').get('requiredDuringSchedulingIgnoredDuringExecution').get('nodeSelectorTerms').items();
  const asks = (key: string): boolean =>
    terms.some(term =>
      term
        .get('matchExpressions')
        .items()
        .some(expression => isKey(expression.get('key'), key)),
    );
  // Terms are alternatives: one that asks for the new label is enough.
  const inTerms = asks(CURRENT) ? [] : terms.flatMap(term => term.get('matchExpressions').items());
  const wanted = inTerms.filter(
    expression => isKey(expression.get('key'), REMOVED) && !['NotIn', 'DoesNotExist'].includes(valueOf(expression.get('operator').string()) ?? ''),
  );
  return [...inMap.map(({ value }) => value.at.atKey), ...wanted.map(expression => expression.get('key').at)];
}

function tolerated(pod: PodTemplate): readonly Place[] {
  const keys = pod.spec
    .get('tolerations')
    .items()
    .map(toleration => toleration.get('key'));
  const isOpen = pod.spec.get('tolerations').isOpen || keys.some(key => !key.isPresent || key.isUnknown || isKey(key, CURRENT));
  return isOpen ? [] : keys.filter(key => isKey(key, REMOVED)).map(key => key.at);
}

/** Uses of the old role of control planes; none where a toleration for the new one stands beside. */
export function removedNodeLabelsOf(pod: PodTemplate): readonly RemovedLabel[] {
  return [...selected(pod).map(at => ({ at, use: 'selected' }) as const), ...tolerated(pod).map(at => ({ at, use: 'tolerated' }) as const)];
}
