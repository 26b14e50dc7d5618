import type { Gvk, ObjectId, PreviousId } from './identity.ts';
import { nodeAt, type YamlNode } from './node.ts';
import type { BuildObject } from './object.ts';
import { CLUSTER_SCOPED } from './tables/cluster-scoped.ts';

/** Namespace of what has none, where namespaces are compared (K-040). */
export const NO_NAMESPACE = '_non_namespaceable_';
export const DEFAULT_NAMESPACE = 'default';

/** Text of a scalar; empty for what is absent, null or no scalar. */
export function textOf(node: YamlNode | undefined): string {
  return node?.kind === 'scalar' && node.tag !== 'null' ? node.text : '';
}

export function apiVersionOf({ root }: BuildObject): string {
  return textOf(nodeAt(root, 'apiVersion'));
}

export function kindOf({ root }: BuildObject): string {
  return textOf(nodeAt(root, 'kind'));
}

export function nameOf({ root }: BuildObject): string {
  return textOf(nodeAt(root, 'metadata', 'name'));
}

/** As it is written; empty where there is none. */
export function namespaceOf({ root }: BuildObject): string {
  return textOf(nodeAt(root, 'metadata', 'namespace'));
}

/** `apps/v1` has a group, `v1` has none. */
export function splitApiVersion(apiVersion: string): Pick<Gvk, 'group' | 'version'> {
  const slash = apiVersion.indexOf('/');
  return slash === -1 ? { group: '', version: apiVersion } : { group: apiVersion.slice(0, slash), version: apiVersion.slice(slash + 1) };
}

export function joinApiVersion({ group, version }: Pick<Gvk, 'group' | 'version'>): string {
  return group === '' ? version : `${group}/${version}`;
}

export function gvkOf(object: BuildObject): Gvk {
  return { ...splitApiVersion(apiVersionOf(object)), kind: kindOf(object) };
}

/** The id that an object has now. */
export function idOf(object: BuildObject): ObjectId {
  return { ...gvkOf(object), name: nameOf(object), namespace: namespaceOf(object) };
}

/** Only kinds of the table: every other kind counts as one with a namespace (K-040). */
export function isClusterScoped(gvk: Gvk): boolean {
  return CLUSTER_SCOPED.get(joinApiVersion(gvk))?.has(gvk.kind) ?? false;
}

/** The namespace by which ids are compared. */
export function effectiveNamespace(id: ObjectId): string {
  if (isClusterScoped(id)) return NO_NAMESPACE;
  return id.namespace === '' ? DEFAULT_NAMESPACE : id.namespace;
}

/** Earlier ids, the oldest first. Their group and version are the current ones (K-042). */
export function previousIds(object: BuildObject): ObjectId[] {
  const { group, version } = gvkOf(object);
  return object.previous.map(({ name, namespace, kind }) => ({ group, version, kind, name, namespace }));
}

/** All earlier ids and the current one. */
export function allIds(object: BuildObject): ObjectId[] {
  return [...previousIds(object), idOf(object)];
}

/** The first id that an object had. */
export function originalId(object: BuildObject): ObjectId {
  return previousIds(object)[0] ?? idOf(object);
}

/** Stores the present id before a change of name, namespace or kind (K-042). */
export function storePrevious(object: BuildObject): void {
  const id = idOf(object);
  const previous: PreviousId = { name: id.name, namespace: effectiveNamespace(id), kind: id.kind };
  object.previous.push(previous);
}

/** Equal for ids that are one object for kustomize. */
export function keyOfId(id: ObjectId): string {
  return `${id.group}/${id.version}/${id.kind}|${effectiveNamespace(id)}|${id.name}`;
}

export function isSameId(a: ObjectId, b: ObjectId): boolean {
  return a.name === b.name && isSameGvk(a, b) && effectiveNamespace(a) === effectiveNamespace(b);
}

export function isSameGvk(a: Gvk, b: Gvk): boolean {
  return a.group === b.group && a.version === b.version && a.kind === b.kind;
}

/** `Deployment.v1.apps`, as kustomize prints it. */
export function printGvk({ group, version, kind }: Gvk): string {
  return `${kind || '[noKind]'}.${version || '[noVer]'}.${group || '[noGrp]'}`;
}

/** `Service.v1.[noGrp]/web.[noNs]`, as kustomize prints it. */
export function printId(id: ObjectId): string {
  return `${printGvk(id)}/${id.name || '[noName]'}.${id.namespace || '[noNs]'}`;
}
