import { directoryOf, baseNameOf, joinPath } from '../../core/text/path.ts';
import type { InputFile } from '../../core/engine/input.ts';
import { readChartFile, type ChartFile } from './chart-file.ts';

/** A chart's directory among the files of a run. */
export interface FoundChart {
  readonly directory: string;
  readonly chart: ChartFile;
}

/** Whether a directory is where charts keep those that they bring along. */
function isVendored(directory: string, charts: ReadonlySet<string>): boolean {
  const above = directoryOf(directory);
  return baseNameOf(above) === 'charts' && charts.has(directoryOf(above));
}

/**
 * Charts to render: each directory with a Chart.yaml. Those in the `charts/` of another one, and those that another one takes in by their
 * `file://` path, are rendered as part of it.
 */
export function findCharts(files: readonly InputFile[]): { readonly all: readonly FoundChart[]; readonly outermost: readonly FoundChart[] } {
  const all = files
    .filter(({ path }) => baseNameOf(path) === 'Chart.yaml')
    .map(({ path, text }) => ({ directory: directoryOf(path), chart: readChartFile(path, text) }));
  const directories = new Set(all.map(({ directory }) => directory));
  const included = new Set(
    all.flatMap(({ directory, chart }) =>
      chart.dependencies.flatMap(({ repository }) => (repository.startsWith('file://') ? [joinPath(directory, repository.slice('file://'.length))] : [])),
    ),
  );
  return { all, outermost: all.filter(({ directory }) => !included.has(directory) && !isVendored(directory, directories)) };
}
