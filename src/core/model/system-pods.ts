import { valueOf } from '../yaml/field.ts';
import type { Requirement, Selector } from './selector.ts';

/** Keys by which distributions label the pods that a cluster itself is made of. */
const KEYS: ReadonlySet<string> = new Set(['k8s-app', 'component', 'tier']);
const VALUES: ReadonlySet<string> = new Set(['control-plane', 'etcd', 'kube-apiserver', 'kube-controller-manager', 'kube-dns', 'kube-proxy', 'kube-scheduler']);

/** A value that is not known may be any. */
function namesSystemPods({ key, operator, values }: Requirement): boolean {
  return operator === 'In' && KEYS.has(key) && values.some(value => value.state === 'unknown' || VALUES.has(valueOf(value) ?? ''));
}

/**
 * Whether a selector names pods of the cluster itself: the static pods of a control plane, its DNS and its proxy. A Service takes them
 * as any others (S-028), and they are there before the first manifest is applied, so that no files show them, however complete.
 */
export function selectsSystemPods({ requirements }: Selector): boolean {
  return requirements.some(namesSystemPods);
}
