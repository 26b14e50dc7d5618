import type { Field } from '../yaml/field.ts';
import type { YamlDocument } from '../yaml/source-file.ts';
import { changesConnections } from './kustomization-patches.ts';
import { isRemote, type KustomizationFile } from './kustomization-file.ts';
import type { Opening } from './opening.ts';
import type { DocumentReading } from './read-documents.ts';
import type { Resource } from './resource.ts';

/** What a kustomization takes in, before anything is known of the cluster. */
export interface KustomizationDraft {
  readonly root: KustomizationFile;
  readonly resources: readonly Resource[];
  /** The root and all that it takes in. */
  readonly kustomizations: readonly YamlDocument[];
  readonly openings: readonly Opening[];
  /** Patches change Services or pods, so that what the files say of both ends is not what is applied. */
  readonly isPatched: boolean;
}

/** The documents of a run by the path of their file. */
export type ReadingsByPath = ReadonlyMap<string, readonly DocumentReading[]>;

/** A namespace that a kustomization decides, as far as files tell: `set` by the outermost one for all, or by an inner one for some. */
type NamespaceChange = 'set' | 'maybe' | undefined;

/** An object whose namespace a kustomization replaces lands with the others of that kustomization, whatever its file says. */
function place(resource: Resource, change: NamespaceChange): Resource {
  if (change === undefined) return resource;
  const { at } = resource.namespace;
  const namespace: Field<string> = change === 'set' ? { state: 'absent', at } : { state: 'unknown', why: 'templated', at };
  return { ...resource, namespace };
}

class Taking {
  readonly resources: Resource[] = [];
  readonly kustomizations: YamlDocument[] = [];
  readonly openings: Opening[] = [];
  isPatched = false;
  readonly #seen = new Set<string>();
  readonly #files = new Set<string>();
  readonly #all: ReadonlyMap<string, KustomizationFile>;
  readonly #readings: ReadingsByPath;

  constructor(all: ReadonlyMap<string, KustomizationFile>, readings: ReadingsByPath) {
    this.#all = all;
    this.#readings = readings;
  }

  take(kustomization: KustomizationFile, above: NamespaceChange, isRoot: boolean): void {
    if (this.#seen.has(kustomization.directory)) return;
    this.#seen.add(kustomization.directory);
    const { document } = kustomization;
    this.kustomizations.push(document);
    this.openings.push({ reason: 'a kustomization may change names, namespaces and labels', document, hinders: kustomization.changes ? 'both' : 'evidence' });
    this.isPatched ||= changesConnections(kustomization, path => this.#documentsAt(path));
    const sets = kustomization.namespace.state !== 'absent';
    const change = above === 'set' || (isRoot && sets) ? 'set' : sets ? 'maybe' : above;
    for (const { path, text } of kustomization.resources) {
      const inner = this.#all.get(path);
      if (inner) this.take(inner, change, false);
      else if (isRemote(text) || !this.#readings.has(path)) this.openings.push({ reason: `${text} is not read`, document, hinders: 'both' });
      else this.#takeFile(path, change);
    }
  }

  #documentsAt(path: string): readonly YamlDocument[] {
    return (this.#readings.get(path) ?? []).map(({ document }) => document);
  }

  #takeFile(path: string, change: NamespaceChange): void {
    if (this.#files.has(path)) return;
    this.#files.add(path);
    for (const reading of this.#readings.get(path) ?? []) {
      for (const resource of reading.resources) this.resources.push(place(resource, change));
      const opening = openingOf(reading);
      if (opening) this.openings.push(opening);
    }
  }
}

/** A document that may hold objects and gave none. */
export function openingOf({ kind, document }: DocumentReading): Opening | undefined {
  if (kind !== 'unread' && kind !== 'fragment') return undefined;
  return { reason: `a document of ${document.file.path} is not read`, document, hinders: 'both' };
}

function reachable(from: KustomizationFile, all: ReadonlyMap<string, KustomizationFile>, seen: Set<KustomizationFile>): void {
  if (seen.has(from)) return;
  seen.add(from);
  for (const { path } of from.resources) {
    const inner = all.get(path);
    if (inner) reachable(inner, all, seen);
  }
}

/** Kustomizations that no other one takes in. Of those that take each other in, the first. */
function findRoots(kustomizations: readonly KustomizationFile[], all: ReadonlyMap<string, KustomizationFile>): KustomizationFile[] {
  const included = new Set(kustomizations.flatMap(({ resources, directory }) => resources.map(({ path }) => path).filter(path => path !== directory)));
  const roots = kustomizations.filter(({ directory }) => !included.has(directory));
  const seen = new Set<KustomizationFile>();
  for (const root of roots) reachable(root, all, seen);
  for (const kustomization of kustomizations) {
    if (seen.has(kustomization)) continue;
    roots.push(kustomization);
    reachable(kustomization, all, seen);
  }
  return roots;
}

/** A draft for each kustomization that no other one of the input takes in (design §4.7). */
export function draftKustomizations(kustomizations: readonly KustomizationFile[], readings: ReadingsByPath): KustomizationDraft[] {
  const all = new Map(kustomizations.map(kustomization => [kustomization.directory, kustomization]));
  return findRoots(kustomizations, all).map(root => {
    const taking = new Taking(all, readings);
    taking.take(root, undefined, true);
    const { resources, openings, isPatched } = taking;
    return { root, resources, kustomizations: taking.kustomizations, openings, isPatched };
  });
}
