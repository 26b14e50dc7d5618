// Written by `npm run generate` from the rule folders. Not edited by hand.
import type { AnyRule } from '../src/core/api.ts';
import appProtocolUnknown from './app-protocol-unknown/rule.ts';
import clusterScopedObjectHasNamespace from './cluster-scoped-object-has-namespace/rule.ts';
import cronJobNeverRuns from './cron-job-never-runs/rule.ts';
import envReferenceUndefined from './env-reference-undefined/rule.ts';
import ingressClassRepeated from './ingress-class-repeated/rule.ts';
import objectDuplicated from './object-duplicated/rule.ts';
import pdbPolicyMissing from './pdb-policy-missing/rule.ts';
import quantitySuspicious from './quantity-suspicious/rule.ts';
import serviceFieldDropped from './service-field-dropped/rule.ts';
import volumeUnused from './volume-unused/rule.ts';

export const rules: readonly AnyRule[] = [
  appProtocolUnknown,
  clusterScopedObjectHasNamespace,
  cronJobNeverRuns,
  envReferenceUndefined,
  ingressClassRepeated,
  objectDuplicated,
  pdbPolicyMissing,
  quantitySuspicious,
  serviceFieldDropped,
  volumeUnused,
];
