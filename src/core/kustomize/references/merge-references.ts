import type { NameReference } from '../context.ts';
import { mergeFields } from '../field-spec.ts';
import { compareKinds } from '../order.ts';

/** Adds what configurations say to the table, and puts the kinds into the order in which they are gone through (K-060). */
export function mergeReferences(table: readonly NameReference[], added: readonly NameReference[]): readonly NameReference[] {
  if (added.length === 0) return table;
  const byTarget = new Map<string, NameReference>();
  for (const reference of [...table, ...added]) {
    const key = `${reference.group}|${reference.version}|${reference.kind}`;
    const known = byTarget.get(key);
    byTarget.set(key, known ? { ...known, fieldSpecs: mergeFields(known.fieldSpecs, reference.fieldSpecs) } : reference);
  }
  return [...byTarget.values()].sort(compareKinds());
}
