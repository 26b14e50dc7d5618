import type { ObjectMeta } from 'kubernetes-types/meta/v1.d.ts';
import type { Cursor } from '../../../yaml/cursor.ts';
import { dns1123SubdomainFaults } from '../formats.ts';
import { isEmpty, textOf } from '../read.ts';
import type { Refusals } from '../refusals.ts';

/** Metadata of any object (`ValidateObjectMeta`). `nameFaults` is the form that the kind's name has. */
export function validateObjectMeta(metadata: Cursor<ObjectMeta>, to: Refusals, nameFaults: (name: string) => readonly string[] = dns1123SubdomainFaults): void {
  const name = textOf(metadata.get('name'));
  if (name === '' && isEmpty(metadata.get('generateName'))) to.required('metadata/name-required', metadata.get('name'), 'name or generateName is required');
  else if (name !== undefined && name !== '') for (const fault of nameFaults(name)) to.invalid('metadata/name', metadata.get('name'), fault);
}
