import type { BuildContext } from '../context.ts';
import { fail } from '../context.ts';
import type { FaultKind } from '../fault.ts';
import { writeFields, type FieldWrite, type Obstacle } from '../field-spec.ts';
import type { FieldSpec, Text } from '../kustomization.ts';
import type { BuildObject } from '../object.ts';
import { gvkOf } from '../object-id.ts';

/** What a transformer needs of a build. */
export type TransformContext = Pick<BuildContext, 'faults' | 'directory'>;

/** The entry that asks for a change, for what goes wrong with it. */
export interface Asked {
  readonly by: Text;
  /** Said before what is in the way. */
  readonly prefix?: string;
  readonly kind?: FaultKind;
}

/** Reports what is in the way of a change, with the value that is of another form than is needed. */
export function failAt(context: TransformContext, { by, prefix = '', kind = 'value' }: Asked, { answer, node }: Obstacle): void {
  const related = [{ at: node.origin.at, note: 'this value is in the way' }];
  fail(context, { kind, answer: prefix + answer, at: by.at, subject: by.value, related });
}

/** Writes the fields of one object that the specs name. The first obstacle ends it, as it ends a build of kustomize. */
export function writeAll(object: BuildObject, specs: readonly FieldSpec[], write: FieldWrite): Obstacle | undefined {
  const gvk = gvkOf(object);
  for (const spec of specs) {
    const obstacle = writeFields(object, spec, write, gvk);
    if (obstacle) return obstacle;
  }
  return undefined;
}
