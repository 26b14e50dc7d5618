import { baseNameOf, directoryOf, isWithin } from '../text/path.ts';
import type { SourceFile } from '../yaml/source-file.ts';
import { Cluster, type Opening, type Target } from './cluster.ts';
import { readKustomizationFile, isRemote, type KustomizationFile } from './kustomization-file.ts';
import { isToolFile, readDocument, type DocumentReading } from './read-documents.ts';
import type { Resource } from './resource.ts';
import { findAlternatives, splitScopes } from './split-scopes.ts';

/** All that was read of one run, sorted into scopes. */
export interface ReadSet {
  readonly files: readonly SourceFile[];
  readonly readings: readonly DocumentReading[];
  readonly clusters: readonly Cluster[];
  readonly kustomizations: readonly KustomizationFile[];
  /** Directories of charts whose templates were left out. */
  readonly charts: readonly string[];
}

/** A scope that the configuration names by the paths that belong to it. */
export interface NamedScope {
  readonly name: string;
  readonly includes: (path: string) => boolean;
}

interface Draft {
  readonly name: string;
  readonly named: boolean;
  readonly resources: readonly Resource[];
  readonly openings: readonly Opening[];
}

function findCharts(files: readonly SourceFile[]): string[] {
  const charts = files.filter(file => baseNameOf(file.path) === 'Chart.yaml').map(file => directoryOf(file.path));
  return charts.filter(chart => !charts.some(other => other !== chart && isWithin(chart, other)));
}

function isChartPart(path: string, charts: readonly string[]): boolean {
  return charts.some(chart => isWithin(path, chart));
}

/** The files that a kustomization takes in, through the kustomizations that it names. */
function filesOf(root: KustomizationFile, all: ReadonlyMap<string, KustomizationFile>, seen = new Set<string>()): ReadonlySet<string> {
  const files = new Set<string>();
  if (seen.has(root.directory)) return files;
  seen.add(root.directory);
  for (const { path } of root.resources) {
    const inner = all.get(path);
    if (inner) for (const file of filesOf(inner, all, seen)) files.add(file);
    else files.add(path);
  }
  return files;
}

function openingsOf(root: KustomizationFile): Opening[] {
  const remote = root.resources.filter(reference => isRemote(reference.text)).map(reference => `${reference.text} is not read`);
  return ['a kustomization may change names, namespaces and labels', ...remote].map(reason => ({ reason, document: root.document }));
}

function draftKustomizations(kustomizations: readonly KustomizationFile[], objects: readonly Resource[]): Draft[] {
  const byDirectory = new Map(kustomizations.map(kustomization => [kustomization.directory, kustomization]));
  const included = new Set(
    kustomizations.flatMap(kustomization => kustomization.resources.map(reference => reference.path).filter(path => path !== kustomization.directory)),
  );
  return kustomizations
    .filter(kustomization => !included.has(kustomization.directory))
    .map(root => {
      const files = filesOf(root, byDirectory);
      return { name: root.directory, named: false, resources: objects.filter(resource => files.has(resource.document.file.path)), openings: openingsOf(root) };
    });
}

function draftPlain(objects: readonly Resource[], unread: readonly DocumentReading[]): Draft[] {
  return splitScopes({ name: '', resources: objects, opened: undefined }).map(({ name, resources, opened }) => ({
    name,
    named: false,
    resources,
    openings: [
      ...(opened === undefined ? [] : [{ reason: opened, document: undefined }]),
      ...unread
        .filter(({ document }) => name === '' || isWithin(document.file.path, name))
        .map(({ document }) => ({ reason: `a document of ${document.file.path} is not read`, document })),
    ],
  }));
}

function draftNamed(scopes: readonly NamedScope[], objects: readonly Resource[], unread: readonly DocumentReading[]): Draft[] {
  return scopes.map(scope => ({
    name: scope.name,
    named: true,
    resources: objects.filter(resource => scope.includes(resource.document.file.path)),
    openings: unread
      .filter(({ document }) => scope.includes(document.file.path))
      .map(({ document }) => ({ reason: `a document of ${document.file.path} is not read`, document })),
  }));
}

function isFragmentOrUnread(reading: DocumentReading): boolean {
  return reading.kind === 'unread' || reading.kind === 'fragment';
}

/** Sorts what was read into the sets of objects that are applied together (design §4.7). */
export function buildClusters(files: readonly SourceFile[], target: Target, namedScopes: readonly NamedScope[] = []): ReadSet {
  const charts = findCharts(files);
  const kustomizations = files.flatMap(file => readKustomizationFile(file) ?? []);
  const patches = new Set(kustomizations.flatMap(kustomization => kustomization.patches.map(reference => reference.path)));
  const manifests = files.filter(file => !isChartPart(file.path, charts) && !patches.has(file.path));
  const readings = manifests.flatMap(file => file.documents.map(readDocument));
  const all = readings.flatMap(reading => reading.resources);
  const objects = all.filter(resource => !isToolFile(resource));
  const toolFiles = all.filter(isToolFile);
  const unread = readings.filter(isFragmentOrUnread);
  const taken = new Set(kustomizations.flatMap(kustomization => kustomization.resources.map(reference => reference.path)));
  const inNamed = (path: string): boolean => namedScopes.some(scope => scope.includes(path));
  const drafts = [
    ...draftNamed(namedScopes, objects, unread),
    ...draftKustomizations(kustomizations, objects),
    ...draftPlain(
      objects.filter(resource => !taken.has(resource.document.file.path) && !inNamed(resource.document.file.path)),
      unread,
    ),
  ];
  const clusters = drafts.map(draft => new Cluster({ ...draft, scope: draft.name, alternatives: findAlternatives(draft.resources), toolFiles, target }));
  return { files, readings, clusters, kustomizations, charts };
}
