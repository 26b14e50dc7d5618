import type { BuildFiles } from '../core/kustomize/files.ts';
import { parseSource } from '../core/yaml/parse-source.ts';
import type { SourceFile } from '../core/yaml/source-file.ts';
import { SurroundingFiles } from './file-tree.ts';
import type { Files } from './files.ts';
import { nameRepository, type RepositoryNames } from './git/remotes.ts';
import { absolutePathOf, isInside, reportPathOf, type Place } from './paths.ts';
import type { WalkOptions } from './walk.ts';

/** How far a build may read: the repository that holds a path, else the working directory, else the directory itself. */
function reachOf(absolute: string, files: Files, { cwd, path }: Place): string {
  const top = files.findTop(absolute, path) ?? (isInside(absolute, cwd, { path }) ? cwd : absolute);
  try {
    return files.real(top);
  } catch {
    return top;
  }
}

/** Files that kustomizations name. Nothing beyond the repositories of the run is opened, through links neither; what is no regular file is never read. */
export class ReachableFiles implements BuildFiles {
  readonly #place: Place;
  readonly #files: Files;
  readonly #tree: SurroundingFiles;
  readonly #reaches: readonly string[];
  readonly #hasTop: boolean;
  readonly #sources = new Map<string, SourceFile | undefined>();
  #names: RepositoryNames | undefined;
  readonly #reals = new Map<string, string | undefined>();

  /** `inputs` are the absolute paths that a run was asked to read. */
  constructor(inputs: readonly string[], options: WalkOptions) {
    const { place, files } = options;
    this.#place = place;
    this.#files = files;
    this.#tree = new SurroundingFiles(options);
    this.#hasTop = inputs.some(input => files.findTop(input, place.path) !== undefined);
    this.#reaches = [...new Set(inputs.map(input => reachOf(input, files, place)))];
  }

  readonly kindOf: BuildFiles['kindOf'] = path => {
    const kind = this.#tree.kindOf(path);
    if (kind === 'absent' || kind === 'unknown') return kind;
    return this.real(path) === undefined ? 'unknown' : kind;
  };

  readonly whyUnknown: NonNullable<BuildFiles['whyUnknown']> = path => {
    const absolute = absolutePathOf(path, this.#place);
    const isHere = this.#reaches.some(reach => isInside(absolute, reach, this.#place)) && this.#tree.kindOf(path) === 'unknown';
    if (isHere) return 'hidden';
    return this.#hasTop ? 'beyond-repository' : 'beyond-reach';
  };

  readonly real: BuildFiles['real'] = path => {
    if (this.#reals.has(path)) return this.#reals.get(path);
    const real = this.#look(path);
    this.#reals.set(path, real);
    return real;
  };

  readonly source: BuildFiles['source'] = path => {
    if (this.#sources.has(path)) return this.#sources.get(path);
    const decoded = this.real(path) === undefined ? undefined : this.#files.readText(absolutePathOf(path, this.#place));
    const file = decoded && 'text' in decoded ? parseSource(path, decoded.text) : undefined;
    this.#sources.set(path, file);
    return file;
  };

  readonly bytes: BuildFiles['bytes'] = path => (this.real(path) === undefined ? undefined : this.#files.readBytes(absolutePathOf(path, this.#place)));

  get top(): string | undefined {
    const [reach] = this.#reaches;
    return reach === undefined ? undefined : reportPathOf(reach, this.#place);
  }

  /** Only objects of GitOps tools ask. */
  get repository(): RepositoryNames {
    const [reach] = this.#reaches;
    const top = reach === undefined ? undefined : this.#files.findTop(reach, this.#place.path);
    this.#names ??= top === undefined ? { urls: [], branch: undefined } : nameRepository(top);
    return this.#names;
  }

  readonly namesIn: BuildFiles['namesIn'] = directory => (this.real(directory) === undefined ? [] : this.#tree.namesIn(directory));

  #look(path: string): string | undefined {
    // git keeps credentials and old versions there; no build has anything to read in it.
    if (path.split('/').includes('.git')) return undefined;
    try {
      const real = this.#files.real(absolutePathOf(path, this.#place));
      return this.#reaches.some(reach => isInside(real, reach, this.#place)) ? reportPathOf(real, this.#place) : undefined;
    } catch {
      return undefined;
    }
  }
}
