import { baseNameOf } from '../text/path.ts';
import { Cursor } from '../yaml/cursor.ts';
import { valueOf } from '../yaml/field.ts';
import type { YamlDocument } from '../yaml/source-file.ts';
import { readResource, type Resource } from './resource.ts';

/**
 * What a document is: an object or several (a List); a `fragment`, which has metadata or spec and lacks apiVersion or kind;
 * something `other` than a Kubernetes object; nothing at all; or text that does not parse.
 */
export type DocumentKind = 'objects' | 'fragment' | 'other' | 'empty' | 'unread';

export interface DocumentReading {
  readonly document: YamlDocument;
  readonly kind: DocumentKind;
  readonly resources: readonly Resource[];
}

/** Tools whose files carry apiVersion and kind and are never applied to a cluster. */
const TOOL_GROUPS = [
  'skaffold',
  'kind.x-k8s.io',
  'kubeadm.k8s.io',
  'kubelet.config.k8s.io',
  'kubeproxy.config.k8s.io',
  'k3d.io',
  'kustomize.config.k8s.io',
  'ctlptl.dev',
  'eksctl.io',
  'backstage.io',
  'config.k8s.io',
  'devfile',
  'krm.kpt.dev',
  'kpt.dev',
  'chaosmesh',
];

/** A file of another tool that has the form of an object: it tells about the cluster and is not applied to one. */
export function isToolFile(resource: Resource): boolean {
  if (resource.apiVersion === 'v1' && ['Config', 'Manifest'].includes(resource.kind)) return true;
  return TOOL_GROUPS.some(group => resource.group === group) || (resource.group === '' && resource.version !== 'v1');
}

function readList(list: Resource): Resource[] {
  return list.body
    .get('items')
    .items()
    .flatMap(item => {
      const resource = readResource(item);
      if (!resource) return [];
      return isList(resource) ? readList(resource) : [resource];
    });
}

/** `List` and the typed lists (`RoleList`, `ServiceList`) of every group: a list of objects under `items` and no spec. */
function isList(resource: Resource): boolean {
  return resource.kind.endsWith('List') && resource.body.get('items').isList && !resource.body.get('spec').isPresent;
}

/** The objects of a document. An element of a typed list may leave out apiVersion and kind; such an element is not an object by itself. */
export function readDocument(document: YamlDocument): DocumentReading {
  if (!document.tree) return { document, kind: 'unread', resources: [] };
  const body = Cursor.root(document);
  if (!body || body.isAbsent) return { document, kind: 'empty', resources: [] };
  const resource = body.isMapping ? readResource(body) : undefined;
  if (resource) return { document, kind: 'objects', resources: isList(resource) ? readList(resource) : [resource] };
  const looksLikeObject =
    (body.get('metadata').isMapping &&
      valueOf(body.get('metadata').get('name').string()) !== undefined &&
      (body.get('spec').isMapping || body.get('data').isMapping)) ||
    (body.get('apiVersion').isScalar && body.get('metadata').isMapping) ||
    (body.get('kind').isScalar && body.get('metadata').isMapping && body.get('spec').isMapping);
  return { document, kind: looksLikeObject ? 'fragment' : 'other', resources: [] };
}

/** The words that make a text that does not parse look like an object: what does not is left alone, whatever tool it is for. */
const OBJECT_WORDS = /^[\t {]*["']?(?:apiVersion|kind)["']?\s*:/m;

/** Whether a document is, or was meant to be, something for a cluster. Files of other tools are not svclint's to judge. */
export function isManifest({ document, kind }: DocumentReading): boolean {
  if (kind !== 'unread') return kind === 'objects' || kind === 'fragment';
  return OBJECT_WORDS.test(document.file.text.slice(document.span.start, document.span.end));
}

/** `Document 2 of "shop.yaml"`, with a small letter in the middle of a sentence. */
export function documentLabelOf({ file, index }: YamlDocument, position: 'start' | 'middle' = 'start'): string {
  const label = `ocument ${String(index + 1)} of "${baseNameOf(file.path)}"`;
  return (position === 'start' ? 'D' : 'd') + label;
}
