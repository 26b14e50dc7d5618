import type { Cursor } from '../../yaml/cursor.ts';
import { known, valueOf, type Field } from '../../yaml/field.ts';
import type { Answer } from '../answer.ts';
import type { PodTemplate } from '../pod.ts';
import type { Resource } from '../resource.ts';
import type { KindName, Reference, ReferenceRow } from './reference.ts';
import { stepsOf, type RowForest, type RowTree } from './row-tree.ts';
import { readTextForm, type NamedInText } from './text-forms.ts';

function follow(cursor: Cursor, path: string): Cursor {
  return path === '' ? cursor : path.split('.').reduce((at, key) => at.get(key), cursor);
}

/** All cursors that a path with `[]` leads to. */
function followAll(cursor: Cursor, path: string): readonly Cursor[] {
  return stepsOf(path).reduce<readonly Cursor[]>((found, step) => found.flatMap(at => (step === '[]' ? at.items() : [at.get(step)])), [cursor]);
}

/** `apps` of `apps/v1`, nothing of `v1`; a group stands as it is. */
function groupIn(text: string): string {
  const slash = text.indexOf('/');
  if (slash !== -1) return text.slice(0, slash);
  return /^v\d+(?:(?:alpha|beta)\d+)?$/.test(text) ? '' : text;
}

function kindOf(holder: Cursor, { to }: ReferenceRow): KindName | undefined {
  if (typeof to === 'string') return to;
  const [kind, group] = [holder.get(to.kind).string(), holder.get(to.group).string()];
  if (kind.state === 'absent') return group.state === 'unknown' ? undefined : to.fallback;
  const fallback = to.fallback?.slice(0, to.fallback.indexOf('/')) ?? '';
  const written = group.state === 'absent' ? fallback : valueOf(group);
  const name = valueOf(kind);
  return name === undefined || written === undefined ? undefined : `${groupIn(written)}/${name}`;
}

function optionalOf(holder: Cursor, { optional }: ReferenceRow): Answer {
  if (optional === undefined) return 'no';
  const field = follow(holder, optional).boolean();
  if (field.state === 'unknown') return 'unknown';
  return valueOf(field) === true ? 'yes' : 'no';
}

function portOf(holder: Cursor, { port = [] }: ReferenceRow): Cursor | undefined {
  const fields = port.map(path => follow(holder, path));
  return fields.find(field => field.isWritten) ?? fields[0];
}

function namespaceOf(holder: Cursor, row: ReferenceRow, at: Cursor, inText: NamedInText | undefined): Field<string> | undefined {
  if (inText?.namespace !== undefined) return known(inText.namespace, at.at);
  return row.namespace === undefined ? undefined : follow(holder, row.namespace).string();
}

function readReference(row: ReferenceRow, holder: Cursor, from: Resource, pod: PodTemplate | undefined): Reference | undefined {
  const at = follow(holder, row.name ?? 'name');
  const written = at.string();
  const inText = row.form === undefined || written.state !== 'known' ? undefined : readTextForm(row.form, written.value);
  if (row.form !== undefined && written.state === 'known' && !inText) return undefined;
  const name = inText ? known(inText.name, at.at) : written;
  // Not written is no reference: `name` of an optional field, an empty claim, `tls` without a Secret.
  if (name.state === 'absent' || valueOf(name) === '') return undefined;
  if (row.unless !== undefined && !holder.get(row.unless).isAbsent) return undefined;
  const namespace = namespaceOf(holder, row, at, inText);
  return {
    row,
    from,
    pod,
    holder,
    at,
    name,
    kind: kindOf(holder, row),
    namespace: namespace?.state === 'absent' ? undefined : namespace,
    keys: row.key === undefined ? [] : followAll(holder, row.key).filter(key => key.isWritten),
    port: portOf(holder, row),
    isOptional: optionalOf(holder, row),
  };
}

interface Walk {
  readonly from: Resource;
  readonly pod: PodTemplate | undefined;
  readonly found: Reference[];
}

function walk(tree: RowTree, cursor: Cursor, into: Walk): void {
  for (const row of tree.rows) {
    const reference = readReference(row, cursor, into.from, into.pod);
    if (reference) into.found.push(reference);
  }
  if (tree.elements && cursor.isList) for (const item of cursor.items()) walk(tree.elements, item, into);
  if (tree.fields.size === 0 || !cursor.isMapping) return;
  for (const [key, below] of tree.fields) {
    const field = cursor.get(key);
    if (field.isWritten) walk(below, field, into);
  }
}

/** The references of one object and of the pod templates that it holds, in the order of the table. */
export function readReferences(from: Resource, pods: readonly PodTemplate[], forest: RowForest): readonly Reference[] {
  const found: Reference[] = [];
  walk(forest.treeOf(`${from.group}/${from.kind}`), from.body, { from, pod: undefined, found });
  walk(forest.treeOf('any'), from.body, { from, pod: undefined, found });
  for (const pod of pods) walk(forest.treeOf('pod'), pod.spec.as(), { from, pod, found });
  return found;
}
