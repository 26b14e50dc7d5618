import { valueOf } from '../yaml/field.ts';
import { isAddedKey } from './added-labels.ts';
import type { PodTemplate } from './pod.ts';
import type { Requirement, Selector } from './selector.ts';

/** Finds the pod templates that a selector can take without looking at all of them. */
export class PodIndex {
  readonly #all: readonly PodTemplate[];
  readonly #byPair = new Map<string, PodTemplate[]>();
  /** Templates that may carry labels that are not shown. */
  readonly #uncertain: PodTemplate[] = [];

  constructor(templates: readonly PodTemplate[]) {
    this.#all = templates;
    for (const template of templates) {
      if (template.labels.open || [...template.labels.entries.values()].some(value => value.state !== 'known')) this.#uncertain.push(template);
      else this.#addPairs(template);
    }
  }

  /** A superset of what the selector takes, in no particular order, each template once. */
  candidates(selector: Selector): readonly PodTemplate[] {
    let best: readonly PodTemplate[] | undefined;
    for (const requirement of selector.requirements) {
      const found = this.#withPair(requirement);
      if (found && (!best || found.length < best.length)) best = found;
    }
    return best ? [...best, ...this.#uncertain] : this.#all;
  }

  /** Templates whose written labels hold this pair. */
  withPair(key: string, value: string): readonly PodTemplate[] {
    return this.#byPair.get(`${key}=${value}`) ?? [];
  }

  #addPairs(template: PodTemplate): void {
    for (const [key, value] of template.labels.entries) {
      const pair = `${key}=${valueOf(value) ?? ''}`;
      const group = this.#byPair.get(pair);
      if (group) group.push(template);
      else this.#byPair.set(pair, [template]);
    }
  }

  #withPair(requirement: Requirement): readonly PodTemplate[] | undefined {
    const [value] = requirement.values;
    if (requirement.operator !== 'In' || requirement.values.length !== 1 || value?.state !== 'known' || isAddedKey(requirement.key)) return undefined;
    return this.withPair(requirement.key, value.value);
  }
}
