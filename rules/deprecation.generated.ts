// Written by `npm run generate` from the rule folders. Not edited by hand.
import type { AnyRule } from '../src/core/api.ts';
import annotationIgnored from './annotation-ignored/rule.ts';
import kustomizationFieldDeprecated from './kustomization-field-deprecated/rule.ts';
import nodeLabelRemoved from './node-label-removed/rule.ts';
import serviceAccountFieldDeprecated from './service-account-field-deprecated/rule.ts';

export const rules: readonly AnyRule[] = [
  annotationIgnored,
  kustomizationFieldDeprecated,
  nodeLabelRemoved,
  serviceAccountFieldDeprecated,
];
