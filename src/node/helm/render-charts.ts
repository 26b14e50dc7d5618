import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import nodePath from 'node:path';
import type { InputFile } from '../../core/engine/input.ts';
import type { Notice } from '../../core/engine/report.ts';
import type { ChartRequest, RenderedChart } from '../../core/model/rendered-chart.ts';
import { joinPath } from '../../core/text/path.ts';
import type { Files } from '../files.ts';
import { absolutePathOf, isInside, type Place } from '../paths.ts';
import { ChartSources } from './chart-sources.ts';
import { completeDependencies, readChartNode, type ChartNode, type FindChart } from './dependencies.ts';
import { findCharts, type FoundChart } from './find-charts.ts';
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
  /** Releases that are rendered beside those that nobody asked for; asked for where there is a helm. */
  readonly requests?: () => Promise<readonly ChartRequest[]>;
}

export interface RenderedCharts {
  readonly charts: readonly RenderedChart[];
  readonly notices: readonly Notice[];
}

/** As many as the reference machine has cores. */
const AT_ONCE = 2;

/** Each variant costs two runs of helm. */
const [MOST_VARIANTS, MOST_REQUESTS] = [40, 100];

/** A name of a release or namespace. One that helm does not take, or that looks like an option, is none. */
function safeName(name: string, otherwise: string, longest = 53): string {
  return name.length <= longest && /^[a-z0-9](?:[-.a-z0-9]*[a-z0-9])?$/.test(name) ? name : otherwise;
}

