import type { PodSpec } from 'kubernetes-types/core/v1.d.ts';
import type { Cursor } from '../../../yaml/cursor.ts';
import type { Refusals } from '../refusals.ts';
import type { PodContext } from './pod-context.ts';

/** The volumes of a pod. */
export function validateVolumes(_spec: Cursor<PodSpec>, _to: Refusals, _context: PodContext): void {}
