import type { CustomResourceSubresources } from 'kubernetes-types/apiextensions/v1.d.ts';
import type { Cursor } from '../../../../yaml/cursor.ts';
import type { Refusals } from '../../refusals.ts';
import { simplePathFaults } from './crd-column.ts';
import { refuseFaults, requireField } from '../meta/text.ts';

/** Paths below these roots; the words name them. */
function pathFaults(path: string, roots: readonly string[], words: string): readonly string[] {
  const faults = simplePathFaults(path);
  if (faults.length > 0 || roots.some(root => path.startsWith(`${root}.`))) return faults;
  return [`should be a json path under ${words}`];
}

/** `ValidateCustomResourceDefinitionSubresources`: where the replicas of what can be scaled stand. */
export function validateSubresources(subresources: Cursor<CustomResourceSubresources>, to: Refusals): void {
  const scale = subresources.get('scale');
  if (!scale.isPresent) return;
  const [spec, status, selector] = [scale.get('specReplicasPath'), scale.get('statusReplicasPath'), scale.get('labelSelectorPath')];
  for (const [path, root] of [
    [spec, '.spec'],
    [status, '.status'],
  ] as const) {
    if (!requireField(path, to, { check: 'crd/scale-required' })) refuseFaults(path, to, { check: 'crd/scale-path' }, text => pathFaults(text, [root], root));
  }
  refuseFaults(selector, to, { check: 'crd/scale-path' }, text => pathFaults(text, ['.spec', '.status'], 'either .spec or .status'));
}
