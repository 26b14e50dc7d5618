import { fail, type BuildContext } from '../context.ts';
import { mergeFields, type Obstacle } from '../field-spec.ts';
import type { FieldSpec, Text } from '../kustomization.ts';
import { entryOf, isNull, nodeAt, scalarNode, setEntry, type MapNode, type YamlNode } from '../node.ts';
import { apiVersionOf, gvkOf, idOf, isClusterScoped, keyOfId, kindOf, storePrevious, textOf } from '../object-id.ts';
import type { BuildObject } from '../object.ts';
import { NAMESPACE_FIELDS } from '../tables/field-specs.ts';
import { writeText, writtenAt, writtenOver, wrongKind } from '../written.ts';
import { failAt, writeAll, type TransformContext } from './write-all.ts';

/** Which subjects of role bindings get the namespace: those named `default`, all ServiceAccounts, or none. */
export type RoleBindingSubjects = 'defaultOnly' | 'allServiceAccounts' | 'none';

export interface NamespaceSetting {
  readonly namespace: Text;
  readonly fields: readonly FieldSpec[];
  /** Leaves what has a namespace. */
  readonly unsetOnly?: boolean;
  readonly subjects?: RoleBindingSubjects;
}

type Setter = (node: YamlNode) => Obstacle | undefined;

function setterOf({ namespace, unsetOnly = false }: NamespaceSetting): Setter {
  return node => {
    if (node.kind !== 'scalar') return wrongKind('scalar', node);
    if (unsetOnly && !isNull(node) && node.text !== '') return undefined;
    return writeText(node, namespace.value, writtenOver(namespace.at, namespace.value, node), 'str');
  };
}

/** Sets the namespace under a mapping's key, which is made where it is absent. */
function setUnder(map: MapNode, key: string, { namespace }: NamespaceSetting, set: Setter): Obstacle | undefined {
  const old = entryOf(map, key);
  if (old) return set(old);
  const origin = writtenAt(namespace.at);
  setEntry(map, key, scalarNode(namespace.value, origin), origin);
  return undefined;
}

function setMetadata({ root }: BuildObject, setting: NamespaceSetting, set: Setter): Obstacle | undefined {
  const metadata = entryOf(root, 'metadata');
  return metadata?.kind === 'map' ? setUnder(metadata, 'namespace', setting, set) : undefined;
}

function isRoleBinding(kind: string): boolean {
  return kind === 'RoleBinding' || kind === 'ClusterRoleBinding';
}

function setSubjects({ root }: BuildObject, setting: NamespaceSetting, set: Setter): Obstacle | undefined {
  const { subjects = 'defaultOnly' } = setting;
  const list = nodeAt(root, 'subjects');
  if (subjects === 'none' || list?.kind !== 'list') return undefined;
  for (const subject of list.items) {
    if (subject.kind !== 'map') continue;
    const isMeant = subjects === 'defaultOnly' ? textOf(entryOf(subject, 'name')) === 'default' : textOf(entryOf(subject, 'kind')) === 'ServiceAccount';
    const obstacle = isMeant ? setUnder(subject, 'namespace', setting, set) : undefined;
    if (obstacle) return { ...obstacle, answer: `setting namespace on (cluster)role binding subjects: ${obstacle.answer}` };
  }
  return undefined;
}

/** `metadata/namespace` is no field of the table: it is set on all that is not known to have no namespace (K-071). */
function isFieldOf(object: BuildObject, { kind, path }: FieldSpec): boolean {
  if (path === 'metadata/namespace') return false;
  if (path === 'metadata/name') return apiVersionOf(object) === 'v1';
  return !(isRoleBinding(kindOf(object)) && isRoleBinding(kind) && path === 'subjects/namespace');
}

function transform(object: BuildObject, setting: NamespaceSetting, set: Setter): Obstacle | undefined {
  storePrevious(object);
  const inMetadata = isClusterScoped(gvkOf(object)) ? undefined : setMetadata(object, setting, set);
  const inSubjects = isRoleBinding(kindOf(object)) ? setSubjects(object, setting, set) : undefined;
  const specs = setting.fields.filter(spec => isFieldOf(object, spec));
  const obstacle = writeAll(object, specs, { makes: 'scalar', origin: writtenAt(setting.namespace.at), set });
  return inMetadata ?? inSubjects ?? (obstacle && { ...obstacle, answer: `namespace transformation failed: ${obstacle.answer}` });
}

/** The ids of all objects are told apart by more than the namespace. */
function checkConflicts(objects: readonly BuildObject[], { namespace }: NamespaceSetting, context: TransformContext): void {
  const byId = new Map<string, BuildObject[]>();
  for (const object of objects) {
    const key = keyOfId(idOf(object));
    const same = byId.get(key);
    if (same) same.push(object);
    else byId.set(key, [object]);
  }
  for (const same of byId.values()) {
    if (same.length === 1) continue;
    const listed = same.map(object => JSON.stringify({ ...idOf(object) })).join(' ');
    const related = same.map(({ origin }) => ({ at: origin.at, note: `becomes the same object in namespace "${namespace.value}"` }));
    const answer = `namespace transformation produces ID conflict: [${listed}]`;
    fail(context, { kind: 'namespace-conflict', answer, at: namespace.at, subject: namespace.value, related });
  }
}

/** Puts objects into a namespace (K-071). */
export function setNamespace(objects: readonly BuildObject[], setting: NamespaceSetting, context: TransformContext): void {
  if (setting.namespace.value === '') return;
  const set = setterOf(setting);
  for (const object of objects) {
    const obstacle = transform(object, setting, set);
    if (obstacle) failAt(context, { by: setting.namespace }, obstacle);
  }
  checkConflicts(objects, setting, context);
}

/** `namespace` of a kustomization. */
export function namespace(objects: readonly BuildObject[], entry: Text, context: BuildContext): void {
  setNamespace(objects, { namespace: entry, fields: mergeFields(NAMESPACE_FIELDS, context.configuration.namespace) }, context);
}
