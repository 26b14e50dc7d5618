import type { PodSpec, ResourceClaim } from 'kubernetes-types/core/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { dns1123LabelFaults } from '../../formats.ts';
import { textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import { refuseFaults, requireField } from '../meta/text.ts';

/** A claim of a container with the field that is newer than `kubernetes-types` 1.30. */
interface ContainerClaim extends ResourceClaim {
  readonly request?: string;
}

/** Claims of the pod by name; undefined where there may be others. */
function readClaimNames(spec: Cursor<PodSpec>): readonly string[] | undefined {
  const claims = spec.get('resourceClaims');
  const names = claims.items().map(claim => textOf(claim.get('name')));
  if (claims.isOpen || names.includes(undefined)) return undefined;
  return names.filter((name): name is string => name !== undefined && name !== '').sort();
}

function validateClaimExists(claim: Cursor<ContainerClaim>, name: string, podClaims: readonly string[] | undefined, to: Refusals): void {
  if (!podClaims || podClaims.includes(name)) return;
  const others = podClaims.length === 0 ? ' which is empty' : `: ${podClaims.join(', ')}`;
  const message = `Not found: ${JSON.stringify(name)}: must be one of the names in pod.spec.resourceClaims${others}`;
  to.add('resources/claim', claim, { reason: 'FieldValueNotFound', message }, { since: 34 });
}

/** Whether the claim, or all of it, has been asked for before; by what the server names it then. */
function repeatedClaim(seen: ReadonlySet<string>, name: string, request: string): string | undefined {
  if (seen.has(name)) return name;
  if (request !== '') return seen.has(`${name}/${request}`) ? `${name}/${request}` : undefined;
  return [...seen].some(key => key.startsWith(`${name}/`)) ? name : undefined;
}

/** Claims of the pod that a container uses (`validateResourceClaimNames`). */
export function validateResourceClaimNames(list: Cursor<ResourceClaim[]>, spec: Cursor<PodSpec>, to: Refusals): void {
  const claims = list.as<ContainerClaim[]>();
  const podClaims = readClaimNames(spec);
  const seen = new Set<string>();
  for (const claim of claims.items()) {
    const [name, request] = [textOf(claim.get('name')), textOf(claim.get('request'))];
    requireField(claim.get('name'), to, { check: 'resources/claim-required', options: { field: claim.fieldPath, since: 34 } });
    if (name === undefined || name === '') continue;
    refuseFaults(claim.get('request'), to, { check: 'resources/claim', options: { since: 34 } }, dns1123LabelFaults);
    const repeated = request === undefined || claims.isOpen ? undefined : repeatedClaim(seen, name, request);
    if (repeated !== undefined) to.duplicate('resources/claim-duplicated', claim, { value: repeated, since: 34 });
    if (request !== undefined) seen.add(request === '' ? name : `${name}/${request}`);
    validateClaimExists(claim, name, podClaims, to);
  }
}
