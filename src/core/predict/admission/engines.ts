import type { Cel } from '../cel/cel.ts';

/** What is heavy and loaded only when a set needs it. A check that wants one that is not there stays silent. */
export interface Engines {
  readonly cel?: Cel | undefined;
}
