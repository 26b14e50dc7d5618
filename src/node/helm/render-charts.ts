import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import nodePath from 'node:path';
import type { InputFile } from '../../core/engine/input.ts';
import type { Notice } from '../../core/engine/report.ts';
import { RELEASE_NAMESPACE } from '../../core/model/namespace.ts';
import type { ChartRequest, RenderedChart } from '../../core/model/rendered-chart.ts';
import { directoryOf, joinPath } from '../../core/text/path.ts';
import { findKind, type Files } from '../files.ts';
import { absolutePathOf, isInside, isPackagedChart, type Place } from '../paths.ts';
import { ChartSources } from './chart-sources.ts';
import { completeDependencies, readChartNode, type DroppedDependencies, type FindChart } from './dependencies.ts';
import { directoriesIn, findCharts, type FoundChart } from './find-charts.ts';
import { findHelm } from './find-helm.ts';
import { ChartRenderer, type Variant } from './render-chart.ts';
import { readChart, type ChartContents, type ChartSource } from './read-chart.ts';
import { makeHome, type Helm } from './run-helm.ts';
import { Stage } from './stage.ts';
import { findValuesFiles } from './values.ts';

/** What charts are rendered with. */
export interface ChartOptions {
  readonly place: Place;
  readonly files: Files;
  /** `PATH` of the caller. */
  readonly searchPath: string;
  /** `1.36` */
  readonly kubernetes: string;
  /** Arguments of the run: helm is not started from there. */
  readonly inputs: readonly string[];
  /** Releases that are rendered beside those that nobody asked for. */
  readonly requests?: readonly ChartRequest[];
}

export interface RenderedCharts {
  readonly charts: readonly RenderedChart[];
  readonly notices: readonly Notice[];
}

/** As many as the reference machine has cores. */
const AT_ONCE = 2;

/** Each variant costs two runs of helm. */
const MOST_VARIANTS = 40;

/** Each chart that does not end costs the time of a limit. */
const MOST_ENDLESS = 4;

/** A name of a release or namespace. One that is no DNS label, or looks like an option, is none. */
function safeName(name: string, otherwise: string): string {
  return /^[a-z0-9](?:[-a-z0-9]{0,51}[a-z0-9])?$/.test(name) ? name : otherwise;
}

