import { findNearest } from '../text/near.ts';
import { baseNameOf, directoryOf, joinPath } from '../text/path.ts';
import { isPlaceholder } from '../yaml/mask.ts';
import type { SourceFile, YamlDocument } from '../yaml/source-file.ts';
import type { FileTree } from './file-tree.ts';
import { failuresByDirectory, withoutPaths } from './kustomization-failures.ts';
import type { DocumentReading } from './read-documents.ts';
import type { Rendering, RenderingFault } from './rendering.ts';
import { unlistedManifests } from './unlisted-manifests.ts';
import { isRemote, KUSTOMIZATION_NAMES, type KustomizationFile, type PathReference } from './kustomization-file.ts';

/** Why a kustomization does not build: a path of it leads to nothing, to a directory that is none, twice to one, or back to itself. */
export interface ReferenceFault {
  readonly kind: 'missing' | 'no-kustomization' | 'repeated' | 'cycle';
  readonly reference: PathReference;
  /** For `missing`: a path that is there and was perhaps meant, as it would be written. */
  readonly near: string | undefined;
  /** For `repeated`: where the path stands first. */
  readonly first: PathReference | undefined;
}

export interface JudgedKustomization {
  readonly file: KustomizationFile;
  /** Of its paths. */
  readonly faults: readonly ReferenceFault[];
  /** Of what it makes: what kustomize itself would say, and what it passes over; each place once, and none of `faults`. */
  readonly failures: readonly RenderingFault[];
  /** First documents of files beside those that it lists, which no kustomization names. */
  readonly unlisted: readonly YamlDocument[];
}

/** Kustomizations looked at for one way back: longer circles than this are nobody's. */
const CIRCLE_BUDGET = 1000;

function isBeside({ text }: PathReference): boolean {
  return !isRemote(text) && !text.startsWith('/') && text !== '' && !isPlaceholder(text);
}

/** `../bse` and a directory `base` beside it give `../base`. */
function findNear(reference: PathReference, tree: FileTree): string | undefined {
  const name = baseNameOf(reference.path);
  const near = findNearest(name, [...tree.namesIn(directoryOf(reference.path))].sort(), candidate => candidate);
  return near !== undefined && reference.text.endsWith(name) ? reference.text.slice(0, -name.length) + near : undefined;
}

function leadsBack(from: KustomizationFile, to: KustomizationFile, all: ReadonlyMap<string, KustomizationFile>): boolean {
  const seen = new Set([to]);
  for (const at of seen) {
    if (at === from) return true;
    if (seen.size > CIRCLE_BUDGET) return false;
    for (const { path } of at.resources) {
      const next = all.get(path);
      if (next) seen.add(next);
    }
  }
  return false;
}

class Judging {
  readonly #all: ReadonlyMap<string, KustomizationFile>;
  readonly #tree: FileTree;

  constructor(all: ReadonlyMap<string, KustomizationFile>, tree: FileTree) {
    this.#all = all;
    this.#tree = tree;
  }

  judge(file: KustomizationFile, failures: readonly RenderingFault[]): Omit<JudgedKustomization, 'unlisted'> {
    // Without the kustomization itself on disk nothing can be said of what should lie beside it.
    const isOnDisk = this.#tree.kindOf(file.document.file.path) === 'file';
    // Files of generators are left alone: secrets and settings are often made where the build runs.
    const broken = isOnDisk ? [...file.resources, ...file.patches].flatMap(reference => this.#judgeOne(reference, file) ?? []) : [];
    const repeats = findRepeats(file);
    const repeated = repeats.map(({ reference }) => reference.at);
    return { file, faults: [...broken, ...repeats], failures: withoutPaths(failures, file, repeated, this.#tree) };
  }

  #mayBeFile(path: string): boolean {
    const kind = this.#tree.kindOf(path);
    return kind === 'file' || kind === 'unknown';
  }

  #judgeOne(reference: PathReference, file: KustomizationFile): ReferenceFault | undefined {
    if (!isBeside(reference)) return undefined;
    const fault = (kind: ReferenceFault['kind'], near?: string): ReferenceFault => ({ kind, reference, near, first: undefined });
    const kind = this.#tree.kindOf(reference.path);
    if (kind === 'absent') return fault('missing', findNear(reference, this.#tree));
    if (kind !== 'directory' || !file.resources.includes(reference)) return undefined;
    if (!KUSTOMIZATION_NAMES.some(name => this.#mayBeFile(joinPath(reference.path, name)))) return fault('no-kustomization');
    const inner = this.#all.get(reference.path);
    return inner && leadsBack(file, inner, this.#all) ? fault('cycle') : undefined;
  }
}

function findRepeats(file: KustomizationFile): ReferenceFault[] {
  const first = new Map<string, PathReference>();
  // A component may be applied twice.
  const listed = file.resources.filter(reference => reference.field !== 'components' && isBeside(reference));
  return listed.flatMap(reference => {
    const other = first.get(reference.path);
    if (!other) first.set(reference.path, reference);
    return other ? [{ kind: 'repeated' as const, reference, near: undefined, first: other }] : [];
  });
}

/** What of a run tells more than the paths of its kustomizations. */
export interface RunParts {
  readonly renderings?: readonly Rendering[];
  /** Files that the run was asked to lint, and what their documents are. */
  readonly sources?: readonly SourceFile[];
  readonly readings?: readonly DocumentReading[];
}

/** Looks for what the paths of kustomizations lead to and for what they fail to make, one kustomization at a time. */
export function* judgeKustomizations(
  files: readonly KustomizationFile[],
  tree: FileTree,
  { renderings = [], sources = [], readings = [] }: RunParts = {},
): Iterable<JudgedKustomization> {
  const all = new Map(files.map(file => [file.directory, file]));
  const failures = failuresByDirectory(all, renderings, new Set(sources.map(({ path }) => path)));
  const used = new Set(renderings.flatMap(({ sources: taken }) => taken.map(({ path }) => path)));
  const unlisted = unlistedManifests(readings, all, used);
  const judging = new Judging(all, tree);
  for (const file of files) yield { ...judging.judge(file, failures.get(file.directory) ?? []), unlisted: unlisted.get(file) ?? [] };
}
