import type { Cluster } from '../../model/cluster.ts';
import type { KindName } from '../../model/references/reference.ts';
import type { Resource } from '../../model/resource.ts';
import type { Cursor } from '../../yaml/cursor.ts';
import { wordsOf } from './names-in-texts.ts';
import { isClusterWide, splitKind } from './same-kind.ts';

/** What ConfigMaps hold that a program may apply: `kind: StorageClass` with a name. */
interface Embedded {
  readonly texts: readonly EmbeddedText[];
  /** A text is a placeholder, which may hold any. */
  readonly isHidden: boolean;
}

interface EmbeddedText {
  readonly kinds: ReadonlySet<string | undefined>;
  readonly words: ReadonlySet<string>;
  /** Parts of it are placeholders: its names may be any. */
  readonly isTemplate: boolean;
}

const EMBEDDED = new WeakMap<readonly Resource[], Embedded>();

/** Keys under which manifests stand. */
const MANIFEST = /\.(?:ya?ml|json)$/;
/** A field at the top: what is written says what the text is, whatever its placeholders stand for. */
const FIELD = /^["']?[A-Za-z_][\w.-]*["']?:|^\s*(?:\[|-|\{(?!\{))/m;
const KIND = /\bkind["']?\s*:\s*["']?(\w+)/g;

function readText(value: Cursor<string>): EmbeddedText | undefined {
  const { text } = value;
  if (text === undefined) return undefined;
  return { kinds: new Set(Array.from(text.matchAll(KIND), ([, kind]) => kind)), words: new Set(wordsOf(text)), isTemplate: value.string().state === 'unknown' };
}

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
    texts: files.flatMap(({ value }) => readText(value) ?? []),
    isHidden: files.some(({ value }) => value.string().state === 'unknown' && !FIELD.test(value.text ?? '')),
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
  return embedded.isHidden || embedded.texts.some(({ kinds, words, isTemplate }) => (isTemplate || words.has(name)) && kinds.has(kind));
}
