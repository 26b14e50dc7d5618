import type { KindName } from './reference.ts';

/** Rows that a configuration adds have the id of the kind that they name, so that the rules about that kind take them too. */
const BY_KIND: Readonly<Record<KindName, string>> = {
  '/ConfigMap': 'configured-config-map',
  '/Secret': 'configured-secret',
  '/PersistentVolumeClaim': 'configured-volume-claim',
  '/ServiceAccount': 'configured-service-account',
  'storage.k8s.io/StorageClass': 'configured-storage-class',
  'scheduling.k8s.io/PriorityClass': 'configured-priority-class',
  'node.k8s.io/RuntimeClass': 'configured-runtime-class',
};

/** Ids that configured rows have. */
export const CONFIGURED_ROW_IDS: readonly string[] = ['configured', ...Object.values(BY_KIND)];

/** Id of a configured row: `configured` where no rule is about its kind alone. */
export function configuredRowId(to: KindName): string {
  return BY_KIND[to] ?? 'configured';
}

/** Whether a row comes from the configuration. */
export function isConfigured({ id }: { readonly id: string }): boolean {
  return id === 'configured' || id.startsWith('configured-');
}
