import { addedValues, isAddedKey } from './added-labels.ts';
import { allOf, anyOf, type Answer } from './answer.ts';
import type { PodTemplate } from './pod.ts';
import { satisfies, type Requirement, type Selector } from './selector.ts';

function satisfiesAdded(requirement: Requirement, values: readonly string[]): Answer {
  return anyOf(
    values.map(value =>
      satisfies(requirement, {
        open: false,
        at: requirement.at,
        entries: new Map([[requirement.key, { state: 'known', value, at: requirement.at }]]),
      }),
    ),
  );
}

/** Whether one condition holds for the pods of a template: its labels and those that controllers add (S-064 step 3). */
export function podSatisfies(requirement: Requirement, template: PodTemplate): Answer {
  const added = addedValues(requirement.key, template);
  if (added === 'unknown') return 'unknown';
  if (added !== undefined) return satisfiesAdded(requirement, added);
  if (!template.labels.entries.has(requirement.key) && isAddedKey(requirement.key)) return 'unknown';
  return satisfies(requirement, template.labels);
}

/** Whether a selector takes the pods of a template, leaving namespaces aside. */
export function selectsPods(selector: Selector, template: PodTemplate): Answer {
  const answer = allOf(selector.requirements.map(requirement => podSatisfies(requirement, template)));
  return answer === 'yes' && selector.open ? 'unknown' : answer;
}
