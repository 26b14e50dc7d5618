import type { OwnerReference } from 'kubernetes-types/meta/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { booleanOf, textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';

/** Owners of an object, of which at most one is its controller (`ValidateOwnerReferences`). The server names none of them by its number. */
export function validateOwnerReferences(references: Cursor<OwnerReference[]>, to: Refusals): void {
  let first: string | undefined;
  for (const reference of references.items()) {
    validateOwnerReference(reference, to, references.fieldPath);
    if (booleanOf(reference.get('controller')) !== true) continue;
    const name = `${textOf(reference.get('kind')) ?? ''}/${textOf(reference.get('name')) ?? ''}`;
    const detail = `Only one reference can have Controller set to true. Found "true" in references for ${first ?? ''} and ${name}`;
    if (first !== undefined) to.invalid('metadata/owner-controllers', references, detail);
    first ??= name;
  }
}

function validateOwnerReference(reference: Cursor<OwnerReference>, to: Refusals, path: string): void {
  const [apiVersion, kind] = [textOf(reference.get('apiVersion')), textOf(reference.get('kind'))];
  const check = 'metadata/owner-reference';
  if (apiVersion !== undefined && !hasVersion(apiVersion))
    to.invalid(check, reference.get('apiVersion'), 'version must not be empty', { field: `${path}.apiVersion` });
  for (const name of ['kind', 'name', 'uid'] as const) {
    if (textOf(reference.get(name)) === '') to.invalid(check, reference.get(name), 'must not be empty', { field: `${path}.${name}` });
  }
  if (apiVersion === 'v1' && kind === 'Event') to.invalid(check, reference, '/v1, Kind=Event is disallowed from being an owner', { field: path });
}

/** Whether an apiVersion can be taken apart into a group and a version. */
function hasVersion(apiVersion: string): boolean {
  const parts = apiVersion.split('/');
  return parts.length <= 2 && parts.at(-1) !== '';
}
