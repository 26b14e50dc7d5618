import { allOf, type Answer } from '../../model/answer.ts';
import { fluxKustomizationSpecOf, isFluxKustomization, isFluxSource, sourceSpecOf, type CrossReference } from '../../model/gitops/flux.ts';
import { compareNamespaces } from '../../model/namespace.ts';
import { isKind, type Resource } from '../../model/resource.ts';
import type { Cursor } from '../../yaml/cursor.ts';
import { valueOf } from '../../yaml/field.ts';
import { compareRepository, compareRevision } from './repository-url.ts';
import { cleanPath, locate, type Repository } from './repository.ts';

/** Name that `flux bootstrap` and the Flux operator give to the repository that they are set up from. */
const OF_BOOTSTRAP = 'flux-system';

/** Where Flux gets what an object applies. */
export interface FluxSource {
  /** Whether it is the repository whose files are linted. */
  readonly isThis: Answer;
  /** Not told by a URL, but by what else Flux takes from it. */
  readonly isLikely: boolean;
  /** False where no file shows it: then it is presumably this, as long as its path is here. */
  readonly isWritten: boolean;
  readonly ignore: string | undefined;
}

type Reference = Cursor<CrossReference>;

const keyOf = (reference: Reference): string => (['kind', 'namespace', 'name'] as const).map(field => reference.get(field).text ?? '').join('/');

/** The sources of a set of objects, and which of them are this repository. */
export class FluxSources {
  readonly #sources: readonly Resource[];
  readonly #repository: Repository;
  /** Sources from which paths are applied that are all here. */
  readonly #likely = new Set<string>();

  constructor(resources: readonly Resource[], repository: Repository) {
    this.#sources = resources.filter(isFluxSource);
    this.#repository = repository;
    for (const resource of resources.filter(isFluxKustomization)) this.#look(resource);
  }

  #look(resource: Resource): void {
    const spec = fluxKustomizationSpecOf(resource);
    const path = valueOf(spec.get('path').string());
    if (path === undefined || cleanPath(path) === '.') return;
    if (locate(path, resource, this.#repository).kind === 'directory') this.#likely.add(keyOf(spec.get('sourceRef')));
  }

  #compare(source: Resource): Answer {
    const spec = sourceSpecOf(source);
    const ref = spec.get('ref');
    // The strongest of them counts.
    const revision = (['commit', 'name', 'semver', 'tag', 'branch'] as const).find(field => ref.get(field).isPresent);
    const answer = compareRepository(valueOf(spec.get('url').string()), this.#repository.urls);
    return answer === 'no' ? 'no' : allOf([answer, compareRevision(revision && ref.get(revision).text, this.#repository.branch)]);
  }

  /** The source that an object names. Of one that no file shows nothing is known but what is taken from it. */
  of(reference: Reference, from: Resource): FluxSource {
    const [kind, name] = [valueOf(reference.get('kind').string()), valueOf(reference.get('name').string())];
    const named = reference.get('namespace').string();
    const namespace = named.state === 'absent' ? from.namespace : named;
    const found = this.#sources.filter(
      source => kind !== undefined && isKind(source, kind) && valueOf(source.name) === name && compareNamespaces(namespace, source.namespace) !== 'no',
    );
    const [source] = found;
    const isThis = kind === 'GitRepository' && source && found.length === 1 ? this.#compare(source) : 'unknown';
    const isLikely = isThis !== 'no' && (this.#likely.has(keyOf(reference)) || (kind === 'GitRepository' && name === OF_BOOTSTRAP));
    return {
      isThis,
      isLikely,
      isWritten: source !== undefined || kind !== 'GitRepository',
      ignore: source ? valueOf(sourceSpecOf(source).get('ignore').string()) : undefined,
    };
  }
}
