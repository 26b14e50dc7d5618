import type { Source } from './source.ts';

/** Checks of Ingresses and IngressClasses. */
export const INGRESS_CHECKS = {
  'ingress/host': 'S-243',
} as const satisfies Record<string, Source>;
