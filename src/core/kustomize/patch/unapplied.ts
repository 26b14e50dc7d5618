import type { BuildContext } from '../context.ts';
import type { Selector } from '../kustomization.ts';
import { findMeantBy } from '../meant.ts';
import type { ObjectList } from '../object-list.ts';
import { describeSelector } from '../select.ts';

/** A target that selects nothing ends no build, and is hardly what anyone wants (K-081). A component may be for other bases. */
export function remarkUnapplied(target: Selector, objects: ObjectList, context: BuildContext): void {
  if (context.kustomization.isComponent) return;
  context.remarks.push({
    kind: 'patch-not-applied',
    at: target.at,
    subject: describeSelector(target),
    note: 'no object fits this target, so the patch changes nothing',
    directory: context.directory,
    ...findMeantBy(target, objects),
  });
}
