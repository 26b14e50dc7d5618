import type { YamlDocument } from '../yaml/source-file.ts';
import { mayProduce } from './producers.ts';
import { isOfKnownKind, labelOf, type Resource } from './resource.ts';

/** Why there may be objects that no file shows. */
export interface Opening {
  readonly reason: string;
  readonly document: YamlDocument | undefined;
  /** The object that may make others. */
  readonly by?: Resource;
  /** True where the objects are among the files of the run, in another scope. */
  readonly isElsewhere?: boolean;
  /**
   * `evidence`: objects may exist outside the files, which `complete` denies. `proof`: neighbours among the files may belong to
   * the scope; what is in it still tells. `both`: something that does belong to it was not read.
   */
  readonly hinders: 'evidence' | 'proof' | 'both';
}

/** Objects of a kind that is not known may be any, and custom resources may make any. */
export function openingBy(resource: Resource): Opening[] {
  const { document } = resource;
  if (!isOfKnownKind(resource)) return [{ reason: `the kind of an object in ${document.file.path} is not known`, document, hinders: 'both' }];
  return mayProduce(resource) ? [{ reason: `${labelOf(resource)} may make objects that are not shown`, document, by: resource, hinders: 'evidence' }] : [];
}

/** Whether all that belongs to a scope was read, so that no object of its files is missing. */
export function isWhole({ openings }: { readonly openings: readonly Opening[] }): boolean {
  return !openings.some(({ hinders }) => hinders === 'both');
}
