import { joinPath } from '../text/path.ts';
import { Cursor } from '../yaml/cursor.ts';
import { valueOf } from '../yaml/field.ts';
import { isPlaceholder } from '../yaml/mask.ts';
import type { Place } from '../yaml/place.ts';
import type { FileTree } from './file-tree.ts';
import type { KustomizationFile } from './kustomization-file.ts';
import type { Rendering, RenderingFault } from './rendering.ts';

/** Causes that speak of what is there: with a part left out, and for a component alone, they tell nothing. */
const NEEDS_OBJECTS: ReadonlySet<string> = new Set([
  'generator-behavior',
  'image-unused',
  'name-reference',
  'patch-not-applied',
  'patch-path',
  'patch-target-missing',
  'replacement-not-applied',
  'replacement-source',
  'replacement-target',
  'replicas-target-missing',
  'var',
]);

/** Causes behind which objects, or parts of them, are missing in what is made. */
const LEAVES_OUT: ReadonlySet<string> = new Set([
  'component-kind',
  'cycle',
  'empty',
  'field-type',
  'helm',
  'kind-wrong',
  'no-kustomization',
  'object-malformed',
  'plugin',
  'remote',
  'resource-beyond',
  'resource-deep',
  'resource-hidden',
  'resource-missing',
  'resource-unreadable',
  'several-files',
]);

/** What belongs to a path, which the reader of paths judges where it is one of its own. */
const OF_PATHS: ReadonlySet<string> = new Set(['cycle', 'no-kustomization', 'resource-missing']);

const keyOfPlace = ({ file, span }: Place): string => `${file.path}\u0000${span.start}`;

/** Of a document that does not parse, its own file tells why, where the run was asked to lint it; what a template will hold is not known. */
function isToldElsewhere({ at: { file, document } }: RenderingFault, given: ReadonlySet<string>): boolean {
  return document.templated || (given.has(file.path) && file.documents.some(({ problems }) => problems.length > 0));
}

/** Whether other kustomizations may list an image too: what one of them does not use may be there because the others do. */
function findShared(all: Iterable<KustomizationFile>): (name: string) => boolean {
  const seen = new Set<string>();
  const shared = new Set<string>();
  let isOpen = false;
  for (const { document } of all) {
    const images = Cursor.root(document)?.get('images');
    const names = (images?.items() ?? []).map(entry => entry.get('name').string());
    isOpen ||= images?.isUnknown === true || names.some(({ state }) => state === 'unknown');
    for (const name of new Set(names.map(name => valueOf(name) ?? ''))) (seen.has(name) ? shared : seen).add(name);
  }
  return name => isOpen || shared.has(name);
}

/** Entries that change nothing in one build may change something in another one that takes them in. */
const MAY_SERVE_OTHERS: ReadonlySet<string> = new Set(['image-unused', 'patch-not-applied', 'replacement-not-applied']);

const keyOfFault = ({ kind, at, subject }: RenderingFault): string => [kind, keyOfPlace(at), subject].join('\u0000');

/** Remarks that hold in every build that takes the entry in. What a GitOps tool adds to many kustomizations is an entry of none. */
function idleEverywhere(renderings: readonly Rendering[]): (fault: RenderingFault) => boolean {
  const idle = new Map<string, number>();
  const uses = new Map<string, number>();
  const count = (counts: Map<string, number>, key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const { remarks, instructions } of renderings) {
    for (const path of new Set(instructions.map(({ file }) => file.path))) count(uses, path);
    for (const key of new Set(remarks.map(keyOfFault))) count(idle, key);
  }
  return fault => idle.get(keyOfFault(fault)) === uses.get(fault.at.file.path);
}

/** Failures of each kustomization, by its directory; those of one that was not asked for belong to the one that takes it in. */
export function failuresByDirectory(
  all: ReadonlyMap<string, KustomizationFile>,
  renderings: readonly Rendering[],
  given: ReadonlySet<string>,
): ReadonlyMap<string, readonly RenderingFault[]> {
  const isIdle = idleEverywhere(renderings);
  const isShared = findShared(all.values());
  const byPath = new Map([...all.values()].map(file => [file.document.file.path, file]));
  const found = new Map<string, Map<string, RenderingFault>>();
  for (const { faults, remarks, isPart, directory } of renderings) {
    const isWhole = !isPart && !faults.some(({ kind }) => LEAVES_OUT.has(kind));
    for (const fault of [...faults, ...remarks]) {
      if (!isWhole && NEEDS_OBJECTS.has(fault.kind)) continue;
      if (isToldElsewhere(fault, given) || (MAY_SERVE_OTHERS.has(fault.kind) && !isIdle(fault))) continue;
      if (fault.kind === 'image-unused' && isShared(fault.subject)) continue;
      const owner = byPath.get(fault.at.file.path)?.directory ?? (all.has(fault.directory) ? fault.directory : directory);
      const own = found.get(owner) ?? new Map<string, RenderingFault>();
      const key = keyOfFault(fault);
      if (!own.has(key)) own.set(key, fault);
      found.set(owner, own);
    }
  }
  return new Map([...found].map(([directory, faults]) => [directory, [...faults.values()]]));
}

/** The failures that the reader of paths does not tell itself, and those paths alone that are known to be absent. */
export function withoutPaths(failures: readonly RenderingFault[], file: KustomizationFile, repeated: readonly Place[], tree: FileTree): RenderingFault[] {
  const own = new Set([...file.resources, ...file.patches].map(({ at }) => keyOfPlace(at)));
  const data = new Map(file.data.map(reference => [keyOfPlace(reference.at), reference.path]));
  const twice = new Set(repeated.map(keyOfPlace));
  return failures.filter(({ kind, at, subject, directory }) => {
    const key = keyOfPlace(at);
    if (kind === 'object-repeated') return !twice.has(key);
    if (!OF_PATHS.has(kind)) return true;
    if (own.has(key) || isPlaceholder(subject)) return false;
    return kind !== 'resource-missing' || tree.kindOf(data.get(key) ?? joinPath(directory, subject)) === 'absent';
  });
}
