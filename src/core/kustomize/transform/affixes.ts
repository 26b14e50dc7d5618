import type { BuildContext } from '../context.ts';
import { mergeFields, selectsGvk, type Obstacle } from '../field-spec.ts';
import type { Gvk } from '../identity.ts';
import type { FieldSpec, Text } from '../kustomization.ts';
import { isNull, type YamlNode } from '../node.ts';
import { originalId, storePrevious } from '../object-id.ts';
import type { BuildObject } from '../object.ts';
import { NAME_FIELDS, UNAFFIXED_KINDS } from '../tables/field-specs.ts';
import { writeText, wrongKind } from '../written.ts';
import { changedBy } from '../../yaml/origin.ts';
import { failAt, writeAll, type TransformContext } from './write-all.ts';

/** A text that is put before or after names, and the field that says so: `namePrefix`, or `prefix` of a transformer. */
export interface AffixSetting {
  readonly side: 'prefix' | 'suffix';
  readonly affix: Text;
  readonly field: string;
  readonly fields: readonly FieldSpec[];
}

function setterOf({ side, affix, field }: AffixSetting): (node: YamlNode) => Obstacle | undefined {
  return node => {
    if (node.kind !== 'scalar') return wrongKind('scalar', node);
    if (affix.value === '') return undefined;
    const old = isNull(node) ? '' : node.text;
    const origin = changedBy(node.origin, { at: affix.at, note: `${field} adds "${affix.value}"` });
    return writeText(node, side === 'prefix' ? affix.value + old : old + affix.value, origin);
  };
}

function isUnaffixed(id: Gvk): boolean {
  return UNAFFIXED_KINDS.some(kind => selectsGvk(kind, id));
}

/** Remembers the name as it was, so that references to it are found, and what it is changed by (K-042, K-062). */
function remember(object: BuildObject, { side, affix }: AffixSetting): void {
  if (affix.value === '') return;
  (side === 'prefix' ? object.prefixes : object.suffixes).push({ text: affix.value, at: affix.at });
  storePrevious(object);
}

function transform(object: BuildObject, setting: AffixSetting): Obstacle | undefined {
  const id = originalId(object);
  if (isUnaffixed(id)) return undefined;
  const set = setterOf(setting);
  for (const spec of setting.fields) {
    if (!selectsGvk(spec, id)) continue;
    if (spec.path === 'metadata/name') remember(object, setting);
    const obstacle = writeAll(object, [spec], { makes: 'scalar', origin: { at: setting.affix.at, changes: [] }, set });
    if (obstacle) return obstacle;
  }
  return undefined;
}

/** Puts a prefix or suffix on names (K-072). */
export function addAffix(objects: readonly BuildObject[], setting: AffixSetting, context: TransformContext): void {
  for (const object of objects) {
    const obstacle = transform(object, setting);
    if (obstacle) failAt(context, { by: setting.affix }, obstacle);
  }
}

/** `namePrefix` of a kustomization. */
export function namePrefix(objects: readonly BuildObject[], affix: Text, context: BuildContext): void {
  const fields = mergeFields(NAME_FIELDS, context.configuration.namePrefix);
  addAffix(objects, { side: 'prefix', affix, field: 'namePrefix', fields }, context);
}

/** `nameSuffix` of a kustomization. */
export function nameSuffix(objects: readonly BuildObject[], affix: Text, context: BuildContext): void {
  const fields = mergeFields(NAME_FIELDS, context.configuration.nameSuffix);
  addAffix(objects, { side: 'suffix', affix, field: 'nameSuffix', fields }, context);
}
