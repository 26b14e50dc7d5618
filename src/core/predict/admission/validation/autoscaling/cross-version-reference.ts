import type { CrossVersionObjectReference } from 'kubernetes-types/autoscaling/v2.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import { pathSegmentFaults } from '../../formats.ts';
import { textOf } from '../../read.ts';
import type { Refusals } from '../../refusals.ts';
import { refuseFaults, requireField } from '../meta/text.ts';

/** `ValidateCrossVersionObjectReference`: an object in whatever version. What scales has a group, unless it is a ReplicationController (S-353); servers before 1.34 do not ask. */
export function validateCrossVersionReference(
  reference: Cursor<CrossVersionObjectReference>,
  to: Refusals,
  { needsGroup }: { readonly needsGroup: boolean },
): void {
  for (const field of [reference.get('kind'), reference.get('name')]) {
    if (!requireField(field, to, { check: 'hpa/reference-required' })) refuseFaults(field, to, { check: 'hpa/reference' }, pathSegmentFaults);
  }
  const apiVersion = reference.get('apiVersion');
  const text = textOf(apiVersion);
  if (text === undefined) return;
  if (text.split('/').length > 2) to.invalid('hpa/reference', apiVersion, `unexpected GroupVersion string: ${text}`);
  else if (needsGroup && (!text.includes('/') || text.startsWith('/')))
    to.invalid('hpa/reference-group', apiVersion, 'apiVersion must specify API group', { since: 34 });
}
