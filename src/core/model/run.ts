import { valueOf } from '../yaml/field.ts';
import { groupBy } from './group-by.ts';
import { identityOf } from './identity.ts';
import { openingBy, type Opening } from './opening.ts';
import { PodIndex } from './pod-index.ts';
import { readPodTemplates } from './pod-template.ts';
import type { Resource } from './resource.ts';

/** The objects of one scope. */
interface Neighbour {
  readonly resources: readonly Resource[];
  identities: ReadonlySet<string | undefined> | undefined;
}

/** All that one run reads, whatever its scope: an object without a namespace in another directory may stand in the same cluster. */
export class Run {
  readonly resources: readonly Resource[];
  readonly #openings: readonly Opening[];
  readonly #scopes: readonly (readonly Resource[])[];
  #hasUnread: boolean | undefined;
  #byName: ReadonlyMap<string, readonly Resource[]> | undefined;
  #podIndex: PodIndex | undefined;
  #neighbours: ReadonlyMap<Resource, readonly Neighbour[]> | undefined;

  constructor(scopes: readonly (readonly Resource[])[], openings: readonly Opening[]) {
    this.resources = [...new Set(scopes.flat())];
    this.#scopes = scopes;
    this.#openings = openings;
  }

  /** Something of the run was not read, or is of a kind that is not known, so that objects may be in it. */
  get hasUnread(): boolean {
    this.#hasUnread ??= [...this.#openings, ...this.resources.flatMap(openingBy)].some(
      ({ hinders, by, isElsewhere = false }) => hinders === 'both' && !by && !isElsewhere,
    );
    return this.#hasUnread;
  }

  /** Whether a document that was not read, or in part only, holds a text: then an object of that name may be in it. */
  mayHold(text: string): boolean {
    return this.#openings.some(
      ({ hinders, document, isElsewhere = false }) => hinders === 'both' && !isElsewhere && document?.file.text.includes(text) === true,
    );
  }

  /** Objects of a kind with a name, in any namespace and scope. */
  byName(kind: string, name: string): readonly Resource[] {
    this.#byName ??= groupBy(this.resources, resource => `${resource.kind}/${valueOf(resource.name) ?? ''}`);
    return this.#byName.get(`${kind}/${name}`) ?? [];
  }

  /** Pod templates of all scopes. */
  get podIndex(): PodIndex {
    this.#podIndex ??= new PodIndex(this.resources.flatMap(readPodTemplates));
    return this.#podIndex;
  }

  /**
   * Whether an object stands in a scope that may be applied beside those of `from`. One that holds the object `from` as well, as another
   * overlay does, is applied instead.
   */
  mayStandBeside(target: Resource, from: Resource): boolean {
    this.#neighbours ??= this.#readNeighbours();
    const identity = identityOf(from);
    return (this.#neighbours.get(target) ?? []).some(neighbour => {
      neighbour.identities ??= new Set(neighbour.resources.map(identityOf));
      return identity === undefined || !neighbour.identities.has(identity);
    });
  }

  #readNeighbours(): ReadonlyMap<Resource, readonly Neighbour[]> {
    const found = new Map<Resource, Neighbour[]>();
    for (const resources of this.#scopes) {
      const neighbour: Neighbour = { resources, identities: undefined };
      for (const resource of resources) {
        const known = found.get(resource);
        if (known) known.push(neighbour);
        else found.set(resource, [neighbour]);
      }
    }
    return found;
  }
}
