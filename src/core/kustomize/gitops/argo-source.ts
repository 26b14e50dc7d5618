import { allOf, type Answer } from '../../model/answer.ts';
import { applicationSpecOf, sourcesOf, type ApplicationSource } from '../../model/gitops/argo.ts';
import type { Resource } from '../../model/resource.ts';
import type { Cursor } from '../../yaml/cursor.ts';
import { valueOf } from '../../yaml/field.ts';
import { compareRepository, compareRevision } from './repository-url.ts';
import { cleanPath, locate, type Repository } from './repository.ts';

/** Whether a source is the repository whose files are linted. */
export interface ArgoSource {
  readonly isThis: Answer;
  /** Not told by its URL, but by what else is taken from it. */
  readonly isLikely: boolean;
}

function keyOf(source: Cursor<ApplicationSource>): string {
  return `${source.get('repoURL').text ?? ''} ${source.get('targetRevision').text ?? ''}`;
}

/** The sources of a set of Applications, and which of them are this repository. */
export class ArgoSources {
  readonly repository: Repository;
  /** Sources from which paths are applied that are all here. */
  readonly #likely: ReadonlySet<string>;

  constructor(applications: readonly Resource[], repository: Repository, others?: ArgoSources) {
    this.repository = repository;
    const sources = applications.flatMap(application => sourcesOf(applicationSpecOf(application)).map(source => ({ application, source })));
    const found = sources.filter(({ application, source }) => this.#holds(source, application));
    this.#likely = new Set([...(others ? others.#likely : []), ...found.map(({ source }) => keyOf(source))]);
  }

  #holds(source: Cursor<ApplicationSource>, application: Resource): boolean {
    const path = valueOf(source.get('path').string());
    if (path === undefined || cleanPath(path) === '.' || !source.get('repoURL').isPresent) return false;
    return locate(path, application, this.repository).kind === 'directory';
  }

  of(source: Cursor<ApplicationSource>): ArgoSource {
    const answer = compareRepository(valueOf(source.get('repoURL').string()), this.repository.urls);
    const isThis = answer === 'no' ? 'no' : allOf([answer, compareRevision(source.get('targetRevision').text, this.repository.branch)]);
    return { isThis, isLikely: isThis !== 'no' && this.#likely.has(keyOf(source)) };
  }
}
