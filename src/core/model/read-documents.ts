import { baseNameOf } from '../text/path.ts';
import { Cursor } from '../yaml/cursor.ts';
import { valueOf } from '../yaml/field.ts';
import type { YamlDocument } from '../yaml/source-file.ts';
import { readResource, type Head, type Resource } from './resource.ts';
import { isToolFile } from './tool-files.ts';

/**
 * What a document is: an object or several (a List); the file of a `tool` that has the form of an object; a `fragment`, which has
 * metadata or spec and lacks apiVersion or kind; a `patch` that a kustomization applies to objects; something `other` than a
 * Kubernetes object; nothing at all; or text that does not parse.
 */
export type DocumentKind = 'objects' | 'tool' | 'fragment' | 'patch' | 'other' | 'empty' | 'unread';

export interface DocumentReading {
  readonly document: YamlDocument;
  readonly kind: DocumentKind;
  /** Objects that are applied to a cluster. */
  readonly resources: readonly Resource[];
  /** The file of a tool, read as if it were an object. */
  readonly tool: Resource | undefined;
}

/** Lists that one document may hold: a list that an alias puts into itself would never end. */
const LIST_BUDGET = 1000;

/** kubectl takes everything with a list under `items` for a list, whatever its kind. */
function isList(resource: Resource): boolean {
  return resource.body.get('items').isList;
}

/** An element of a typed list may leave out its kind: that of `RoleList` is then Role, of the same version. A `List` gives none. */
function headOfElements({ apiVersion, kind }: Resource): Head | undefined {
  const element = kind.replace(/List$/, '');
  return element === '' || element === kind ? undefined : { apiVersion, kind: element };
}

function readList(list: Resource): Resource[] {
  const found: Resource[] = [];
  const pending = [list];
  let budget = LIST_BUDGET;
  for (let at = pending.pop(); at && budget > 0; at = pending.pop(), budget--) {
    const head = headOfElements(at);
    for (const item of at.body.get('items').items()) {
      const resource = readResource(item, head);
      if (resource) (isList(resource) ? pending : found).push(resource);
    }
  }
  return found;
}

/** Whether a mapping without apiVersion or kind was meant as an object, or is a part of one. */
function isFragment(body: Cursor): boolean {
  const metadata = body.get('metadata');
  if (!metadata.isMapping) return false;
  const isNamed = valueOf(metadata.get('name').string()) !== undefined;
  const [hasSpec, hasData] = [body.get('spec').isMapping, body.get('data').isMapping];
  return (isNamed && (hasSpec || hasData)) || body.get('apiVersion').isScalar || (body.get('kind').isScalar && hasSpec);
}

/** A file of comments alone has no tree either, and hides nothing. */
function isUnread({ tree, problems, templated }: YamlDocument): boolean {
  return !tree && (problems.length > 0 || templated);
}

/** A document of a file that a kustomization uses to change objects: it looks like one and is none. */
export function readPatch(document: YamlDocument): DocumentReading {
  return { document, kind: isUnread(document) ? 'unread' : 'patch', resources: [], tool: undefined };
}

/** The objects of a document, as kubectl would take them. */
export function readDocument(document: YamlDocument): DocumentReading {
  const reading = (kind: DocumentKind, resources: readonly Resource[] = [], tool?: Resource): DocumentReading => ({ document, kind, resources, tool });
  if (isUnread(document)) return reading('unread');
  const body = Cursor.root(document);
  if (!body || body.isAbsent) return reading('empty');
  const resource = body.isMapping ? readResource(body) : undefined;
  if (!resource) return reading(isFragment(body) ? 'fragment' : 'other');
  if (isToolFile(resource)) return reading('tool', [], resource);
  return reading('objects', isList(resource) ? readList(resource) : [resource]);
}

/** The words that make a text that does not parse look like an object: what does not is left alone, whatever tool it is for. */
const OBJECT_WORDS = /^[\t {]*["']?(?:apiVersion|kind)["']?\s*:/m;

/** Whether a document is, or was meant to be, something for a cluster. Files of other tools are not svclint's to judge. */
export function isManifest({ document, kind }: DocumentReading): boolean {
  if (kind !== 'unread') return kind === 'objects' || kind === 'fragment';
  return OBJECT_WORDS.test(document.file.text.slice(document.span.start, document.span.end));
}

/** `document 2 of "shop.yaml"`, for the middle of a sentence. */
export function documentNameOf({ file, index }: YamlDocument): string {
  return `document ${String(index + 1)} of "${baseNameOf(file.path)}"`;
}

/** `Document 2 of "shop.yaml"`, for its beginning. */
export function documentLabelOf(document: YamlDocument): string {
  return documentNameOf(document).replace(/^d/, 'D');
}
