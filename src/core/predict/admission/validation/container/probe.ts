import type { Probe } from 'kubernetes-types/core/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { numberOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import { validateHandler } from './handler.ts';

export const PROBES = ['livenessProbe', 'readinessProbe', 'startupProbe'] as const;

export type ProbeField = (typeof PROBES)[number];

const COUNTS = ['initialDelaySeconds', 'timeoutSeconds', 'periodSeconds', 'successThreshold', 'failureThreshold'] as const;

/** Only readiness may wait for more than one success: 1 is the default (S-192). */
function validateSuccessThreshold(at: Cursor<number>, to: Refusals): void {
  const threshold = numberOf(at);
  if (threshold !== undefined && threshold !== 0 && threshold !== 1) to.invalid('probe/success-threshold', at, 'must be 1');
}

function validateGracePeriod(at: Cursor<number>, kind: ProbeField, to: Refusals): void {
  if (!at.isPresent) return;
  const seconds = numberOf(at);
  if (seconds !== undefined && seconds <= 0) to.invalid('probe/grace-period', at, 'must be greater than 0', { since: 25 });
  if (kind === 'readinessProbe') to.invalid('probe/grace-period', at, 'must not be set for readinessProbes', { since: 25 });
}

/** A probe of a container (`validateProbe`). */
export function validateProbe(probe: Cursor<Probe>, kind: ProbeField, to: Refusals): void {
  if (!probe.isPresent) return;
  validateHandler(probe, to, undefined);
  for (const field of COUNTS) {
    const at = probe.get(field);
    if ((numberOf(at) ?? 0) < 0) to.invalid('probe/negative', at, 'must be greater than or equal to 0');
  }
  validateGracePeriod(probe.get('terminationGracePeriodSeconds'), kind, to);
  if (kind !== 'readinessProbe') validateSuccessThreshold(probe.get('successThreshold'), to);
}
