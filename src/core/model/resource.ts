import type { ObjectMeta } from 'kubernetes-types/meta/v1.d.ts';
import { type Cursor } from '../yaml/cursor.ts';
import { valueOf, type Field } from '../yaml/field.ts';
import type { Place } from '../yaml/place.ts';
import type { SourceFile, YamlDocument } from '../yaml/source-file.ts';

/** The part of every object that svclint reads before it knows the kind. */
interface ObjectHead {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ObjectMeta;
}

/** One Kubernetes object as it is written: a document, or an element of a List. */
export interface Resource {
  readonly document: YamlDocument;
  readonly body: Cursor;
  readonly apiVersion: string;
  /** API group; empty for the core group. */
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly name: Field<string>;
  /** Absent when the manifest gives none: then `-n`, the context or a kustomization decides (S-010). */
  readonly namespace: Field<string>;
  readonly metadata: Cursor<ObjectMeta>;
  /** True for output of `kubectl get`: status and managedFields are observations, not claims. */
  readonly observed: boolean;
}

/** Stands for an apiVersion or kind that is a placeholder: the object is there, and what it is cannot be told. */
export const UNKNOWN = '(unknown)';

/** Whether it is known what an object is. One whose kind is a placeholder may be what another object misses. */
export function isOfKnownKind({ apiVersion, kind }: Head): boolean {
  return apiVersion !== UNKNOWN && kind !== UNKNOWN;
}

function splitApiVersion(apiVersion: string): { group: string; version: string } {
  if (apiVersion === UNKNOWN) return { group: UNKNOWN, version: UNKNOWN };
  const slash = apiVersion.indexOf('/');
  return slash === -1 ? { group: '', version: apiVersion } : { group: apiVersion.slice(0, slash), version: apiVersion.slice(slash + 1) };
}

function readHeadField(field: Field<string>): string | undefined {
  if (field.state === 'unknown') return field.why === 'templated' ? UNKNOWN : undefined;
  return valueOf(field);
}

/** Kind and version of an object. */
export interface Head {
  readonly apiVersion: string;
  readonly kind: string;
}

/** Marks that only an API server or a controller writes. */
function isObserved(metadata: Cursor<ObjectMeta>): boolean {
  return metadata.get('managedFields').isPresent || metadata.get('uid').isPresent || metadata.get('resourceVersion').isPresent;
}

function readHead(body: Cursor): Head | undefined {
  const head = body.as<ObjectHead>();
  const apiVersion = readHeadField(head.get('apiVersion').string());
  const kind = readHeadField(head.get('kind').string());
  return apiVersion && kind ? { apiVersion, kind } : undefined;
}

/** The object at a cursor, or undefined where apiVersion or kind is not known. `inherited` is what an element of a typed list takes over. */
export function readResource(body: Cursor, inherited?: Head): Resource | undefined {
  const head = inherited && body.isMapping && body.get('kind').isAbsent ? inherited : readHead(body);
  if (!head) return undefined;
  const metadata = body.as<ObjectHead>().get('metadata');
  return {
    document: body.document,
    body,
    apiVersion: head.apiVersion,
    ...splitApiVersion(head.apiVersion),
    kind: head.kind,
    name: metadata.get('name').string(),
    namespace: metadata.get('namespace').string(),
    metadata,
    observed: isObserved(metadata),
  };
}

/** `Service "web"`; `Service without a name` where none is written or known. */
export function labelOf(resource: Resource): string {
  const name = valueOf(resource.name);
  if (name !== undefined) return `${resource.kind} "${name}"`;
  const prefix = valueOf(resource.metadata.get('generateName').string());
  return prefix === undefined ? `${resource.kind} without a name` : `${resource.kind} "${prefix}*"`;
}

/** Where a reader recognizes the object: its name, else its kind. */
export function nameplateOf(resource: Resource): Place {
  return resource.name.state === 'absent' ? resource.body.get('kind').at : resource.metadata.get('name').at;
}

/** The file that a reader would open: of a rendered object, where its source begins. */
export function fileOf(resource: Resource): SourceFile {
  return resource.body.at.file;
}

/** Whether two objects have one kind, whatever its version: `apps/v1` and `extensions/v1beta1` Deployments are one kind. */
export function isKind(resource: Resource, kind: string, ...groups: readonly string[]): boolean {
  return resource.kind === kind && (groups.length === 0 || groups.includes(resource.group));
}
