import type { Cluster } from '../../model/cluster.ts';
import type { PodTemplate } from '../../model/pod.ts';
import type { Reference } from '../../model/references/reference.ts';
import type { Resource } from '../../model/resource.ts';
import type { Cursor } from '../../yaml/cursor.ts';
import { isPlaceholder } from '../../yaml/mask.ts';

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

/** Arguments and variables of the containers of a pod. */
export function textsOf({ containers }: PodTemplate): readonly Cursor<unknown>[] {
  return containers.flatMap(({ body }): readonly Cursor<unknown>[] => [
    ...body.get('command').items(),
    ...body.get('args').items(),
    ...body
      .get('env')
      .items()
      .map(variable => variable.get('value')),
  ]);
}

/** Variables of the container have values of their own, which are read as well. */
const VARIABLE = /\$\([\w.-]+\)/g;

function hidesName(text: Cursor<unknown>): boolean {
  return text.string().state === 'unknown' && isPlaceholder((text.text ?? '').replaceAll(VARIABLE, 'x'));
}

function readTold(cluster: Cluster): Told {
  const words = new Map<string, Set<Resource>>();
  const programs = cluster.podTemplates.filter(speaksToServer);
  for (const pod of programs) {
    for (const { text = '' } of textsOf(pod)) {
      for (const word of wordsOf(text)) words.set(word, (words.get(word) ?? new Set()).add(pod.workload));
    }
  }
  return { words, isHidden: programs.some(pod => textsOf(pod).some(hidesName)) };
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
