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

/** A scope for each chart and set of values (design §4.7). */
export function draftCharts(charts: readonly RenderedChart[]): RenderedDraft[] {
  return charts.map(chart => {
    const read = chart.documents.flatMap(document => readDocument(document).resources);
    const resources = read.filter(resource => !isUnfinished(resource));
    const openings = gapsOf(chart, chart.documents[0]);
    if (resources.length < read.length)
      openings.push({ reason: `the values of the chart in ${chart.chart} leave names unfinished`, document: chart.documents[0], hinders: 'both' });
    return {
      path: chartPathOf(chart.chart),
      name: nameOf(chart),
      resources,
      instructions: [],
      sources: [],
      openings,
    };
  });
}
