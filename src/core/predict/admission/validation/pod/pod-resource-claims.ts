import type { PodResourceClaim, PodSpec } from 'kubernetes-types/core/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { dns1123LabelFaults, dns1123SubdomainFaults } from '../../formats.ts';
import { textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import { refuseFaults, requireField } from '../meta/text.ts';

/** `kubernetes-types` 1.30 has the two names under `source`, where servers before 1.31 had them. */
interface Claim extends PodResourceClaim {
  readonly resourceClaimName?: string;
  readonly resourceClaimTemplateName?: string;
}

/** Servers keep claims of devices since 1.34. */
const SINCE = { since: 34 } as const;

function validateReference(claim: Cursor<Claim>, to: Refusals): void {
  const [name, template] = [claim.get('resourceClaimName'), claim.get('resourceClaimTemplateName')];
  const value = {
    Name: textOf(claim.get('name')) ?? '',
    ResourceClaimName: textOf(name) || null,
    ResourceClaimTemplateName: textOf(template) || null,
  };
  if (name.isPresent && template.isPresent && !claim.isOpen) {
    to.invalid('resource-claim/reference', claim, 'at most one of `resourceClaimName` or `resourceClaimTemplateName` may be specified', { ...SINCE, value });
  }
  if (name.isAbsent && template.isAbsent) {
    to.invalid('resource-claim/reference', claim, 'must specify one of: `resourceClaimName`, `resourceClaimTemplateName`', { ...SINCE, value });
  }
  for (const at of [name, template]) {
    const text = at.isPresent ? textOf(at) : undefined;
    if (text !== undefined) for (const fault of dns1123SubdomainFaults(text)) to.invalid('resource-claim/name', at, fault, SINCE);
  }
}

/** Devices that containers of the pod can use by name (`validatePodResourceClaims`). */
export function validatePodResourceClaims(spec: Cursor<PodSpec>, to: Refusals): void {
  const claims = spec.get('resourceClaims');
  const seen = new Set<string>();
  for (const claim of claims.items()) {
    const at = claim.get('name');
    const name = textOf(at);
    requireField(at, to, { check: 'resource-claim/name-required', options: SINCE });
    if (name !== undefined && seen.has(name) && !claims.isOpen) to.duplicate('resource-claim/name-duplicated', at, SINCE);
    else refuseFaults(at, to, { check: 'resource-claim/name', options: SINCE }, dns1123LabelFaults);
    if (name !== undefined && name !== '') seen.add(name);
    validateReference(claim.as(), to);
  }
}
