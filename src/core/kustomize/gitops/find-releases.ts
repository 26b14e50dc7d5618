import { isApplication, isApplicationSet } from '../../model/gitops/argo.ts';
import { isFluxKustomization, isHelmRelease } from '../../model/gitops/flux.ts';
import type { Resource } from '../../model/resource.ts';
import { expandApplicationSet } from './application-set.ts';
import { releasesOfApplications } from './argo-release.ts';
import { releaseOfFluxKustomization, releaseOfHelmRelease, type FluxSearch } from './flux-release.ts';
import { FluxSources } from './flux-source.ts';
import type { Release } from './release.ts';
import type { Repository } from './repository.ts';

/** Whether an object tells a GitOps tool what to apply: for those who look before they load this. */
export function isGitOpsObject(resource: Resource): boolean {
  return isFluxKustomization(resource) || isHelmRelease(resource) || isApplication(resource) || isApplicationSet(resource);
}

/**
 * What the Flux and Argo CD objects among the resources apply, in their order. The resources are those of one repository: sources, ConfigMaps
 * with values and the objects themselves may stand in different files and sets.
 */
export function findReleases(resources: readonly Resource[], repository: Repository): readonly Release[] {
  const search: FluxSearch = { resources, repository, sources: new FluxSources(resources, repository) };
  const flux = resources.flatMap((resource): Release[] => {
    if (isFluxKustomization(resource)) return [releaseOfFluxKustomization(resource, search)];
    return isHelmRelease(resource) ? [releaseOfHelmRelease(resource, search)] : [];
  });
  const applications = resources.flatMap(resource => (isApplicationSet(resource) ? expandApplicationSet(resource, repository) : isApplication(resource) ? [resource] : []));
  return [...flux, ...releasesOfApplications(applications, repository)];
}
