import type { Cluster } from '../../model/cluster.ts';
import type { PodTemplate } from '../../model/pod.ts';
import type { Reference } from '../../model/references/reference.ts';
import type { Resource } from '../../model/resource.ts';
import type { Cursor } from '../../yaml/cursor.ts';

/** Words that may be names of objects, with the objects whose texts hold them. */
type Words = ReadonlyMap<string, ReadonlySet<Resource>>;

const WORDS = new WeakMap<Cluster, Words>();
const WORD = /[a-z0-9](?:[-a-z0-9.]*[a-z0-9])?/g;

/** Longer texts are files of data, in which any word occurs. */
const LONGEST = 20_000;

function containerTexts({ containers }: PodTemplate): readonly string[] {
  const fields = containers.flatMap(({ body }): readonly Cursor<unknown>[] => [
    ...body.get('command').items(),
    ...body.get('args').items(),
    ...body
      .get('env')
      .items()
      .map(variable => variable.get('value')),
  ]);
  return fields.flatMap(({ text }) => text ?? []);
}

function dataOf(map: Resource): readonly string[] {
  return map.body
    .get('data')
    .entries()
    .flatMap(({ value }) => value.text ?? []);
}

function readWords(cluster: Cluster): Words {
  const words = new Map<string, Set<Resource>>();
  const take = (text: string, resource: Resource): void => {
    if (text.length > LONGEST) return;
    for (const [word] of text.matchAll(WORD)) {
      const held = words.get(word);
      if (held) held.add(resource);
      else words.set(word, new Set([resource]));
    }
  };
  for (const pod of cluster.podTemplates) for (const text of containerTexts(pod)) take(text, pod.workload);
  for (const map of cluster.ofKind('ConfigMap', '')) for (const text of dataOf(map)) take(text, map);
  return words;
}

/** Whether a program of the set is told a name, by an argument, a variable or a ConfigMap: then it may make the object itself. */
export function isNamedByProgram(name: string, { from }: Reference, cluster: Cluster): boolean {
  let words = WORDS.get(cluster);
  if (!words) {
    words = readWords(cluster);
    WORDS.set(cluster, words);
  }
  return [...(words.get(name) ?? [])].some(resource => resource !== from);
}
