import type { Cluster } from '../../model/cluster.ts';
import type { Container, PodTemplate } from '../../model/pod.ts';
import type { Reference } from '../../model/references/reference.ts';
import type { Resource } from '../../model/resource.ts';
import type { Cursor } from '../../yaml/cursor.ts';
import { valueOf } from '../../yaml/field.ts';
import { isPlaceholder } from '../../yaml/mask.ts';
import type { Untyped } from '../../yaml/untyped.ts';

/** Words that are told to programs which can speak to the API server, with the objects that run them. */
interface Told {
  readonly words: ReadonlyMap<string, ReadonlySet<Resource>>;
  /** An argument or variable of such a program is a placeholder, behind which any name may stand. */
  readonly isHidden: boolean;
}

const TOLD = new WeakMap<Cluster, Told>();
const WORD = /[a-z0-9](?:[-a-z0-9.]*[a-z0-9])?/g;

/** What may be names in a text, each as long as it can be. */
export function wordsOf(text: string): readonly string[] {
  return text.match(WORD) ?? [];
}

/** Without a ServiceAccount of its own a program has no right to make anything. */
function speaksToServer({ spec }: PodTemplate): boolean {
  return spec.get('serviceAccountName').isWritten || spec.get('serviceAccount').isWritten;
}

function textsOfContainer({ body }: Container): readonly Cursor<unknown>[] {
  return [
    ...body.get('command').items(),
    ...body.get('args').items(),
    ...body
      .get('env')
      .items()
      .map(variable => variable.get('value')),
  ];
}

/** Arguments and variables of the containers of a pod. */
export function textsOf({ containers }: PodTemplate): readonly Cursor<unknown>[] {
  return containers.flatMap(textsOfContainer);
}

/** Variables whose value is written beside them, or is of the pod itself: its name, namespace or address, which no other object has as name. */
function ownVariables({ body }: Container): ReadonlySet<string> {
  const known = body
    .get('env')
    .items()
    .filter(
      variable => variable.get('value').isPresent || ['fieldRef', 'resourceFieldRef'].some(key => variable.get('valueFrom').as<Untyped>().get(key).isPresent),
    );
  return new Set(known.map(variable => valueOf(variable.get('name').string()) ?? ''));
}

/** Whether a text of a container is a placeholder, other than for a variable that hides nothing. */
function hidesName(container: Container): boolean {
  const unknown = textsOfContainer(container).filter(text => text.string().state === 'unknown');
  if (unknown.length === 0) return false;
  const own = ownVariables(container);
  return unknown.some(({ text = '', isScalar }) => {
    const filled = text.replaceAll(/\$\(([A-Za-z_][\w.-]*)\)/g, (reference, name: string) => (own.has(name) ? '' : reference));
    return !isScalar || filled === text || isPlaceholder(filled);
  });
}

function readTold(cluster: Cluster): Told {
  const words = new Map<string, Set<Resource>>();
  const programs = cluster.podTemplates.filter(speaksToServer);
  for (const pod of programs) {
    for (const { text = '' } of textsOf(pod)) {
      for (const word of wordsOf(text)) words.set(word, (words.get(word) ?? new Set()).add(pod.workload));
    }
  }
  return { words, isHidden: programs.some(({ containers }) => containers.some(hidesName)) };
}

/** Whether a program of the set is or may be told a name, by an argument or a variable: then it may make the object itself. */
export function mayBeNamedByProgram(name: string, { from }: Reference, cluster: Cluster): boolean {
  let told = TOLD.get(cluster);
  if (!told) {
    told = readTold(cluster);
    TOLD.set(cluster, told);
  }
  return told.isHidden || [...(told.words.get(name) ?? [])].some(resource => resource !== from);
}
