import type { SourceFile, YamlDocument } from '../yaml/source-file.ts';
import type { KustomizationFile } from './kustomization-file.ts';
import type { Opening } from './opening.ts';
import { readDocument, type DocumentReading } from './read-documents.ts';
import type { Rendering, RenderKustomization } from './rendering.ts';
import type { Resource } from './resource.ts';

/** What a tool makes of a kustomization or a chart, before anything is known of the cluster. */
export interface RenderedDraft {
  /** The file that names it: to this path its scope belongs. */
  readonly path: string;
  readonly name: string;
  readonly resources: readonly Resource[];
  /** The root kustomization and all that it takes in. */
  readonly instructions: readonly YamlDocument[];
  readonly sources: readonly SourceFile[];
  readonly openings: readonly Opening[];
  /** Objects all of which they make is in the scope: nothing hides behind them. */
  readonly followed?: readonly Resource[];
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

function openingsOf({ gaps, isPart, takenBy, instructions }: Rendering, readings: readonly DocumentReading[]): Opening[] {
  const openings = gaps.map(({ reason, document }): Opening => ({ reason, document, hinders: 'both' }));
  const [document] = instructions;
  if (isPart) openings.push({ reason: 'a component is applied to objects of other kustomizations', document, hinders: 'both' });
  if (takenBy !== undefined) openings.push({ reason: `${takenBy} takes it in and may change it`, document, hinders: 'both' });
  return [...openings, ...readings.flatMap(reading => openingOf(reading) ?? [])];
}

/** Renders each kustomization that no other one of the input takes in (design §4.7), and no GitOps tool applies. */
export function renderRoots(kustomizations: readonly KustomizationFile[], render: RenderKustomization, applied: ReadonlySet<string>): Rendering[] {
  return findRoots(kustomizations).flatMap(({ directory }) => (applied.has(directory) ? [] : (render(directory) ?? [])));
}

/** A scope of what a kustomization makes. */
export function draftKustomization(rendering: Rendering): RenderedDraft {
  const { directory, instructions, sources } = rendering;
  const readings = rendering.documents.map(readDocument);
  const path = instructions[0]?.file.path ?? directory;
  const resources = readings.flatMap(reading => reading.resources);
  return { path, name: directory, resources, instructions, sources, openings: openingsOf(rendering, readings) };
}
