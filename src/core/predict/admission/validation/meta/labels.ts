import type { ObjectMeta } from 'kubernetes-types/meta/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { isPlaceholder } from '../../../../yaml/mask.ts';
import { byteLength, labelValueFaults, qualifiedNameFaults } from '../../formats.ts';
import { textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';

type StringMap = Readonly<Record<string, string>>;

export interface LabelOptions {
  /** Labels of an object, or pairs by which a selector asks for them: the form is one, what a user mends is not. */
  readonly use?: 'labels' | 'selector';
  /** The field that the server names, where it is not the path of the map. */
  readonly field?: string;
}

const KEY_CHECKS = { labels: 'metadata/label-key', selector: 'selector/key' } as const;
const VALUE_CHECKS = { labels: 'metadata/label-value', selector: 'selector/value' } as const;

/** Most bytes that all keys and values of the annotations of an object have together (S-004). */
const ANNOTATIONS_LIMIT = 262_144;

/** Keys and values of labels, which the server refuses at the map, not at the key (`ValidateLabels`). */
export function validateLabels(labels: Cursor<StringMap>, to: Refusals, { use = 'labels', field = labels.fieldPath }: LabelOptions = {}): void {
  for (const { key, value } of labels.entries()) {
    const faults = isPlaceholder(key) ? [] : qualifiedNameFaults(key);
    for (const fault of faults) to.invalid(KEY_CHECKS[use], value, fault, { field, value: key });
    const text = textOf(value);
    if (text !== undefined) for (const fault of labelValueFaults(text)) to.invalid(VALUE_CHECKS[use], value, fault, { field, value: text });
  }
}

/** Keys of annotations, in any case, and the size of all together (`ValidateAnnotations`). */
export function validateAnnotations(annotations: Cursor<StringMap>, to: Refusals, field = annotations.fieldPath): void {
  let size = 0;
  for (const { key, value } of annotations.entries()) {
    const isKnown = !isPlaceholder(key);
    size += (isKnown ? byteLength(key) : 0) + byteLength(textOf(value) ?? '');
    const faults = isKnown ? qualifiedNameFaults(key.toLowerCase()) : [];
    for (const fault of faults) to.invalid('metadata/annotation-key', value, fault, { field, value: key });
  }
  if (size > ANNOTATIONS_LIMIT) to.tooLong('metadata/annotations-size', annotations, ANNOTATIONS_LIMIT, { field });
}

/** Labels and annotations of the template of a pod, which the server names `spec.template.labels`, without the `metadata` between. */
export function validateTemplateMetadata(template: Cursor<{ readonly metadata?: ObjectMeta }>, to: Refusals): void {
  const metadata = template.get('metadata');
  validateLabels(metadata.get('labels'), to, { field: `${template.fieldPath}.labels` });
  validateAnnotations(metadata.get('annotations'), to, `${template.fieldPath}.annotations`);
}
