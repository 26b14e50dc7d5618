import type { YamlDocument } from '../yaml/source-file.ts';
import type { RenderedDraft } from './draft-kustomizations.ts';
import type { Opening } from './opening.ts';
import { readDocument } from './read-documents.ts';
import type { Resource } from './resource.ts';
import type { RenderedChart } from './rendered-chart.ts';

/** Path of the file that tells where a chart is. */
export function chartPathOf(directory: string): string {
  return `${directory === '.' ? '' : `${directory}/`}Chart.yaml`;
}

/** `charts/shop`, and of other values than its own `charts/shop with values-prod.yaml`. */
function nameOf({ chart, values }: RenderedChart): string {
  const beside = values.map(path => (path.startsWith(`${chart}/`) ? path.slice(chart.length + 1) : path));
  return beside.length === 0 ? chart : `${chart} with ${beside.join(' and ')}`;
}

/** What of a chart is not rendered: then nothing proves that an object is missing. */
function gapsOf({ chart, missing, faults }: RenderedChart, document: YamlDocument | undefined): Opening[] {
  const reasons = [...missing, ...faults.map(({ subject }) => `${subject} of the chart in ${chart} is not rendered`)];
  return reasons.map(reason => ({ reason, document, hinders: 'both' }));
}

/** Whether a name ends in the dash before a value that the chart leaves empty: who installs it says what it is. */
export function isUnfinished({ name }: Resource): boolean {
  return name.state === 'known' && /[-.]$/.test(name.value);
}

/** What a chart brings into a cluster. `documents` are its own, or what a tool makes of them. */
export function readChartObjects(chart: RenderedChart, documents = chart.documents): Pick<RenderedDraft, 'resources' | 'openings'> {
  const read = documents.flatMap(document => readDocument(document).resources);
  const resources = read.filter(resource => !isUnfinished(resource));
  const [document] = documents;
  const openings = gapsOf(chart, document);
  if (resources.length < read.length)
    openings.push({ reason: `the values of the chart in ${chart.chart} leave names unfinished`, document, hinders: 'both' });
  return { resources, openings };
}

/** A scope for each chart and set of values (design §4.7). What a GitOps tool installs belongs to the scope of the object that asks for it. */
export function draftCharts(charts: readonly RenderedChart[]): RenderedDraft[] {
  return charts
    .filter(({ request }) => !request)
    .map(chart => ({ path: chartPathOf(chart.chart), name: nameOf(chart), instructions: [], sources: [], ...readChartObjects(chart) }));
}
