import type { Gvk } from '../identity.ts';
import { selectsGvk } from '../field-spec.ts';
import { nodeAt, type YamlNode } from '../node.ts';
import { effectiveNamespace, gvkOf, idOf, isClusterScoped, kindOf, nameOf, namespaceOf, previousIds, textOf } from '../object-id.ts';
import type { BuildObject } from '../object.ts';

/** An object that may be referred to. Only one whose name or namespace was changed can be looked up by a name that it had (K-062). */
export interface Candidate {
  readonly object: BuildObject;
  readonly name: string;
  readonly namespace: string;
  readonly kind: string;
  readonly isClusterScoped: boolean;
  /** The namespace now, as ids compare it. */
  readonly effective: string;
  /** The first one that it had. */
  readonly original: string;
  readonly previous: readonly Gvk[];
}

function candidateOf(object: BuildObject): Candidate {
  const id = idOf(object);
  const previous = previousIds(object);
  return {
    object,
    name: nameOf(object),
    namespace: namespaceOf(object),
    kind: id.kind,
    isClusterScoped: isClusterScoped(id),
    effective: effectiveNamespace(id),
    original: effectiveNamespace(previous[0] ?? id),
    previous,
  };
}

function push(lists: Map<string, Candidate[]>, key: string, candidate: Candidate): void {
  const list = lists.get(key);
  if (list) list.push(candidate);
  else lists.set(key, [candidate]);
}

/** Objects by the names that they had, in the order of the list. */
export class Candidates {
  readonly #byName = new Map<string, Candidate[]>();
  /** All objects by their first namespace, renamed or not. */
  readonly #byNamespace = new Map<string, Candidate[]>();

  constructor(objects: readonly BuildObject[]) {
    for (const object of objects) {
      const candidate = candidateOf(object);
      push(this.#byNamespace, candidate.original, candidate);
      for (const name of new Set(object.previous.map(({ name: old }) => old))) push(this.#byName, name, candidate);
    }
  }

  /** Those that were in a namespace when they were read. */
  originallyIn(namespace: string): readonly Candidate[] {
    return this.#byNamespace.get(namespace) ?? [];
  }

  named(name: string): readonly Candidate[] {
    return this.#byName.get(name) ?? [];
  }
}

export function wasSelectedBy(gvk: Partial<Gvk>, { previous }: Candidate): boolean {
  return previous.some(id => selectsGvk(gvk, id));
}

/** The object that refers. */
export interface Referrer {
  readonly object: BuildObject;
  readonly isClusterScoped: boolean;
  readonly effective: string;
  /** Namespaces of a RoleBinding's ServiceAccounts, whose objects it may name too (K-061). */
  readonly subjectNamespaces: ReadonlySet<string>;
}

function subjectNamespacesOf(object: BuildObject): ReadonlySet<string> {
  const subjects = kindOf(object) === 'RoleBinding' ? nodeAt(object.root, 'subjects') : undefined;
  if (subjects?.kind !== 'list') return new Set();
  const accounts = subjects.items.filter(subject => textAt(subject, 'kind') === 'ServiceAccount');
  return new Set(accounts.map(subject => textAt(subject, 'namespace')).filter(namespace => namespace !== ''));
}

function textAt(node: YamlNode, key: string): string {
  return textOf(nodeAt(node, key));
}

export function referrerOf(object: BuildObject): Referrer {
  const id = idOf(object);
  return {
    object,
    isClusterScoped: isClusterScoped(gvkOf(object)),
    effective: effectiveNamespace(id),
    subjectNamespaces: subjectNamespacesOf(object),
  };
}

/** Whether the referrer can name it at all (K-061). */
export function isInReach(referrer: Referrer, candidate: Candidate): boolean {
  if (referrer.isClusterScoped || candidate.isClusterScoped) return true;
  return candidate.effective === referrer.effective || referrer.subjectNamespaces.has(candidate.namespace);
}

/** Whether the name is meant where the referrer is now (K-062). A binding may name ServiceAccounts of other namespaces. */
export function isInNamespace(referrer: Referrer, candidate: Candidate): boolean {
  if (referrer.isClusterScoped || candidate.isClusterScoped) return true;
  return candidate.kind === 'ServiceAccount' || candidate.effective === referrer.effective;
}
