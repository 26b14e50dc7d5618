import type { ReleaseFault } from '../../model/release-fault.ts';
import type { AppliedSet } from './apply-release.ts';
import type { Release } from './release.ts';

/** What keeps a release from being applied as it is written: what it names, and what Flux fills in. */
export function faultsOfRelease({ from, problems }: Release, set: AppliedSet | undefined): ReleaseFault[] {
  const { faults = [], unset = [] } = set?.postBuild ?? {};
  return [
    ...problems.map(problem => ({ ...problem, from })),
    ...faults.map(fault => ({ ...fault, from, isCertain: true })),
    ...unset.map(({ name, at, near }): ReleaseFault => ({ kind: 'variable-unset', from, at, subject: name, near, isCertain: true })),
  ];
}
