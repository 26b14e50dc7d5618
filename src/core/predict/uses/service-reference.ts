import type { PodTemplate } from '../../model/pod.ts';
import type { Resource } from '../../model/resource.ts';
import type { Place } from '../../yaml/place.ts';

/** How an object names a Service. */
export type UseKind = 'ingress' | 'route' | 'webhook' | 'service-name' | 'host-name' | 'monitor';

/** One place that names a Service, whether or not the Service is in the set. */
export interface ServiceReference {
  readonly via: UseKind;
  readonly from: Resource;
  /** The pods that hold the address, where it stands in a pod template. */
  readonly pod: PodTemplate | undefined;
  readonly name: string;
  /** Undefined: the namespace of `from`. */
  readonly namespace: string | undefined;
  /** Number or name of the Service port; undefined where none is given or known. */
  readonly port: number | string | undefined;
  /** True where the port comes from the scheme of a URL and is not written. */
  readonly portImplied?: boolean;
  /** First label of a pod's own DNS name: `db-0` of `db-0.db`, `*` for a placeholder. */
  readonly podName?: string;
  readonly at: Place;
}
