import { findNearest } from '../text/near.ts';
import type { FaultDetails } from './context.ts';
import type { Mend } from './fault.ts';
import type { Selector, Text } from './kustomization.ts';
import { nodeAt } from './node.ts';
import { apiVersionOf, kindOf, nameOf, namespaceOf } from './object-id.ts';
import type { ObjectList } from './object-list.ts';
import type { BuildObject } from './object.ts';

type Meant = Required<Pick<FaultDetails, 'near' | 'mends'>>;

function mendText(written: Text | undefined, text: string): Mend[] {
  return written && written.value !== '' ? [{ at: written.at, was: written.value, text }] : [];
}

/** The object that a selector perhaps means: of the kind with a near name, else of another kind with the name. */
export function findMeantBy({ group, version, kind, name }: Selector, { items }: ObjectList): Meant | undefined {
  if (!name || name.value === '') return undefined;
  const ofKind = items.filter(object => !kind || kind.value === '' || kindOf(object) === kind.value);
  const near = findNearest(name.value, ofKind, nameOf);
  if (near && nameOf(near) !== name.value) return { near: nameOf(near), mends: mendText(name, nameOf(near)) };
  const other = items.find(object => nameOf(object) === name.value && !ofKind.includes(object));
  // A kind of another group needs more than its name.
  const isBare = (group?.value ?? '') === '' && (version?.value ?? '') === '';
  return other && { near: `${kindOf(other)} "${nameOf(other)}"`, mends: isBare ? mendText(kind, kindOf(other)) : [] };
}

/** The text of a field of a patch, as it is written there. */
function fieldOf({ root }: BuildObject, ...keys: readonly string[]): Text | undefined {
  const node = nodeAt(root, ...keys);
  return node?.kind === 'scalar' ? { value: node.text, at: node.origin.at } : undefined;
}

/** What a patch perhaps means: another apiVersion or namespace of that object, a near name of the kind, or the name under another kind. */
export function findMeantFor(patch: BuildObject, { items }: ObjectList): Meant | undefined {
  const [kind, name] = [kindOf(patch), nameOf(patch)];
  const mend = (text: string, ...keys: readonly string[]): Mend[] => mendText(fieldOf(patch, ...keys), text);
  const ofKind = items.filter(object => kindOf(object) === kind);
  const same = ofKind.find(object => nameOf(object) === name);
  if (same && apiVersionOf(same) !== apiVersionOf(patch)) return { near: `apiVersion ${apiVersionOf(same)}`, mends: mend(apiVersionOf(same), 'apiVersion') };
  if (same) {
    const namespace = namespaceOf(same);
    return namespace === '' ? { near: 'no namespace', mends: [] } : { near: `namespace ${namespace}`, mends: mend(namespace, 'metadata', 'namespace') };
  }
  const near = findNearest(name, ofKind, nameOf);
  if (near) return { near: nameOf(near), mends: mend(nameOf(near), 'metadata', 'name') };
  const other = items.find(object => nameOf(object) === name);
  return other && { near: `${kindOf(other)} "${name}"`, mends: [...mend(kindOf(other), 'kind'), ...mend(apiVersionOf(other), 'apiVersion')] };
}
