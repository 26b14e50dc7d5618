import type { BuildContext } from '../context.ts';
import type { FieldSpec } from '../kustomization.ts';
import { readFieldSpec } from '../kustomization-entries.ts';
import { Fields } from '../kustomization-fields.ts';
import type { ObjectList } from '../object-list.ts';
import type { BuildObject } from '../object.ts';

/** The configuration of a built-in plugin (K-123). */
export interface PluginConfig {
  readonly object: BuildObject;
  readonly fields: Fields;
  readonly fieldSpecs: readonly FieldSpec[];
}

/** What a plugin does; a text where its configuration cannot be used, in the words of kustomize. */
export type PluginRun = (objects: ObjectList, config: PluginConfig, context: BuildContext) => string | undefined;

export function configOf(object: BuildObject): PluginConfig {
  const fields = new Fields(object.root);
  return { object, fields, fieldSpecs: fields.maps('fieldSpecs').map(readFieldSpec) };
}
