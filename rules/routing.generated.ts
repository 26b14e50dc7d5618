// Written by `npm run generate` from the rule folders. Not edited by hand.
import type { AnyRule } from '../src/core/api.ts';
import ingressBackendInOtherNamespace from './ingress-backend-in-other-namespace/rule.ts';
import ingressBackendIsExternalName from './ingress-backend-is-external-name/rule.ts';
import ingressBackendMissing from './ingress-backend-missing/rule.ts';
import ingressBackendPortMissing from './ingress-backend-port-missing/rule.ts';
import ingressBackendProtocolMismatch from './ingress-backend-protocol-mismatch/rule.ts';
import ingressBackendUnsupportedProtocol from './ingress-backend-unsupported-protocol/rule.ts';
import ingressClassDefaultsConflict from './ingress-class-defaults-conflict/rule.ts';
import ingressClassMissing from './ingress-class-missing/rule.ts';
import ingressClassParametersMissing from './ingress-class-parameters-missing/rule.ts';
import ingressClassUnknown from './ingress-class-unknown/rule.ts';
import ingressPathDuplicated from './ingress-path-duplicated/rule.ts';
import ingressTlsHostUnmatched from './ingress-tls-host-unmatched/rule.ts';
import ingressTlsSecretMissing from './ingress-tls-secret-missing/rule.ts';
import ingressTlsSecretNotTls from './ingress-tls-secret-not-tls/rule.ts';
import ingressTlsSecretShared from './ingress-tls-secret-shared/rule.ts';

export const rules: readonly AnyRule[] = [
  ingressBackendInOtherNamespace,
  ingressBackendIsExternalName,
  ingressBackendMissing,
  ingressBackendPortMissing,
  ingressBackendProtocolMismatch,
  ingressBackendUnsupportedProtocol,
  ingressClassDefaultsConflict,
  ingressClassMissing,
  ingressClassParametersMissing,
  ingressClassUnknown,
  ingressPathDuplicated,
  ingressTlsHostUnmatched,
  ingressTlsSecretMissing,
  ingressTlsSecretNotTls,
  ingressTlsSecretShared,
];
