import type { InputFile } from '../core/engine/input.ts';
import { RELEASE_NAMESPACE } from '../core/model/namespace.ts';
import type { RenderedChart } from '../core/model/rendered-chart.ts';
import { FaultReader } from '../node/helm/chart-faults.ts';
import { ChartSources } from '../node/helm/chart-sources.ts';
import { completeDependencies, readChartNode } from '../node/helm/dependencies.ts';
import { readHelmError } from '../node/helm/helm-error.ts';
import type { ChartContents } from '../node/helm/read-chart.ts';
import type { SaidByHelm } from './cases.ts';

/** The folder of helm's copies, as its answers in cases name it. */
const FOLDER = '/tmp/svclint-helm';

function contentsOf(directory: string, files: readonly InputFile[]): ChartContents {
  const within = files.filter(({ path }) => path.startsWith(`${directory}/`));
  return { files: new Map(within.map(({ path, text }) => [path.slice(directory.length + 1), { bytes: Buffer.from(text), source: path }])), leftOut: [] };
}

function chartOf({ chart, values, text }: SaidByHelm, files: readonly InputFile[]): RenderedChart[] {
  const contents = contentsOf(chart, files);
  const { missing } = completeDependencies(contents, () => undefined);
  const node = readChartNode(contents);
  if (!node) return [];
  const given = files.filter(({ path }) => path === values);
  const fault = new FaultReader(new ChartSources(contents, node), FOLDER).read(readHelmError(text), given);
  return [
    {
      chart,
      name: node.chart.name,
      values: given.map(({ path }) => path),
      release: { name: node.chart.name, namespace: RELEASE_NAMESPACE, isMadeUp: true },
      documents: [],
      hooks: [],
      missing,
      placeholders: [],
      faults: fault ? [fault] : [],
      files: new Set([...contents.files.values()].map(({ source }) => source)),
    },
  ];
}

/** The charts of a case that helm refuses, by what it says: read and placed as after a run of helm. */
export function chartsOf(said: readonly SaidByHelm[], files: readonly InputFile[]): readonly RenderedChart[] {
  return said.flatMap(each => chartOf(each, files));
}
