import { findNearest } from '../../text/near.ts';
import { fail, type BuildContext } from '../context.ts';
import { mergeFields, selectsGvk, writeFields } from '../field-spec.ts';
import type { FieldSpec, ReplicaEntry } from '../kustomization.ts';
import { allIds, nameOf, printGvk } from '../object-id.ts';
import type { BuildObject } from '../object.ts';
import { REPLICA_FIELDS } from '../tables/field-specs.ts';
import { writeText, writtenAt, writtenOver, wrongKind } from '../written.ts';
import { failAt, type TransformContext } from './write-all.ts';

/** Sets the count of objects that have or had a name (K-076). */
export function setReplicas(objects: readonly BuildObject[], entry: ReplicaEntry, fields: readonly FieldSpec[], context: TransformContext): void {
  const { name, count, countAt } = entry;
  const selected = fields.map(spec => ({
    spec,
    found: objects.filter(object => allIds(object).some(id => id.name === name.value && selectsGvk(spec, id))),
  }));
  if (selected.every(({ found }) => found.length === 0)) return failMissing(objects, entry, fields, context);
  for (const { spec, found } of selected) {
    for (const object of found) {
      const obstacle = writeFields(object, spec, {
        makes: 'scalar',
        origin: writtenAt(countAt),
        set: node => (node.kind === 'scalar' ? writeText(node, `${count}`, writtenOver(countAt, `${count}`, node), 'int') : wrongKind('scalar', node)),
      });
      if (obstacle) failAt(context, { by: name }, obstacle);
    }
  }
}

function failMissing(objects: readonly BuildObject[], { name }: ReplicaEntry, fields: readonly FieldSpec[], context: TransformContext): void {
  const kinds = fields.map(printGvk).join(' ');
  const answer = `resource with name ${name.value} does not match a config with the following GVK [${kinds}]`;
  const names = objects.filter(object => allIds(object).some(id => fields.some(spec => selectsGvk(spec, id)))).map(nameOf);
  const near = findNearest(name.value, names, other => other);
  fail(context, { kind: 'replicas-target-missing', answer, at: name.at, subject: name.value, ...(near === undefined ? {} : { near }) });
}

/** An entry of `replicas`. */
export function replicas(objects: readonly BuildObject[], entry: ReplicaEntry, context: BuildContext): void {
  setReplicas(objects, entry, mergeFields(REPLICA_FIELDS, context.configuration.replicas), context);
}
