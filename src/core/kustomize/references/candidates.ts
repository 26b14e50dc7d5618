import type { Gvk } from '../identity.ts';
import { selectsGvk } from '../field-spec.ts';
import { nodeAt, type YamlNode } from '../node.ts';
import { NO_NAMESPACE, effectiveNamespace, gvkOf, idOf, isClusterScoped, kindOf, nameOf, namespaceOf, previousIds, textOf } from '../object-id.ts';
import type { BuildObject } from '../object.ts';

/** An object that may be referred to. Only one whose name or namespace was changed can be looked up by a name that it had (K-062). */
export interface Candidate {
  readonly object: BuildObject;
  /** Position in the list. */
  readonly index: number;
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

function candidateOf(object: BuildObject, index: number): Candidate {
  const id = idOf(object);
  const previous = previousIds(object);
  return {
    object,
    index,
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
  /** By name, then by the namespace that they are in now. */
  readonly #byName = new Map<string, Map<string, Candidate[]>>();
  /** All objects by their first namespace, renamed or not. */
  readonly #byNamespace = new Map<string, Candidate[]>();

  constructor(objects: readonly BuildObject[]) {
    for (const [index, object] of objects.entries()) {
      const candidate = candidateOf(object, index);
      push(this.#byNamespace, candidate.original, candidate);
      for (const name of new Set(object.previous.map(({ name: old }) => old))) {
        const byNamespace = this.#byName.get(name) ?? new Map<string, Candidate[]>();
        this.#byName.set(name, byNamespace);
        push(byNamespace, candidate.effective, candidate);
      }
    }
  }

  /** Those that were in a namespace when they were read. */
  originallyIn(namespace: string): readonly Candidate[] {
    return this.#byNamespace.get(namespace) ?? [];
  }

  /** Those that had a name and that the referrer can name (K-061), in the order of the list. */
  inReach(name: string, referrer: Referrer): readonly Candidate[] {
    const byNamespace = this.#byName.get(name);
    if (!byNamespace) return [];
    const { isClusterScoped: seesAll, effective, subjectNamespaces } = referrer;
    const namespaces = seesAll ? byNamespace.keys() : new Set([effective, NO_NAMESPACE, ...subjectNamespaces]);
    const found = [...namespaces].flatMap(namespace => byNamespace.get(namespace) ?? []);
    return found.filter(candidate => isInReach(referrer, candidate)).sort((a, b) => a.index - b.index);
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
