import type { Place } from '../yaml/place.ts';
import type { Requirement, Selector } from './selector.ts';

/** Where a kustomization, or what a GitOps tool adds to one, keeps labels that go into selectors too (K-073). */
const LABEL_FIELD = /(?:^|\.)commonLabels\b|^labels\[[^\]]*\]\.pairs\b/;

/** The line of a kustomization that put a condition into a selector; undefined for one that is written where the selector is. */
export function giverOf({ at }: Requirement): Place | undefined {
  const from = at.origin?.at;
  return from && LABEL_FIELD.test(from.path) ? from : undefined;
}

/** A selector in two: what its object says itself, and what the labels of a kustomization add. */
export function splitSelector(selector: Selector): { readonly written: Selector; readonly given: readonly Requirement[] } {
  const given = selector.requirements.filter(giverOf);
  return { written: { ...selector, requirements: selector.requirements.filter(requirement => !giverOf(requirement)) }, given };
}

/** Whether nobody wrote the selector: all of it comes from the labels of a kustomization. */
export function isGiven({ requirements, open }: Selector): boolean {
  return requirements.length > 0 && !open && requirements.every(giverOf);
}
