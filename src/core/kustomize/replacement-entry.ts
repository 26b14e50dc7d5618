import type { Replacement, ReplacementEntry, ReplacementField, ReplacementTarget } from './kustomization.ts';
import { readSelector } from './kustomization-entries.ts';
import type { Fields } from './kustomization-fields.ts';

function readField(fields: Fields): ReplacementField {
  const options = fields.map('options');
  return {
    fieldPath: fields.text('fieldPath'),
    delimiter: options?.text('delimiter')?.value,
    index: options?.number('index') ?? 0,
    create: options?.flag('create') ?? false,
  };
}

function readTarget(fields: Fields): ReplacementTarget {
  const select = fields.map('select');
  return {
    ...readField(fields),
    select: select && readSelector(select),
    reject: fields.maps('reject').map(readSelector),
    fieldPaths: fields.texts('fieldPaths'),
    at: fields.at,
  };
}

/** A replacement as it is written out, in a kustomization or in a file of its own. */
export function readReplacement(fields: Fields): Replacement {
  const source = fields.map('source');
  return {
    source: source && { ...readSelector(source), ...readField(source) },
    sourceValue: fields.text('sourceValue'),
    targets: fields.maps('targets').map(readTarget),
    at: fields.at,
  };
}

export function readReplacementEntry(fields: Fields): ReplacementEntry {
  const path = fields.text('path');
  return path && path.value !== '' ? { path } : { replacement: readReplacement(fields) };
}
