import type { BuildContext } from '../context.ts';
import { mergeFields } from '../field-spec.ts';
import type { FieldSpec, LabelEntry, Pair } from '../kustomization.ts';
import { scalarNode } from '../node.ts';
import type { BuildObject } from '../object.ts';
import { needsQuotes } from '../scalars.ts';
import { ANNOTATION_FIELDS, METADATA_LABELS, SELECTOR_LABEL_FIELDS, TEMPLATE_LABEL_FIELDS } from '../tables/field-specs.ts';
import { writePair, writtenAt } from '../written.ts';
import { failAt, writeAll, type TransformContext } from './write-all.ts';

/** Sets keys and values in the mappings that the specs name: labels, selectors, annotations (K-073, K-074). */
export function writePairs(objects: readonly BuildObject[], pairs: readonly Pair[], fields: readonly FieldSpec[], context: TransformContext): void {
  for (const object of objects) {
    for (const { key, value, at } of pairs) {
      const origin = writtenAt(at);
      const pair = scalarNode(value, origin, 'str', needsQuotes(value) ? 'double' : 'plain');
      const obstacle = writeAll(object, fields, { makes: 'map', origin, set: node => writePair(node, key, pair) });
      if (!obstacle) continue;
      failAt(context, { by: { value: key, at } }, obstacle);
      break;
    }
  }
}

function fieldsOf({ fields, includeSelectors, includeTemplates }: LabelEntry, { configuration }: BuildContext): readonly FieldSpec[] {
  const own = mergeFields(fields, configuration.labels);
  if (includeSelectors) return mergeFields(own, SELECTOR_LABEL_FIELDS, configuration.commonLabels);
  if (includeTemplates) return mergeFields(own, TEMPLATE_LABEL_FIELDS, configuration.templateLabels);
  return mergeFields(own, [METADATA_LABELS]);
}

/** An entry of `labels`. */
export function labels(objects: readonly BuildObject[], entry: LabelEntry, context: BuildContext): void {
  writePairs(objects, entry.pairs, fieldsOf(entry, context), context);
}

/** `commonLabels`: metadata, templates and selectors. */
export function commonLabels(objects: readonly BuildObject[], pairs: readonly Pair[], context: BuildContext): void {
  writePairs(objects, pairs, mergeFields(SELECTOR_LABEL_FIELDS, context.configuration.commonLabels), context);
}

/** `commonAnnotations`. */
export function commonAnnotations(objects: readonly BuildObject[], pairs: readonly Pair[], context: BuildContext): void {
  writePairs(objects, pairs, mergeFields(ANNOTATION_FIELDS, context.configuration.commonAnnotations), context);
}
