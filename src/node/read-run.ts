import type { InputFile } from '../core/engine/input.ts';
import type { Incomplete, Notice } from '../core/engine/report.ts';
import type { Settings } from '../core/engine/settings.ts';
import type { BuildFiles } from '../core/kustomize/files.ts';
import type { ChartRequest, RenderedChart } from '../core/model/rendered-chart.ts';
import type { FileTree } from '../core/model/file-tree.ts';
import { combineKinds } from '../core/schema/combine-kinds.ts';
import type { Kinds } from '../core/schema/kinds.ts';
import { loadKinds } from './load-kinds.ts';
import { DISK, type Files } from './files.ts';
import nodePath from 'node:path';
import { readInput, type InputOptions } from './read-input.ts';

/** What a run reads, once its settings are known. */
export interface RunInput {
  readonly files: readonly InputFile[];
  readonly incomplete: readonly Incomplete[];
  readonly notices: readonly Notice[];
  /** The kinds that are known, those of the configuration's `schemas` among them. */
  readonly kinds: Kinds;
  /** Answers questions about files beside those that are read. */
  readonly tree: FileTree;
  /** Reads what kustomizations name beside the files. */
  readonly beside: BuildFiles | undefined;
  /** Paths of which nothing is known although something stands there. */
  readonly unread: readonly string[];
  /** What helm makes of the charts among the files. */
  readonly charts: readonly RenderedChart[];
}

/** How a run is read: what its configuration leaves out comes from its settings. */
export type RunOptions = Omit<InputOptions, 'isLeftOut'> & {
  /** Where helm is looked for; without it charts are left alone. */
  readonly searchPath?: string | undefined;
};

export interface ReadFaults {
  /** Why the run cannot start, one sentence each. */
  readonly faults: readonly string[];
  /** True where the paths of the run are at fault, and not what the configuration names. */
  readonly ofPaths: boolean;
}

export interface RunPlace {
  readonly cwd: string;
  readonly warn: (text: string) => void;
}

/** The kinds of a run. Definitions that the configuration names come before those that are carried. */
export async function readKinds(
  schemas: readonly string[],
  { cwd, warn }: RunPlace,
  source: Files = DISK,
): Promise<Pick<RunInput, 'kinds' | 'notices'> | ReadFaults> {
  if (schemas.length === 0) return { kinds: loadKinds(), notices: [] };
  const { readSchemas } = await import('./read-schemas.ts');
  const { kinds, locations, notices, faults } = await readSchemas(schemas, cwd, source);
  const [fault, ...more] = faults;
  if (fault !== undefined) return { faults: [`schemas of the configuration: ${fault}`, ...more], ofPaths: false };
  const known = kinds ? combineKinds([kinds, loadKinds()]) : loadKinds();
  if (locations.length === 0) return { kinds: known, notices };
  const { withSchemaFiles } = await import('./json-schema-files.ts');
  return { kinds: withSchemaFiles(known, locations, warn, source), notices };
}

/** What GitOps objects among the files ask of helm. Few repositories hold both charts and such objects: then what they apply is looked up beforehand. */
async function findRequests(files: readonly InputFile[], settings: Settings, beside: BuildFiles | undefined): Promise<readonly ChartRequest[]> {
  if (!files.some(({ text }) => /^\s*["']?kind["']?:\s*["']?(?:HelmRelease|Application|ApplicationSet)\b/m.test(text))) return [];
  const { chartRequestsOf } = await import('../core/kustomize/chart-requests.ts');
  return chartRequestsOf(files, settings, beside);
}

/** Charts among the files, as helm renders them. Loaded for these alone. */
async function renderCharts(
  files: readonly InputFile[],
  settings: Settings,
  { cwd }: RunPlace,
  { searchPath, source = DISK, inputs, beside }: Pick<RunOptions, 'searchPath' | 'source'> & Pick<RunInput, 'beside'> & { readonly inputs: readonly string[] },
): Promise<Pick<RunInput, 'charts' | 'notices'>> {
  const none = { charts: [], notices: [] };
  const { helm, target } = settings;
  if (!helm || searchPath === undefined || !files.some(({ path }) => path === 'Chart.yaml' || path.endsWith('/Chart.yaml'))) return none;
  const charts = await import('./helm/render-charts.ts');
  const kubernetes = `1.${String(Math.max(...target.minors))}`;
  const requests = (): Promise<readonly ChartRequest[]> => findRequests(files, settings, beside);
  return charts.renderCharts(files, { place: { cwd, path: nodePath }, files: source, searchPath, kubernetes, inputs, requests });
}

/** Reads what a run is about, after its configuration: definitions of kinds first, then manifests. */
export async function readRun(paths: readonly string[], settings: Settings, place: RunPlace, options: RunOptions): Promise<RunInput | ReadFaults> {
  const known = await readKinds(settings.schemas, place, options.source);
  if ('faults' in known) return known;
  const { files, incomplete, notices, tree, beside, unread, faults } = await readInput(paths, place.cwd, { ...options, isLeftOut: settings.ignores });
  if (faults.length > 0) return { faults, ofPaths: true };
  // A hook names every changed file: what the configuration ignores stays ignored when it is named.
  const kept = files.filter(file => !settings.ignores(file.path));
  const left = files.length - kept.length;
  const ignored =
    left === 1
      ? '1 named file is ignored by the configuration, --no-ignore reads it'
      : `${String(left)} named files are ignored by the configuration, --no-ignore reads them`;
  const told: Notice[] = left === 0 ? [] : [{ path: null, text: ignored }];
  const rendered = await renderCharts(kept, settings, place, { ...options, inputs: paths, beside });
  const all = [...known.notices, ...notices, ...told, ...rendered.notices];
  return { files: kept, incomplete, notices: all, tree, beside, unread, kinds: known.kinds, charts: rendered.charts };
}
