import type { PersistentVolumeClaim } from 'kubernetes-types/core/v1.d.ts';
import type { ObjectMeta } from 'kubernetes-types/meta/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import type { AdmissionContext } from '../../validator.ts';

/** What the checks of a pod's spec may know beside it. */
export interface PodContext extends AdmissionContext {
  /** Metadata of the pod or of the template that makes pods. */
  readonly metadata: Cursor<ObjectMeta>;
  /** The spec stands in the template of a workload, not in a Pod. */
  readonly isTemplate: boolean;
  /** Claims of a StatefulSet: each gives the pod a volume of its name. */
  readonly claimTemplates?: Cursor<PersistentVolumeClaim[]>;
}
