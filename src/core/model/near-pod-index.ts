import type { SourceFile } from '../yaml/source-file.ts';
import { NearIndex } from '../text/near.ts';
import { valueOf } from '../yaml/field.ts';
import { stripKindWords } from './name.ts';
import type { PodTemplate } from './pod.ts';
import { fileOf, type Resource } from './resource.ts';

/** Candidates taken from one clue: where more carry it, it tells nothing. */
const CLUE_LIMIT = 64;

function add<K>(map: Map<K, PodTemplate[]>, key: K, template: PodTemplate): void {
  const group = map.get(key);
  if (group) group.push(template);
  else map.set(key, [template]);
}

/** Finds the pod templates that something may have meant and missed: by near names and values, equal values under any key, files. */
export class NearPodIndex {
  readonly #names = new NearIndex<PodTemplate>();
  readonly #values = new Map<string, NearIndex<PodTemplate>>();
  readonly #exact = new Map<string, PodTemplate[]>();
  readonly #files = new Map<SourceFile, PodTemplate[]>();

  constructor(templates: readonly PodTemplate[]) {
    for (const template of templates) {
      if (template.kind?.runs === 'none') continue;
      const name = valueOf(template.workload.name);
      if (name !== undefined) this.#names.add(stripKindWords(name), template);
      add(this.#files, fileOf(template.workload), template);
      for (const [key, value] of template.labels.entries) this.#addPair(key, valueOf(value), template);
    }
  }

  /** Templates of workloads with an equal or near name. */
  named(name: string): readonly PodTemplate[] {
    return this.#names.near(stripKindWords(name)).slice(0, CLUE_LIMIT);
  }

  /** Templates that carry an equal or near value under the key, or an equal one under any key. */
  carrying(key: string, value: string): readonly PodTemplate[] {
    return [...(this.#values.get(key)?.near(value) ?? []).slice(0, CLUE_LIMIT), ...(this.#exact.get(value) ?? []).slice(0, CLUE_LIMIT)];
  }

  /** Templates of the file that holds the object. */
  besides(resource: Resource): readonly PodTemplate[] {
    return (this.#files.get(fileOf(resource)) ?? []).slice(0, CLUE_LIMIT);
  }

  #addPair(key: string, value: string | undefined, template: PodTemplate): void {
    if (value === undefined || value === '') return;
    const values = this.#values.get(key) ?? new NearIndex<PodTemplate>();
    this.#values.set(key, values);
    values.add(value, template);
    add(this.#exact, value, template);
  }
}
