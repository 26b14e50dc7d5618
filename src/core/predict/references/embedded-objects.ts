import type { Cluster } from '../../model/cluster.ts';
import type { KindName } from '../../model/references/reference.ts';
import type { Resource } from '../../model/resource.ts';
import { isClusterWide, splitKind } from './same-kind.ts';

/** What ConfigMaps hold that a program may apply: `kind: StorageClass` with a name. */
interface Embedded {
  readonly texts: readonly string[];
  /** A text is a placeholder, which may hold any. */
  readonly isHidden: boolean;
}

const EMBEDDED = new WeakMap<readonly Resource[], Embedded>();

/** Keys under which manifests stand. */
const MANIFEST = /\.(?:ya?ml|json)$/;

function readEmbedded(resources: readonly Resource[]): Embedded {
  const files = resources
    .filter(({ group, kind }) => group === '' && kind === 'ConfigMap')
    .flatMap(({ body }) =>
      body
        .get('data')
        .entries()
        .filter(({ key }) => MANIFEST.test(key)),
    );
  return {
    texts: files.flatMap(({ value: { text } }) => text ?? []),
    isHidden: files.some(({ value }) => value.string().state === 'unknown' && !(value.text ?? '').includes('kind')),
  };
}

/** Whether a manifest in a ConfigMap is or may be the object: a controller applies such texts itself, without a namespace from any scope. */
export function mayBeEmbedded(wanted: KindName, name: string, cluster: Cluster): boolean {
  const { resources } = isClusterWide(wanted, cluster.kinds) === true ? cluster.run : cluster;
  let embedded = EMBEDDED.get(resources);
  if (!embedded) {
    embedded = readEmbedded(resources);
    EMBEDDED.set(resources, embedded);
  }
  const { kind } = splitKind(wanted);
  return embedded.isHidden || embedded.texts.some(text => text.includes(kind) && new Set(text.match(/[a-z0-9](?:[-a-z0-9.]*[a-z0-9])?/g)).has(name));
}
