import { baseNameOf } from '../../text/path.ts';
import { type BuildContext, fail } from '../context.ts';
import { splitPath } from '../field-spec.ts';
import { findSource } from '../find-source.ts';
import { readSelector } from '../kustomization-entries.ts';
import { Fields } from '../kustomization-fields.ts';
import type { Text } from '../kustomization.ts';
import { loadConfiguration } from '../load.ts';
import { entryOf, mapNode, type ScalarNode, setEntry, untypedNode, type YamlNode } from '../node.ts';
import type { BuildObject } from '../object.ts';
import type { ObjectList } from '../object-list.ts';
import { isReadFailure } from '../read-nodes.ts';
import { compileSelector, isSelectorFault } from '../select.ts';
import { setNamespace } from '../transform/namespace.ts';
import { fileSource } from '../text-source.ts';
import type { PluginConfig } from './plugin-run.ts';

/** Targets in a file of their own. */
function sharedTargets(path: Text | undefined, context: BuildContext): Fields[] {
  if (!path || path.value === '') return [];
  const file = findSource(context, path.value, missing => {
    fail(context, { ...missing, at: path.at, subject: path.value });
  });
  const root = file && loadConfiguration(fileSource(file));
  return root && !isReadFailure(root) && root.kind === 'map' ? new Fields(root).maps('targets') : [];
}

/** Puts a part into a path; a position beyond its end appends. */
function insertPart(path: string, position: number, part: string): string {
  if (path === '') return part;
  if (path === '/') return `/${part}`;
  const isRooted = path.startsWith('/');
  const parts = path.split('/').slice(isRooted ? 1 : 0);
  parts.splice(Math.min(position, parts.length), 0, part);
  return (isRooted ? '/' : '') + parts.join('/');
}

/** The scalar at a path, made where it is missing; undefined where something else is in the way. */
function scalarAt({ root }: BuildObject, path: string, at: Text): ScalarNode | undefined {
  const steps = splitPath(path);
  const origin = { at: at.at, changes: [] };
  let node: YamlNode = root;
  for (const [index, step] of steps.entries()) {
    if (node.kind !== 'map') return undefined;
    const found = entryOf(node, step);
    const next: YamlNode = found ?? (index === steps.length - 1 ? untypedNode('', origin) : mapNode(origin));
    if (!found) setEntry(node, step, next);
    node = next;
  }
  return node.kind === 'scalar' ? node : undefined;
}

function select(target: Fields, objects: ObjectList, context: BuildContext): readonly BuildObject[] {
  const selector = target.map('selector');
  if (!selector) return objects.items;
  const selecting = compileSelector(readSelector(selector));
  if (!isSelectorFault(selecting)) return objects.items.filter(selecting.takes);
  fail(context, { kind: 'plugin', answer: selecting.answer, at: selecting.at, subject: 'selector' });
  return [];
}

function write(object: BuildObject, value: Text, target: Fields, context: BuildContext): void {
  const path = target.text('fieldPath');
  if (!path) return;
  const scalar = scalarAt(object, path.value, value);
  if (!scalar) {
    fail(context, { kind: 'plugin', answer: `no scalar at ${path.value}`, at: path.at, subject: path.value });
    return;
  }
  const position = target.number('filePathPosition') ?? 0;
  scalar.text = position > 0 ? insertPart(scalar.text, position - 1, value.value) : value.value;
  scalar.tag = undefined;
  scalar.origin = { at: value.at, changes: [...scalar.origin.changes, { at: scalar.origin.at, note: 'a ValueAddTransformer sets it' }] };
}

/** ValueAddTransformer: one value for many fields (K-123). */
export function addValue(objects: ObjectList, { fields, object }: PluginConfig, context: BuildContext): string | undefined {
  const written = fields.text('value');
  const text = written?.value.trim() ?? '';
  const value = text !== '' && written ? { value: text, at: written.at } : { value: baseNameOf(context.directory), at: object.origin.at };
  const targets = [...fields.maps('targets'), ...sharedTargets(fields.text('targetFilePath'), context)];
  if (targets.length === 0) return 'must specify at least one target';
  if (targets.some(target => target.string('fieldPath') === '')) return 'fieldPath cannot be empty';
  for (const target of targets) {
    const selected = select(target, objects, context);
    if (target.string('fieldPath') === 'metadata/namespace') setNamespace(selected, { namespace: value, fields: [], subjects: 'none' }, context);
    else for (const each of selected) write(each, value, target, context);
  }
  return undefined;
}
