import type { Cluster } from '../../model/cluster.ts';
import type { Reference } from '../../model/references/reference.ts';
import type { Resource } from '../../model/resource.ts';
import type { Cursor } from '../../yaml/cursor.ts';
import { resolve } from './resolve.ts';

/** The types whose content kubelets read as logins of registries. */
const READ = ['kubernetes.io/dockerconfigjson', 'kubernetes.io/dockercfg'];

/** A Secret that images are to be pulled with and that no kubelet reads. */
export interface WrongPullSecret {
  readonly secret: Resource;
  readonly type: Cursor;
}

/** The Secret that a reference means, where its type says that it holds no login of a registry. */
export function findWrongPullSecret(reference: Reference, cluster: Cluster): WrongPullSecret | undefined {
  const { found, possible } = resolve(reference, cluster);
  const [secret, ...others] = found;
  if (!secret || others.length > 0 || possible.length > 0 || secret.body.isOpen) return undefined;
  const type = secret.body.get('type');
  const written = type.string();
  if (written.state === 'unknown' || (written.state === 'known' && READ.includes(written.value))) return undefined;
  return { secret, type };
}
