import type { ReferenceRow } from './references/reference.ts';

/** What the configuration says of the cluster that the manifests are for. */
export interface Target {
  /** Nothing outside the set exists: absence proves (design §2). */
  readonly complete: boolean;
  readonly platform: string | undefined;
  /** First and last node port. */
  readonly nodePortRange: readonly [number, number];
  /** Networks of cluster IPs, where they are configured. */
  readonly serviceCidrs: readonly string[];
  readonly clusterDomain: string;
  /** Minors such as 34, oldest first; an error needs all of them to agree. */
  readonly minors: readonly number[];
  /** Fields of custom resources that name objects, as the configuration describes them. */
  readonly references?: readonly ReferenceRow[];
}
