import { KUSTOMIZATION_NAMES, readKustomizationFile } from '../model/kustomization-file.ts';
import { joinPath } from '../text/path.ts';
import type { BuildFiles } from './files.ts';

/** Overlays stand beside their base or a directory further: `../prod`, `../overlays/prod`, `../../default`. */
const ABOVE = ['..', '../..'];
const LEVELS_BELOW = 2;
const MOST_DIRECTORIES = 200;

type Files = Pick<BuildFiles, 'kindOf' | 'real' | 'source' | 'namesIn'>;

/** Finds kustomizations around those of a run that take one of them in. The run was not asked to read them, and does not lint them. */
export class Takers {
  readonly #files: Files;
  readonly #around = new Map<string, ReadonlyMap<string, string>>();

  constructor(files: Files) {
    this.#files = files;
  }

  /** The path of a kustomization that takes in the one of a directory. */
  find(directory: string): string | undefined {
    const real = this.#files.real(directory);
    if (real === undefined) return undefined;
    for (const above of ABOVE) {
      const taker = this.#lookAround(joinPath(directory, above)).get(real);
      if (taker !== undefined) return taker;
    }
    return undefined;
  }

  /** What the kustomizations in and below a directory take in, by where it is. */
  #lookAround(above: string): ReadonlyMap<string, string> {
    const known = this.#around.get(above);
    if (known) return known;
    const found = new Map<string, string>();
    this.#around.set(above, found);
    for (const directory of this.#directoriesIn(above)) this.#read(directory, found);
    return found;
  }

  #directoriesIn(above: string): readonly string[] {
    const found = this.#files.kindOf(above) === 'directory' ? [above] : [];
    let level: readonly string[] = found;
    for (let depth = 0; depth < LEVELS_BELOW && found.length < MOST_DIRECTORIES; depth++) {
      level = level.flatMap(directory => this.#childrenOf(directory)).slice(0, MOST_DIRECTORIES - found.length);
      found.push(...level);
    }
    return found;
  }

  #childrenOf(directory: string): readonly string[] {
    const names = this.#files.namesIn(directory).filter(name => !name.includes('.') && name !== 'node_modules');
    return names.map(name => joinPath(directory, name)).filter(path => this.#files.kindOf(path) === 'directory');
  }

  #read(directory: string, found: Map<string, string>): void {
    const path = KUSTOMIZATION_NAMES.map(name => joinPath(directory, name)).find(candidate => this.#files.kindOf(candidate) === 'file');
    const source = path === undefined ? undefined : this.#files.source(path);
    const own = this.#files.real(directory);
    for (const taken of (source && readKustomizationFile(source)?.resources) ?? []) {
      const real = this.#files.real(taken.path);
      if (path !== undefined && real !== undefined && real !== own && !found.has(real)) found.set(real, path);
    }
  }
}
