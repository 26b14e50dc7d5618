import type { Source } from './source.ts';

/** Checks of metadata, labels and selectors of every kind. */
export const METADATA_CHECKS = {
  'metadata/name-required': 'v1 ObjectMeta.name',
  'metadata/name': 'v1 ObjectMeta.name',
  'metadata/generate-name': 'v1 ObjectMeta.generateName',
  'metadata/namespace': 'S-352',
  'metadata/label-key': 'S-001',
  'metadata/label-value': 'S-002',
  'metadata/annotation-key': 'S-004',
  'metadata/annotations-size': 'S-004',
  'metadata/owner-reference': 'v1 OwnerReference',
  'metadata/owner-controllers': 'v1 OwnerReference.controller',
  'metadata/finalizer': 'v1 ObjectMeta.finalizers',
  'metadata/finalizer-warning': 'v1 ObjectMeta.finalizers',
  'selector/key': 'S-001',
  'selector/value': 'S-002',
  'selector/operator': 'S-007',
  'selector/values-required': 'S-007',
  'selector/values-forbidden': 'S-007',
} as const satisfies Record<string, Source>;
