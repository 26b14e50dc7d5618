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

/** Directories that a chart takes in by their `file://` path. */
export function directoriesIn({ directory, chart }: FoundChart): readonly string[] {
  const local = chart.dependencies.filter(({ repository }) => repository.startsWith('file://'));
  return local.map(({ repository }) => joinPath(directory, repository.slice('file://'.length)));
}

/** Charts that no other one takes in, and of those that take in each other the first. */
function findOuter(charts: readonly FoundChart[]): readonly FoundChart[] {
  const byDirectory = new Map(charts.map(chart => [chart.directory, chart]));
  const reached = new Set<FoundChart>();
  const reach = (chart: FoundChart): void => {
    if (reached.has(chart)) return;
    reached.add(chart);
    for (const directory of directoriesIn(chart)) {
      const inner = byDirectory.get(directory);
      if (inner) reach(inner);
    }
  };
  const included = new Set(charts.flatMap(chart => directoriesIn(chart).filter(directory => directory !== chart.directory)));
  const outer = charts.filter(({ directory }) => !included.has(directory));
  outer.forEach(reach);
  const inCircles = charts.filter(chart => {
    const isFirst = !reached.has(chart);
    reach(chart);
    return isFirst;
  });
  return charts.filter(chart => outer.includes(chart) || inCircles.includes(chart));
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
  return { all, outermost: findOuter(all.filter(({ directory }) => !isVendored(directory, directories))) };
}
