import type { PodSpec } from 'kubernetes-types/core/v1.d.ts';
import type { Cursor } from '../../../yaml/cursor.ts';
import type { Refusals } from '../refusals.ts';
import type { PodContext } from './pod-context.ts';

/** Everything in the spec of a pod but its containers and volumes. */
export function validatePodSettings(_spec: Cursor<PodSpec>, _to: Refusals, _context: PodContext): void {}
