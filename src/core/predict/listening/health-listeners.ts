import type { Container } from '../../model/pod.ts';
import type { Place } from '../../yaml/place.ts';
import { readAddress } from './listeners.ts';
import { readSettings } from './words.ts';

/** Where a process is told to answer for its health. */
export interface HealthListener {
  readonly port: number;
  readonly at: Place;
}

const HEALTH_NAME =
  /(?:^|-)(?:health|healthz|healthcheck|health-check|health-probe|probe|probes|liveness|readiness)-(?:(?:bind|listen|http|server)-)*(?:addr|address|port)$/;

/** Where the arguments and variables of a container tell its process to answer for its health. */
export function findHealthListeners(container: Container): readonly HealthListener[] {
  return readSettings(container).flatMap(({ name, value, at }): HealthListener[] => {
    const port = HEALTH_NAME.test(name) ? readAddress(value)?.port : undefined;
    // Port 0 switches it off.
    return port === undefined || port === 0 ? [] : [{ port, at }];
  });
}
