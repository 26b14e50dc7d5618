import type { Resource } from './resource.ts';

/** Whether the object is encrypted by SOPS: what is applied has other values, and no field `sops`. */
export function isEncrypted({ body }: Resource): boolean {
  const sops = body.get('sops');
  return sops.get('mac').isPresent && sops.get('lastmodified').isPresent;
}
