import type { ReferenceRow } from '../reference.ts';
import { INGRESS_ANNOTATION_ROWS } from './ingress-annotations.ts';
import { MADE_ROWS } from './made.ts';
import { POD_ROWS } from './pod.ts';
import { TRAFFIC_ROWS } from './traffic.ts';
import { WORKLOAD_ROWS } from './workloads.ts';

/** Every field that names an object of another kind. */
export const REFERENCE_ROWS: readonly ReferenceRow[] = [...POD_ROWS, ...TRAFFIC_ROWS, ...INGRESS_ANNOTATION_ROWS, ...WORKLOAD_ROWS, ...MADE_ROWS];
