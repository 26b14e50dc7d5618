import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import nodePath from 'node:path';
import type { InputFile } from '../../core/engine/input.ts';
import type { Notice } from '../../core/engine/report.ts';
import type { ChartRequest, RenderedChart } from '../../core/model/rendered-chart.ts';
import { absolutePathOf } from '../paths.ts';
import { ChartRun, type ChartOptions } from './chart-run.ts';
import { directoriesIn, findCharts, type FoundChart } from './find-charts.ts';
import { findHelm } from './find-helm.ts';
import { makeHome } from './run-helm.ts';

export interface RenderedCharts {
  readonly charts: readonly RenderedChart[];
  readonly notices: readonly Notice[];
}

/** As many as the reference machine has cores. */
const AT_ONCE = 2;

/** Where helm must not come from: what is linted, and the repository around it, unless that is the whole system. */
function closedTo({ inputs, place, files }: ChartOptions): readonly string[] {
  const closed = inputs.flatMap(input => {
    const absolute = absolutePathOf(input, place);
    return [absolute, files.findTop(absolute, place.path) ?? absolute];
  });
  return closed.filter(path => place.path.parse(path).root !== path);
}

function inTurns<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<readonly R[]> {
  const results = new Array<R>(items.length);
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let at = next++; at < items.length; at = next++) {
      const item = items[at];
      if (item !== undefined) results[at] = await work(item);
    }
  };
  return Promise.all(Array.from({ length: AT_ONCE }, worker)).then(() => results);
}

/** Charts that no other one takes in, what releases ask for, and what is taken in by a chart of which nothing renders. */
async function renderAll(
  run: ChartRun,
  { all, outermost }: ReturnType<typeof findCharts>,
  requests: readonly ChartRequest[],
): Promise<readonly RenderedChart[]> {
  const rendered = new Map<FoundChart, readonly RenderedChart[]>();
  const render = async (charts: readonly FoundChart[], isApart: boolean): Promise<void> => {
    const made = await inTurns(charts, chart => run.render(chart, isApart));
    for (const [index, chart] of charts.entries()) rendered.set(chart, made[index] ?? []);
  };
  const asked = new Set(requests.map(({ chart }) => chart));
  await render(
    all.filter(chart => asked.has(chart.directory) && !outermost.includes(chart)),
    false,
  );
  for (let pending = outermost; pending.length > 0;) {
    await render(pending, true);
    const broken = pending.filter(chart => (rendered.get(chart) ?? []).length > 0 && rendered.get(chart)?.every(({ documents }) => documents.length === 0));
    const inner = new Set(broken.flatMap(directoriesIn));
    pending = all.filter(chart => inner.has(chart.directory) && !rendered.has(chart));
  }
  return [...rendered.values()].flat();
}

/** Renders the charts among the files of a run by helm, each in a copy of its own. Without helm the charts are told, and not linted. */
export async function renderCharts(inputFiles: readonly InputFile[], options: ChartOptions): Promise<RenderedCharts> {
  const { all, outermost } = findCharts(inputFiles);
  if (outermost.length === 0) return { charts: [], notices: [] };
  const folder = await mkdtemp(nodePath.join(await realpath(tmpdir()), 'svclint-helm-'));
  try {
    const home = await makeHome(folder);
    const helm = await findHelm(options.searchPath, closedTo(options), home, options.place);
    if ('reason' in helm) {
      const text = `charts are not linted: ${helm.reason}`;
      return { charts: [], notices: outermost.map(({ directory }) => ({ path: directory, text })) };
    }
    const requests = (await options.requests?.()) ?? [];
    const run = new ChartRun(all, options, { helm, folder, home, requests });
    return { charts: await renderAll(run, { all, outermost }, requests), notices: run.notices };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
