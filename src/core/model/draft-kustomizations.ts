import type { YamlDocument } from '../yaml/source-file.ts';
import type { KustomizationFile } from './kustomization-file.ts';
import type { Opening } from './opening.ts';
import { readDocument, type DocumentReading } from './read-documents.ts';
import type { Rendering, RenderKustomization } from './rendering.ts';
import type { Resource } from './resource.ts';

/** What a kustomization makes, before anything is known of the cluster. */
export interface KustomizationDraft {
  readonly root: KustomizationFile;
  readonly rendering: Rendering;
  readonly resources: readonly Resource[];
  /** The root and all that it takes in. */
  readonly kustomizations: readonly YamlDocument[];
  readonly openings: readonly Opening[];
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
function findRoots(kustomizations: readonly KustomizationFile[]): KustomizationFile[] {
  const all = new Map(kustomizations.map(kustomization => [kustomization.directory, kustomization]));
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

function openingsOf({ gaps, isPart, instructions }: Rendering, readings: readonly DocumentReading[]): Opening[] {
  const openings = gaps.map(({ reason, document }): Opening => ({ reason, document, hinders: 'both' }));
  const [document] = instructions;
  if (isPart) openings.push({ reason: 'a component is applied to objects of other kustomizations', document, hinders: 'both' });
  return [...openings, ...readings.flatMap(reading => openingOf(reading) ?? [])];
}

/** A draft for each kustomization that no other one of the input takes in (design §4.7). */
export function draftKustomizations(kustomizations: readonly KustomizationFile[], render: RenderKustomization): KustomizationDraft[] {
  return findRoots(kustomizations).flatMap(root => {
    const rendering = render(root.directory);
    if (!rendering) return [];
    const readings = rendering.documents.map(readDocument);
    const resources = readings.flatMap(reading => reading.resources);
    return [{ root, rendering, resources, kustomizations: rendering.instructions, openings: openingsOf(rendering, readings) }];
  });
}
