// Written by `npm run generate` from the rule folders. Not edited by hand.
import type { AnyRule } from '../src/core/api.ts';
import annotationIgnored from './annotation-ignored/rule.ts';
import nodeLabelRemoved from './node-label-removed/rule.ts';
import serviceAccountFieldDeprecated from './service-account-field-deprecated/rule.ts';

export const rules: readonly AnyRule[] = [
  annotationIgnored,
  nodeLabelRemoved,
  serviceAccountFieldDeprecated,
];
