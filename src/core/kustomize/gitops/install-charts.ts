import { readChartObjects } from '../../model/draft-charts.ts';
import type { Opening } from '../../model/opening.ts';
import { keyOfRequest, type ChartRequest, type RenderedChart } from '../../model/rendered-chart.ts';
import type { Resource } from '../../model/resource.ts';
import type { BuildFiles } from '../files.ts';
import { settle } from './apply-release.ts';
import { chartRequestOf } from './chart-request.ts';
import type { ChartRelease } from './release.ts';

/** What a release of a chart puts into its cluster. */
export interface InstalledChart {
  readonly resources: readonly Resource[];
  /** Empty where the release is rendered whole. */
  readonly openings: readonly Opening[];
}

/** Finds what helm made of the charts that GitOps objects install, or asks for it. */
export class ChartInstaller {
  readonly #files: BuildFiles;
  readonly #rendered: ReadonlyMap<string, RenderedChart>;
  readonly #ask: (request: ChartRequest) => void;

  constructor(files: BuildFiles, charts: readonly RenderedChart[], ask: (request: ChartRequest) => void = () => undefined) {
    this.#files = files;
    this.#rendered = new Map(charts.flatMap(chart => (chart.request ? [[keyOfRequest(chart.request), chart]] : [])));
    this.#ask = ask;
  }

  /** Undefined for a release that helm did not render: then its object stands for what it makes. */
  install(release: ChartRelease): InstalledChart | undefined {
    const request = chartRequestOf(release, this.#files);
    if (!request) return undefined;
    this.#ask(request);
    const chart = this.#rendered.get(keyOfRequest(request));
    if (!chart) return undefined;
    return readChartObjects(
      chart,
      chart.documents.map(document => settle(document, release.namespace)),
    );
  }
}
