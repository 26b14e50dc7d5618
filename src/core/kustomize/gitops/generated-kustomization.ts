import { isKustomizationPath } from '../../model/kustomization-file.ts';
import { isWithin, joinPath } from '../../text/path.ts';
import { labelOf } from '../../model/resource.ts';
import type { BuildFiles } from '../files.ts';
import type { Kustomization, Text } from '../kustomization.ts';
import { placeOfDirectory } from '../open-kustomization.ts';
import { writtenPlaceOf } from './rewrite.ts';
import { holdsKustomization } from './directory-kind.ts';
import type { KustomizationRelease } from './release.ts';
import type { Repository } from './repository.ts';
import { SourceIgnore } from './source-ignore.ts';

/** More than any directory that is applied as a whole; a link that leads above itself would go on without end. */
const [MOST_FILES, MOST_LEVELS] = [20_000, 64];

type Files = Pick<BuildFiles, 'kindOf' | 'namesIn' | 'source'>;

function compareCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Collects what Flux lists: manifests of a directory and below, and directories that have a kustomization (F-1). */
class Collector {
  readonly found: string[] = [];
  readonly #files: Files;
  readonly #release: KustomizationRelease;
  #asked = 0;

  constructor(release: KustomizationRelease, files: Files) {
    this.#release = release;
    this.#files = files;
  }

  /** `fromTop` is the directory as patterns see it, `inside` as the release sees it. */
  walk({ inside, fromTop, ignore, level }: { readonly inside: string; readonly fromTop: string; readonly ignore: SourceIgnore; readonly level: number }): void {
    const directory = joinPath(this.#release.path, inside);
    const lines = this.#files.source(joinPath(directory, '.sourceignore'))?.text;
    const own = lines === undefined ? ignore : ignore.with(lines, fromTop);
    for (const name of [...this.#files.namesIn(directory)].sort(compareCodeUnits)) {
      if (this.#asked++ > MOST_FILES || level > MOST_LEVELS) return;
      const [path, above] = [joinPath(inside, name), joinPath(fromTop, name)];
      const kind = this.#files.kindOf(joinPath(directory, name));
      if (own.leavesOut(above, kind === 'directory')) continue;
      if (kind === 'file' && /\.ya?ml$/.test(name) && !isKustomizationPath(path)) this.found.push(path);
      if (kind !== 'directory') continue;
      if (holdsKustomization(joinPath(directory, name), { kindOf: this.#files.kindOf, namesIn: this.#files.namesIn })) this.found.push(path);
      else this.walk({ inside: path, fromTop: above, ignore: own, level: level + 1 });
    }
  }
}

const EMPTY: Omit<Kustomization, 'document' | 'directory' | 'resources'> = {
  isComponent: false,
  components: [],
  generators: [],
  generatorOptions: { labels: [], annotations: [], disableNameSuffixHash: false, immutable: false },
  patchesStrategicMerge: [],
  patches: [],
  patchesJson6902: [],
  namespace: undefined,
  namePrefix: undefined,
  nameSuffix: undefined,
  labels: [],
  commonLabels: [],
  commonAnnotations: [],
  replicas: [],
  images: [],
  replacements: [],
  vars: [],
  configurations: [],
  crds: [],
  openapi: {},
  transformers: [],
  pluginGenerators: [],
  validators: [],
  buildMetadata: [],
  sortOptions: { order: 'legacy', orderFirst: undefined, orderLast: undefined },
  helmCharts: [],
  deprecated: [],
};

/** Patterns of the source, and of each `.sourceignore` on the way from its top. */
function patternsAbove(fromTop: string, { ignore }: KustomizationRelease, { files, start }: { readonly files: Files; readonly start: string }): SourceIgnore {
  const parts = fromTop === '.' ? [] : fromTop.split('/');
  return parts.reduce((found, _, depth) => {
    const directory = parts.slice(0, depth).join('/') || '.';
    const lines = files.source(joinPath(joinPath(start, directory), '.sourceignore'))?.text;
    return lines === undefined ? found : found.with(lines, directory);
  }, SourceIgnore.of(ignore));
}

/** The kustomization that Flux writes into a directory without one. It is nowhere but in the object that asks for it, and so are its lines. */
export function generateKustomization(release: KustomizationRelease, files: Files, { top }: Pick<Repository, 'top'>): Kustomization {
  const collector = new Collector(release, files);
  const start = top ?? '.';
  const fromTop = release.path === start ? '.' : start !== '.' && isWithin(release.path, start) ? release.path.slice(start.length + 1) : release.path;
  collector.walk({ inside: '.', fromTop, ignore: patternsAbove(fromTop, release, { files, start }), level: 0 });
  const giver = `path of ${labelOf(release.from)}`;
  const at = writtenPlaceOf(release.at);
  const resources = collector.found.map((value): Text => ({ value, at, giver }));
  const { document } = placeOfDirectory(joinPath(release.path, 'kustomization.yaml'));
  return { ...EMPTY, document, directory: release.path, resources };
}
