import type { SourceFile } from '../yaml/source-file.ts';
import { combineKinds } from '../schema/combine-kinds.ts';
import type { Kinds } from '../schema/kinds.ts';
import { Cluster, type Target } from './cluster.ts';
import { UNKNOWN_TREE, type FileTree } from './file-tree.ts';
import { readDefinedKinds } from './definitions.ts';
import { identityOf } from './identity.ts';
import { type KustomizationFile } from './kustomization-file.ts';
import { type DocumentReading } from './read-documents.ts';
import type { RenderedChart } from './rendered-chart.ts';
import type { AppliedCluster, InstallChartsOf, Rendering } from './rendering.ts';
import { fileOf, type Resource } from './resource.ts';
import { Run } from './run.ts';
import { type FaultyRelease } from './release-fault.ts';
import { findAlternatives, type Placed } from './split-scopes.ts';

import { Sorting, type Draft, type SortingOptions } from './sorting.ts';

export type { NamedScope } from './sorting.ts';

/** All that was read of one run, sorted into scopes. */
export interface ReadSet {
  readonly files: readonly SourceFile[];
  readonly readings: readonly DocumentReading[];
  /** At least one, even where there are no objects. */
  readonly clusters: readonly Cluster[];
  readonly kustomizations: readonly KustomizationFile[];
  /** Charts that helm rendered, once for each set of values. */
  readonly rendered: readonly RenderedChart[];
  /** Directories of charts whose templates were left out. */
  readonly charts: readonly string[];
  /** What kustomizations make. */
  readonly renderings: readonly Rendering[];
  /** What GitOps tools apply. */
  readonly applied: readonly AppliedCluster[];
  /** Objects of GitOps tools that ask for what is not applied so. */
  readonly releases: readonly FaultyRelease[];
  /** Where files and directories are that were not handed in. */
  readonly tree: FileTree;
}

function placeByIdentity(resource: Resource): Placed<Resource> {
  return { path: resource.document.file.path, identity: identityOf(resource), value: resource };
}

/** What is known of a set beside its files. */
export interface SetOptions extends SortingOptions {
  readonly target: Target;
  readonly tree?: FileTree | undefined;
  readonly kinds?: Kinds | undefined;
  /** What finds the charts that objects of a scope install. */
  readonly install?: InstallChartsOf | undefined;
}

/** Definitions that are rendered from files which the run was not asked to lint; all others are read where they are written. */
function definitionsBeside(drafts: readonly Draft[], files: readonly SourceFile[]): Resource[] {
  const given = new Set(files);
  const definitions = drafts.flatMap(({ resources }) => resources.filter(({ kind, document }) => kind === 'CustomResourceDefinition' && document.origins));
  return definitions.filter(definition => !given.has(fileOf(definition)));
}

/** Drafts with objects; at least one. */
function scopesOf(drafts: readonly Draft[]): readonly Draft[] {
  const filled = drafts.filter(({ resources }) => resources.length > 0);
  return filled.length > 0 ? filled : [{ name: '', named: false, resources: [], openings: [] }];
}

/** Sorts what was read into the sets of objects that are applied together (design §4.7). */
export function buildClusters(files: readonly SourceFile[], { target, tree = UNKNOWN_TREE, kinds, install, ...held }: SetOptions): ReadSet {
  const sorting = new Sorting(files, held);
  const drafts = sorting.draft(install?.(sorting.readings.flatMap(({ resources }) => resources)));
  const toolFiles = sorting.readings.flatMap(({ tool }) => tool ?? []);
  const defined = kinds && readDefinedKinds([...sorting.readings.flatMap(({ resources }) => resources), ...definitionsBeside(drafts, files)]);
  const known = kinds && defined ? combineKinds([defined, kinds]) : kinds;
  const kustomized = new Set(sorting.kustomizations.map(({ directory }) => directory));
  const run = new Run(
    drafts.map(({ resources }) => resources),
    drafts.flatMap(({ openings }) => openings),
  );
  const ofRun = { toolFiles, target, kinds: known, kustomized, run };
  const alternativesOf = ({ resources }: Draft): ReadonlySet<Resource> => findAlternatives(resources.map(placeByIdentity));
  const clusters = scopesOf(drafts).map(draft => new Cluster({ ...draft, ...ofRun, scope: draft.name, alternatives: alternativesOf(draft) }));
  const { readings, kustomizations, renderings, applied, releases, rendered } = sorting;
  const charts = sorting.charts.outermost.filter(directory => !sorting.isRendered(directory));
  return { files, readings, clusters, kustomizations, renderings, applied, releases, rendered, charts, tree };
}