function list(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

/** Renders the charts of one run. */
class Run {
  readonly notices: Notice[] = [];
  readonly #options: ChartOptions;
  readonly #all: readonly FoundChart[];
  readonly #helm: Helm;
  readonly #folder: string;
  readonly #home: string;
  #count = 0;
  /** Charts that went over a limit. */
  #endless = 0;

  constructor(
    all: readonly FoundChart[],
    options: ChartOptions,
    { helm, folder, home }: { readonly helm: Helm; readonly folder: string; readonly home: string },
  ) {
    this.#all = all;
    this.#options = options;
    this.#helm = helm;
    this.#folder = folder;
    this.#home = home;
  }

  async render({ directory, chart }: FoundChart): Promise<readonly RenderedChart[]> {
    if (chart.isLibrary) {
      this.#note(directory, `the chart ${directory} is a library: it is linted as part of the charts that use it`);
      return [];
    }
    if (this.#endless >= MOST_ENDLESS) {
      this.#note(directory, `the chart ${directory} is not linted: ${String(MOST_ENDLESS)} charts before it went over a limit`);
      return [];
    }
    const contents = readChart(absolutePathOf(directory, this.#options.place), this.#sourceFor(directory));
    const dropped = completeDependencies(contents, this.#findChart);
    const node = readChartNode(contents);
    if (!node) return [];
    const missing = this.#missingOf(directory, contents, dropped);
    const variants = this.#variantsOf(directory, contents, chart.name);
    const folder = nodePath.join(this.#folder, String(++this.#count));
    try {
      const stage = await Stage.write(folder, new ChartSources(contents, node));
      const kubeVersion = `${this.#options.kubernetes}.0`;
      const renderer = new ChartRenderer({ chart: directory, missing, folder }, { helm: this.#helm, home: this.#home, stage, kubeVersion });
      const rendered = await renderer.renderAll(variants);
      this.#tellPlaceholders(directory, rendered);
      this.#tellUntried(directory, rendered, variants);
      return rendered;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  #sourceFor(directory: string): ChartSource {
    const { place, files } = this.#options;
    const absolute = absolutePathOf(directory, place);
    const top = files.findTop(absolute, place.path) ?? (isInside(absolute, place.cwd, place) ? place.cwd : absolute);
    return { place, files, reach: files.real(top) };
  }

  /** Looks where `file://` leads, then for a chart of that name in the run. Nothing is fetched. */
  readonly #findChart: FindChart = ({ name, repository }, from) => {
    const { place, files } = this.#options;
    const path = repository.startsWith('file://') ? joinPath(directoryOf(from), repository.slice('file://'.length)) : undefined;
    const directory = path ?? this.#all.find(({ chart }) => chart.name === name)?.directory;
    if (directory === undefined) return undefined;
    const source = this.#sourceFor(directoryOf(from));
    try {
      const absolute = absolutePathOf(directory, place);
      const isThere = findKind(place.path.join(absolute, 'Chart.yaml'), files)?.isFile() === true || isPackagedChart(directory);
      if (!isThere || !isInside(files.real(absolute), source.reach, place)) return undefined;
      return { contents: readChart(absolute, source), directory };
    } catch {
      return undefined;
    }
  };

  #missingOf(directory: string, { leftOut }: ChartContents, { missing, circular }: DroppedDependencies): readonly string[] {
    if (missing.length > 0) this.#note(directory, `the chart ${directory} is rendered without ${list(missing)}, which the repository does not hold`);
    if (circular.length > 0) this.#note(directory, `the chart ${directory} takes in itself: ${list(circular)} within it is left out`);
    for (const { path, reason } of leftOut) this.#note(path, `${path} is left out of the chart ${directory}: ${reason}`);
    return [
      ...missing.map(name => `the chart ${name}, which ${directory} depends on, is not in the repository`),
      ...circular.map(name => `the chart ${name}, which ${directory} depends on, takes in ${directory} itself`),
      ...leftOut.map(({ path, reason }) => `${path} is left out of the chart: ${reason}`),
    ];
  }

  #variantsOf(directory: string, contents: ChartContents, name: string): readonly Variant[] {
    const release = { name: safeName(name, 'release'), namespace: RELEASE_NAMESPACE, isMadeUp: true };
    const files = findValuesFiles(contents);
    if (files.length >= MOST_VARIANTS)
      this.#note(directory, `of ${String(files.length)} values files of ${directory} the first ${String(MOST_VARIANTS - 1)} are rendered`);
    const asked = (this.#options.requests ?? []).filter(({ chart }) => chart === directory);
    const requested = asked.map(({ release: { name: wanted, namespace }, values }): Variant => {
      return { values, release: { name: safeName(wanted, 'release'), namespace: safeName(namespace, RELEASE_NAMESPACE), isMadeUp: false } };
    });
    return [...requested, { values: [], release }, ...files.slice(0, MOST_VARIANTS - 1).map(file => ({ values: [file], release }))];
  }

  #tellPlaceholders(directory: string, rendered: readonly RenderedChart[]): void {
    const demanded = [...new Set(rendered.flatMap(({ placeholders }) => placeholders))];
    const taken = demanded.length === 1 ? 'it is' : 'they are';
    if (demanded.length > 0) this.#note(directory, `the chart ${directory} demands ${list(demanded)}, which no values file gives: ${taken} taken as unknown`);
  }

  /** Behind a set of values with which a chart does not end, no other one is tried. */
  #tellUntried(directory: string, rendered: readonly RenderedChart[], variants: readonly Variant[]): void {
    const endless = rendered.find(({ faults }) => faults.some(({ kind }) => kind === 'limit'));
    if (endless) this.#endless++;
    const at = variants.findIndex(({ values }) => values.map(({ path }) => path).join('\n') === endless?.values.join('\n'));
    const untried = at === -1 ? [] : variants.slice(at + 1).flatMap(({ values }) => values.map(({ path }) => path));
    if (untried.length > 0) this.#note(directory, `the chart ${directory} is not tried with ${list(untried)}, as it went over a limit before`);
  }

  #note(path: string, text: string): void {
    this.notices.push({ path, text });
  }
}

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

/** What is taken in by a chart of which nothing renders is rendered on its own. */
async function renderOutermost(run: Run, all: readonly FoundChart[], outermost: readonly FoundChart[]): Promise<readonly RenderedChart[]> {
  const rendered = new Map<FoundChart, readonly RenderedChart[]>();
  for (let pending = outermost; pending.length > 0;) {
    const charts = await inTurns(pending, chart => run.render(chart));
    for (const [index, chart] of pending.entries()) rendered.set(chart, charts[index] ?? []);
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
    const run = new Run(all, options, { helm, folder, home });
    return { charts: await renderOutermost(run, all, outermost), notices: run.notices };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
