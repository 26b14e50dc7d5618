// Written by `npm run generate` from the rule folders. Not edited by hand.
import type { AnyRule } from '../src/core/api.ts';
import ingressClassAnnotationDeprecated from './ingress-class-annotation-deprecated/rule.ts';

export const rules: readonly AnyRule[] = [
  ingressClassAnnotationDeprecated,
];
