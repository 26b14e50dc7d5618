import { rm } from 'node:fs/promises';
import nodePath from 'node:path';
import type { Notice } from '../../core/engine/report.ts';
import { RELEASE_NAMESPACE } from '../../core/model/namespace.ts';
import type { ChartRequest, RenderedChart } from '../../core/model/rendered-chart.ts';
import { directoryOf, joinPath } from '../../core/text/path.ts';
import { findKind, type Files } from '../files.ts';
import { absolutePathOf, isInside, isPackagedChart, type Place } from '../paths.ts';
import { ChartSources } from './chart-sources.ts';
import { completeDependencies, readChartNode, type ChartNode, type DroppedDependencies, type FindChart } from './dependencies.ts';
import type { FoundChart } from './find-charts.ts';
import { ChartRenderer, type Variant } from './render-chart.ts';
import { readChart, type ChartContents, type ChartSource } from './read-chart.ts';
import type { Helm } from './run-helm.ts';
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

/** Each variant costs two runs of helm. */
const [MOST_VARIANTS, MOST_REQUESTS] = [40, 100];

/** Each chart that does not end costs the time of a limit. */
const MOST_ENDLESS = 4;

/** A name of a release or namespace. One that helm does not take, or that looks like an option, is none. */
function safeName(name: string, otherwise: string, longest = 53): string {
  return name.length <= longest && /^[a-z0-9](?:[-.a-z0-9]*[a-z0-9])?$/.test(name) ? name : otherwise;
}

function list(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

function variantOf(request: ChartRequest): Variant {
  const { release, values, missing } = request;
  const [name, namespace] = [safeName(release.name, 'release'), safeName(release.namespace, RELEASE_NAMESPACE, 63)];
  return { values, release: { name, namespace, isMadeUp: false }, missing, request };
}

/** Renders the charts of one run, and keeps what is worth telling of them. */
export class ChartRun {
  readonly notices: Notice[] = [];
  readonly #options: ChartOptions;
  readonly #all: readonly FoundChart[];
  readonly #helm: Helm;
  readonly #folder: string;
  readonly #home: string;
  readonly #requests: readonly ChartRequest[];
  #count = 0;
  /** Charts that went over a limit. */
  #endless = 0;

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
    if (this.#endless >= MOST_ENDLESS) {
      this.#note(directory, `the chart ${directory} is not linted: ${String(MOST_ENDLESS)} charts before it went over a limit`);
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
      const rendered = await renderer.renderAll(variants);
      this.#tellUntried(directory, rendered, variants);
      for (const reason of variants.flatMap(variant => variant.missing))
        this.#note(directory, `the chart ${directory} is not rendered with all values: ${reason}`);
      return rendered;
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

  /** The chart as it is, and with each values file beside it that no release takes: how those are used the releases say. */
  #variantsOf(directory: string, contents: ChartContents, name: string, requests: readonly ChartRequest[]): readonly Variant[] {
    const release = { name: safeName(name, 'release'), namespace: RELEASE_NAMESPACE, isMadeUp: true };
    const used = new Set(requests.flatMap(({ values }) => values.map(({ path }) => path)));
    const files = findValuesFiles(contents).filter(({ path }) => !used.has(path));
    if (files.length >= MOST_VARIANTS)
      this.#note(directory, `of ${String(files.length)} values files of ${directory} the first ${String(MOST_VARIANTS - 1)} are rendered`);
    return [{ values: [], release, missing: [] }, ...files.slice(0, MOST_VARIANTS - 1).map(file => ({ values: [file], release, missing: [] }))];
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
