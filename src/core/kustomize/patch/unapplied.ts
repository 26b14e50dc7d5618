import { findNearest } from '../../text/near.ts';
import type { BuildContext } from '../context.ts';
import type { Selector } from '../kustomization.ts';
import { kindOf, nameOf } from '../object-id.ts';
import type { ObjectList } from '../object-list.ts';
import { describeSelector } from '../select.ts';

/** An object of the kind with a near name, else one of another kind with the name. */
function findMeant({ kind, name }: Selector, { items }: ObjectList): string | undefined {
  if (!name || name.value === '') return undefined;
  const ofKind = items.filter(object => !kind || kind.value === '' || kindOf(object) === kind.value);
  const near = findNearest(name.value, ofKind, nameOf);
  if (near && nameOf(near) !== name.value) return nameOf(near);
  const other = items.find(object => nameOf(object) === name.value && !ofKind.includes(object));
  return other && `${kindOf(other)} "${nameOf(other)}"`;
}

/** A target that selects nothing ends no build, and is hardly what anyone wants (K-081). A component may be for other bases. */
export function remarkUnapplied(target: Selector, objects: ObjectList, context: BuildContext): void {
  if (context.kustomization.isComponent) return;
  const near = findMeant(target, objects);
  context.remarks.push({
    kind: 'patch-not-applied',
    at: target.at,
    subject: describeSelector(target),
    note: 'no object fits this target, so the patch changes nothing',
    directory: context.directory,
    ...(near !== undefined && { near }),
  });
}
