import type { Cluster } from '../../model/cluster.ts';
import { referencesOf } from '../../model/references/references.ts';
import type { Reference } from '../../model/references/reference.ts';
import type { Cursor } from '../../yaml/cursor.ts';
import { valueOf } from '../../yaml/field.ts';
import type { Untyped } from '../../yaml/untyped.ts';

const CLASS_ANNOTATION = 'volume.beta.kubernetes.io/storage-class';

/** The annotation that claims and volumes had before the field, and that still goes before it. */
export function oldClassOf(metadata: Cursor<unknown>): Cursor {
  return metadata.as<Untyped>().get('annotations').get(CLASS_ANNOTATION);
}

/** The class in the old annotation of a claim, where the field that refers names another one. */
export function findOldClass({ row, from, name }: Reference): { readonly name: string; readonly at: Cursor } | undefined {
  if (row.id !== 'claim-storage-class') return undefined;
  const at = oldClassOf(from.metadata);
  const old = valueOf(at.string());
  return old === undefined || name.state !== 'known' || old === name.value ? undefined : { name: old, at };
}

/** Whether volumes of the set are of the class: then it is a word by which claims find them and needs no object. */
export function servesVolumes({ name, kind }: Reference, cluster: Cluster): boolean {
  const written = valueOf(name);
  if (written === undefined || kind === undefined) return false;
  const references = referencesOf(cluster);
  return [...references.to(kind, written), ...references.to(kind, '')].some(({ row }) => row.id === 'volume-storage-class');
}
