import { valueOf } from '../yaml/field.ts';
import { groupBy } from './group-by.ts';
import { openingBy, type Opening } from './opening.ts';
import { PodIndex } from './pod-index.ts';
import { readPodTemplates } from './pod-template.ts';
import type { Resource } from './resource.ts';

/** All that one run reads, whatever its scope: an object without a namespace in another directory may stand in the same cluster. */
export class Run {
  readonly resources: readonly Resource[];
  readonly #openings: readonly Opening[];
  #hasUnread: boolean | undefined;
  #byName: ReadonlyMap<string, readonly Resource[]> | undefined;
  #podIndex: PodIndex | undefined;

  constructor(resources: readonly Resource[], openings: readonly Opening[]) {
    this.resources = resources;
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

  /** Pod templates of all scopes. */
  get podIndex(): PodIndex {
    this.#podIndex ??= new PodIndex(this.resources.flatMap(readPodTemplates));
    return this.#podIndex;
  }

  /** Objects of a kind with a name, in any namespace and scope. */
  byName(kind: string, name: string): readonly Resource[] {
    this.#byName ??= groupBy(this.resources, resource => `${resource.kind}/${valueOf(resource.name) ?? ''}`);
    return this.#byName.get(`${kind}/${name}`) ?? [];
  }
}
