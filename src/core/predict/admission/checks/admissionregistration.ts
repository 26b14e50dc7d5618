import type { Source } from './source.ts';

/** Checks of webhook configurations, admission policies and their bindings. */
export const ADMISSION_CHECKS = {
  'webhook/name': 'admissionregistration.k8s.io/v1 ValidatingWebhook.name',
} as const satisfies Record<string, Source>;
