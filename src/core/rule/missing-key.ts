import type { Reference } from '../model/references/reference.ts';
import { labelOf, nameplateOf } from '../model/resource.ts';
import type { MissingKey } from '../predict/references/missing-keys.ts';
import { isConfigured } from '../model/references/configured.ts';
import { fixOf, setScalar } from './edits.ts';
import type { Finding } from './finding.ts';

function consequenceOf({ row, from }: Reference): string {
  if (isConfigured(row)) return 'so it does not work';
  return from.kind === 'Pod' ? 'so it cannot start' : 'so its pods cannot start';
}

/** The finding on a key that a reference reads and that its ConfigMap or Secret has not got. */
export function missingKeyFinding(reference: Reference, { key, at, target, near }: MissingKey): Finding<'near' | 'missing'> {
  const found = {
    message: `${labelOf(reference.from)} reads "${key}" of ${labelOf(target)}, which lacks it, ${consequenceOf(reference)}`,
    at: at.at,
  };
  const related = [{ at: nameplateOf(target), note: near === undefined ? `${labelOf(target)} has other keys` : `${labelOf(target)} has key "${near}"` }];
  if (near === undefined) return { ...found, variant: 'missing', help: `Add ${key} to ${labelOf(target)}, or name a key that it has`, related };
  const help = `Change the key to ${near}`;
  return { ...found, variant: 'near', help, related, fixes: fixOf(help, 'unsafe', setScalar(at.at, near)) };
}
