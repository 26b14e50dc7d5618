import { isApplication, isApplicationSet } from '../../model/gitops/argo.ts';
import { isFluxKustomization, isHelmRelease } from '../../model/gitops/flux.ts';
import type { Resource } from '../../model/resource.ts';
import { expandApplicationSet } from './application-set.ts';
import { releasesOfApplication } from './argo-release.ts';
import { ArgoSources } from './argo-source.ts';
import { releaseOfFluxKustomization, releaseOfHelmRelease, type FluxSearch } from './flux-release.ts';
import { FluxSources } from './flux-source.ts';
import type { Release } from './release.ts';
import type { Repository } from './repository.ts';

/** Whether an object tells a GitOps tool what to apply: for those who look before they load this. */
export function isGitOpsObject(resource: Resource): boolean {
  return isFluxKustomization(resource) || isHelmRelease(resource) || isApplication(resource) || isApplicationSet(resource);
}

/**
 * Finds what Flux and Argo CD objects apply. It is made of all objects of a repository: sources and ConfigMaps with values may stand in other
 * files and sets than the objects that name them.
 */
export class ReleaseFinder {
  readonly #search: FluxSearch;
  readonly #argo: ArgoSources;

  constructor(resources: readonly Resource[], repository: Repository) {
    this.#search = { resources, beside: [], repository, sources: new FluxSources(resources, repository) };
    this.#argo = new ArgoSources(resources.filter(isApplication), repository);
  }

  /** The releases of the objects among the resources, those of Flux first, else in their order. `beside`: the objects of the set that they are in. */
  find(resources: readonly Resource[], beside: readonly Resource[] = []): readonly Release[] {
    const { repository } = this.#search;
    const search = { ...this.#search, beside };
    const flux = resources.flatMap((resource): Release[] => {
      if (isFluxKustomization(resource)) return [releaseOfFluxKustomization(resource, search)];
      return isHelmRelease(resource) ? [releaseOfHelmRelease(resource, search)] : [];
    });
    const argo = resources.flatMap((resource): Release[] => {
      if (isApplication(resource)) return releasesOfApplication(resource, this.#argo);
      if (!isApplicationSet(resource)) return [];
      const applications = expandApplicationSet(resource, repository);
      // What one of them takes from a source tells of the others.
      const sources = new ArgoSources(applications, repository, this.#argo);
      return applications.flatMap(application => releasesOfApplication(application, sources));
    });
    return [...flux, ...argo];
  }
}

/** What the Flux and Argo CD objects among the resources of a repository apply. */
export function findReleases(resources: readonly Resource[], repository: Repository): readonly Release[] {
  return new ReleaseFinder(resources, repository).find(resources);
}
