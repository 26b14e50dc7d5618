import type { Source } from './source.ts';

/** Checks of roles and bindings. */
export const RBAC_CHECKS = {
  'rbac/role-ref': 'rbac.authorization.k8s.io/v1 RoleRef',
} as const satisfies Record<string, Source>;
