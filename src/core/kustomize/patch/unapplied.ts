import { findNearest } from '../../text/near.ts';
import type { BuildContext } from '../context.ts';
import type { Selector } from '../kustomization.ts';
import { nameOf } from '../object-id.ts';
import type { ObjectList } from '../object-list.ts';

function describe({ kind, name, namespace, labelSelector }: Selector): string {
  const parts = [
    kind?.value,
    name && `"${name.value}"`,
    namespace && `in namespace "${namespace.value}"`,
    labelSelector && `with labels "${labelSelector.value}"`,
  ];
  return parts.filter(part => part !== undefined && part !== '').join(' ');
}

/** A target that selects nothing ends no build, and is hardly what anyone wants (K-081). A component may be for other bases. */
export function remarkUnapplied(target: Selector, objects: ObjectList, context: BuildContext): void {
  const name = target.name?.value ?? '';
  const near = name === '' ? undefined : findNearest(name, objects.items, nameOf);
  context.remarks.push({
    kind: 'patch-not-applied',
    at: target.at,
    subject: describe(target),
    note: 'no object fits this target, so the patch changes nothing',
    directory: context.directory,
    ...(near && { near: nameOf(near) }),
  });
}