function list(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

function variantOf(request: ChartRequest): Variant {
  const { release, values, missing } = request;
  const [name, namespace] = [safeName(release.name, 'release'), safeName(release.namespace, 'default', 63)];
  return { values, release: { name, namespace, isMadeUp: false }, missing, request };
}

/** Renders the charts of one run. */
class Run {
  readonly notices: Notice[] = [];
  readonly #options: ChartOptions;
  readonly #all: readonly FoundChart[];
  readonly #helm: Helm;
  readonly #folder: string;
  readonly #home: string;
  readonly #requests: readonly ChartRequest[];
  #count = 0;

  constructor(
    all: readonly FoundChart[],
    options: ChartOptions,
    { helm, folder, home, requests }: { readonly helm: Helm; readonly folder: string; readonly home: string; readonly requests: readonly ChartRequest[] },
  ) {
    this.#all = all;
    this.#options = options;
    this.#requests = requests;
    this.#helm = helm;
    this.#folder = folder;
    this.#home = home;
  }

  /** `isApart`: also with values that nobody asked for. One that is part of another chart is not. */
  async render({ directory, chart }: FoundChart, isApart: boolean): Promise<readonly RenderedChart[]> {
    const requests = this.#requestsFor(directory);
    if (chart.isLibrary) {
      if (isApart) this.#note(directory, `the chart ${directory} is a library: it is linted as part of the charts that use it`);
      return [];
    }
    const contents = readChart(absolutePathOf(directory, this.#options.place), this.#sourceFor(directory));
    const dropped = completeDependencies(contents, this.#findChart);
    const node = readChartNode(contents);
    if (!node) return [];
    const missing = this.#missingOf(directory, contents, dropped);
    const [bare, others] = [requests.filter(({ leavesOwnValues }) => leavesOwnValues), requests.filter(({ leavesOwnValues }) => !leavesOwnValues)];
    const variants = [...others.map(variantOf), ...(isApart ? this.#variantsOf(directory, contents, chart.name, requests) : [])];
    const rendered = await this.#renderIn({ contents, directory, missing }, node, variants);
    const withoutValues = new Map([...contents.files].filter(([path]) => path !== 'values.yaml'));
    const without = await this.#renderIn({ contents: { ...contents, files: withoutValues }, directory, missing }, node, bare.map(variantOf));
    this.#tellPlaceholders(directory, [...rendered, ...without]);
    return [...rendered, ...without];
  }

  async #renderIn(
    { contents, directory, missing }: { readonly contents: ChartContents; readonly directory: string; readonly missing: readonly string[] },
    node: ChartNode,
    variants: readonly Variant[],
  ): Promise<readonly RenderedChart[]> {
    if (variants.length === 0) return [];
    const folder = nodePath.join(this.#folder, String(++this.#count));
    try {
      const stage = await Stage.write(folder, new ChartSources(contents, node));
      const kubeVersion = `${this.#options.kubernetes}.0`;
      const renderer = new ChartRenderer({ chart: directory, missing, folder }, { helm: this.#helm, home: this.#home, stage, kubeVersion });
      return await renderer.renderAll(variants);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  #requestsFor(directory: string): readonly ChartRequest[] {
    const asked = this.#requests.filter(({ chart }) => chart === directory);
    if (asked.length > MOST_REQUESTS)
      this.#note(directory, `of ${String(asked.length)} releases of ${directory} the first ${String(MOST_REQUESTS)} are rendered`);
    return asked.slice(0, MOST_REQUESTS);
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
    const path = repository.startsWith('file://') ? joinPath(from.replace(/\/?[^/]*$/, '') || '.', repository.slice('file://'.length)) : undefined;
    const directory = path ?? this.#all.find(({ chart }) => chart.name === name)?.directory;
    if (directory === undefined) return undefined;
    const source = this.#sourceFor(from.replace(/\/?[^/]*$/, '') || '.');
    try {
      const absolute = absolutePathOf(directory, place);
      if (!isInside(files.real(absolute), source.reach, place)) return undefined;
      const found = readChart(absolute, source);
      return found.files.has('Chart.yaml') ? { contents: found, directory } : undefined;
    } catch {
      return undefined;
    }
  };

  #missingOf(directory: string, { leftOut }: ChartContents, dropped: readonly string[]): readonly string[] {
    const lacking = [...new Set(dropped)];
    const missing = [
      ...lacking.map(name => `the chart ${name}, which ${directory} depends on, is not in the repository`),
      ...leftOut.map(({ path, reason }) => `${path} is left out of the chart: ${reason}`),
    ];
    if (lacking.length > 0) this.#note(directory, `the chart ${directory} is rendered without ${list(lacking)}, which the repository does not hold`);
    for (const { path, reason } of leftOut) this.#note(path, `${path} is left out of the chart ${directory}: ${reason}`);
    return missing;
  }

  /** The chart as it is, and with each values file beside it that no release takes: how those are used the releases say. */
  #variantsOf(directory: string, contents: ChartContents, name: string, requests: readonly ChartRequest[]): readonly Variant[] {
    const release = { name: safeName(name, 'release'), namespace: 'default', isMadeUp: true };
    const used = new Set(requests.flatMap(({ values }) => values.map(({ path }) => path)));
    const files = findValuesFiles(contents).filter(({ path }) => !used.has(path));
    if (files.length >= MOST_VARIANTS)
      this.#note(directory, `of ${String(files.length)} values files of ${directory} the first ${String(MOST_VARIANTS - 1)} are rendered`);
    return [{ values: [], release, missing: [] }, ...files.slice(0, MOST_VARIANTS - 1).map(file => ({ values: [file], release, missing: [] }))];
  }

  #tellPlaceholders(directory: string, rendered: readonly RenderedChart[]): void {
    const demanded = [...new Set(rendered.flatMap(({ placeholders }) => placeholders))];
    if (demanded.length > 0) this.#note(directory, `the chart ${directory} demands ${list(demanded)}, which no values file gives: they are taken as unknown`);
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

/** Renders the charts among the files of a run by helm, each in a copy of its own. Without helm the charts are told, and not linted. */
export async function renderCharts(inputFiles: readonly InputFile[], options: ChartOptions): Promise<RenderedCharts> {
  const { all, outermost } = findCharts(inputFiles);
  if (outermost.length === 0) return { charts: [], notices: [] };
  const folder = await mkdtemp(nodePath.join(await realpath(tmpdir()), 'svclint-helm-'));
  try {
    const home = await makeHome(folder);
    const helm = await findHelm(options.searchPath, closedTo(options), home, options.place);
    if ('reason' in helm) {
      const [{ directory } = { directory: '' }, ...more] = outermost;
      const what = more.length === 0 ? `the chart ${directory} is` : `${String(outermost.length)} charts are`;
      return { charts: [], notices: [{ path: more.length === 0 ? directory : null, text: `${what} not linted: ${helm.reason}` }] };
    }
    const requests = (await options.requests?.()) ?? [];
    const run = new Run(all, options, { helm, folder, home, requests });
    const apart = new Set(outermost);
    const asked = new Set(requests.map(({ chart }) => chart));
    const wanted = all.filter(chart => apart.has(chart) || asked.has(chart.directory));
    const charts = await inTurns(wanted, chart => run.render(chart, apart.has(chart)));
    return { charts: charts.flat(), notices: run.notices };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
