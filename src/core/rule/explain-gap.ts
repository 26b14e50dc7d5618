import { labelOf } from '../model/resource.ts';
import type { Requirement } from '../model/selector.ts';
import type { NearPods, UnmetPair } from '../predict/near-pods.ts';
import { valueOf } from '../yaml/field.ts';
import { insertKey, renameKey, setScalar } from './edits.ts';
import type { FileEdit, Related } from './finding.ts';
import { removeKey } from './removals.ts';

/** What a message says of a selected pair that the pods lack, and what would make both ends meet. */
export interface GapExplanation {
  readonly kind: 'near-miss' | 'label-on-workload' | 'label-missing';
  /** Goes on after `Service "web" selects app "shop"`. */
  readonly clause: string;
  readonly help: string;
  readonly edit: FileEdit | undefined;
}

/** Whether a condition is an entry of a map, whose key can be written anew, and not one of `matchExpressions`. */
function isEntry({ at, values }: Requirement): boolean {
  return values[0]?.at.path === at.path;
}

function explainCarried(pair: UnmetPair, carried: NonNullable<UnmetPair['carried']>): GapExplanation {
  const { key, requirement } = pair;
  const value = valueOf(carried.value) ?? '';
  if (carried.key !== key) {
    const help = `Change the selector to ${carried.key}: ${value}`;
    return {
      kind: 'near-miss',
      clause: `, its pods carry ${carried.key} "${value}"`,
      help,
      edit: isEntry(requirement) ? renameKey(requirement.at, carried.key) : undefined,
    };
  }
  const clause = `, its pods carry "${value}"`;
  return { kind: 'near-miss', clause, help: `Change the selector to ${key}: ${value}`, edit: setScalar((requirement.values[0] ?? requirement).at, value) };
}

/** Explains one pair: the label stands on the workload and not on its pods, has another value or key, or is missing. */
export function explainGap(pair: UnmetPair, { template, met }: Pick<NearPods, 'template' | 'met'>): GapExplanation {
  const { key, wanted, carried, requirement } = pair;
  if (pair.gap === 'on-workload') {
    const labels = template.body.get('metadata').get('labels');
    const help = `Add ${key}: ${wanted} to the labels of the pod template`;
    return { kind: 'label-on-workload', clause: ` of ${labelOf(template.workload)}, its pods lack it`, help, edit: insertKey(labels, key, wanted) };
  }
  if (carried) return explainCarried(pair, carried);
  const clause = ', which its pods lack';
  if (met === 0) return { kind: 'label-missing', clause, help: 'Select labels that the pod template carries', edit: undefined };
  return { kind: 'label-missing', clause, help: `Remove ${key} from the selector`, edit: isEntry(requirement) ? removeKey(requirement.at) : undefined };
}

/** The other end of the pair: the label that was taken for it, or the labels that lack it. */
export function relateGap({ carried, gap, key }: UnmetPair, { template }: Pick<NearPods, 'template'>): Related {
  const workload = labelOf(template.workload);
  if (!carried) return { at: template.labels.at, note: `the pod template of ${workload} has no label "${key}"` };
  const label = `${carried.key} "${valueOf(carried.value) ?? ''}"`;
  const note = gap === 'on-workload' ? `${workload} carries ${label} on its own metadata` : `the pod template of ${workload} carries ${label}`;
  return { at: carried.value.at, note };
}
