import type { LabelSelector } from 'kubernetes-types/meta/v1.d.ts';
import type { Cursor } from '../yaml/cursor.ts';
import type { Untyped } from '../yaml/untyped.ts';
import type { PodTemplate } from './pod.ts';
import { readLabelSelector, type Selector } from './selector.ts';

/** Other pods that a pod wants near to it, away from it, or spread as it is. */
export interface PodTerm {
  readonly what: 'near' | 'apart' | 'spread';
  readonly template: PodTemplate;
  readonly selector: Selector;
  /** Whether it looks for pods in other namespaces than that of the pod. */
  readonly isElsewhere: boolean;
}

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';

/** Required terms of affinity and anti-affinity, and the constraints of the spread (S-331). Preferred ones cost nothing where they take nobody. */
export function podTermsOf(template: PodTemplate): readonly PodTerm[] {
  const spec = template.spec.as<Untyped>();
  const affinity = spec.get('affinity');
  const read = (what: PodTerm['what'], terms: Cursor): readonly PodTerm[] =>
    terms.items().map(term => ({
      what,
      template,
      selector: readLabelSelector(term.get('labelSelector').as<LabelSelector>()),
      isElsewhere: term.get('namespaces').isWritten || term.get('namespaceSelector').isWritten || term.isOpen,
    }));
  return [
    ...read('near', affinity.get('podAffinity').get(REQUIRED)),
    ...read('apart', affinity.get('podAntiAffinity').get(REQUIRED)),
    ...read('spread', spec.get('topologySpreadConstraints')),
  ];
}
