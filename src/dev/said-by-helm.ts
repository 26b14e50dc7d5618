import type { InputFile } from '../core/engine/input.ts';
import { RELEASE_NAMESPACE } from '../core/model/namespace.ts';
import type { RenderedChart } from '../core/model/rendered-chart.ts';
import { FaultReader } from '../node/helm/chart-faults.ts';
import { type ChartDocuments, readChartDocuments } from '../node/helm/chart-documents.ts';
import { ChartSources } from '../node/helm/chart-sources.ts';
import { completeDependencies, readChartNode } from '../node/helm/dependencies.ts';
import { readHelmError } from '../node/helm/helm-error.ts';
import type { ChartContents } from '../node/helm/read-chart.ts';
import { readRendered } from '../node/helm/render.ts';
import { Values } from '../node/helm/values.ts';
import type { SaidByHelm } from './cases.ts';

/** The folder of helm's copies, as its answers in cases name it. */
const FOLDER = '/tmp/svclint-helm';

function contentsOf(directory: string, files: readonly InputFile[]): ChartContents {
  const within = files.filter(({ path }) => path.startsWith(`${directory}/`));
  return { files: new Map(within.map(({ path, text }) => [path.slice(directory.length + 1), { bytes: Buffer.from(text), source: path }])), leftOut: [] };
}

function isRefusal(text: string): boolean {
  return text.startsWith('Error: ');
}

function readOutput(text: string, chart: string, sources: ChartSources, values: Values): ChartDocuments {
  return readChartDocuments(chart, readRendered(text, sources), sources, values);
}

function chartOf({ chart, values, text }: SaidByHelm, files: readonly InputFile[]): RenderedChart[] {
  const contents = contentsOf(chart, files);
  const { missing } = completeDependencies(contents, () => undefined);
  const node = readChartNode(contents);
  if (!node) return [];
  const given = files.filter(({ path }) => path === values);
  const sources = new ChartSources(contents, node);
  const fault = isRefusal(text) ? new FaultReader(sources, FOLDER).read(readHelmError(text), given) : undefined;
  const read = isRefusal(text)
    ? { documents: [], hooks: [], faults: fault ? [fault] : [] }
    : readOutput(text, chart, sources, new Values(given, contents, node));
  return [
    {
      chart,
      name: node.chart.name,
      values: given.map(({ path }) => path),
      release: { name: node.chart.name, namespace: RELEASE_NAMESPACE, isMadeUp: true },
      ...read,
      missing,
      placeholders: [],
      files: new Set([...contents.files.values()].map(({ source }) => source)),
    },
  ];
}

/** The charts of a case, by what helm prints or why it refuses: read and placed as after a run of helm. */
export function chartsOf(said: readonly SaidByHelm[], files: readonly InputFile[]): readonly RenderedChart[] {
  return said.flatMap(each => chartOf(each, files));
}
