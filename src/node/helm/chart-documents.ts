import type { ChartFault, ChartHook } from '../../core/model/rendered-chart.ts';
import { Cursor } from '../../core/yaml/cursor.ts';
import { parseSource } from '../../core/yaml/parse-source.ts';
import type { SourceFile, YamlDocument } from '../../core/yaml/source-file.ts';
import { ChartOrigins } from './chart-origins.ts';
import type { ChartSources } from './chart-sources.ts';
import type { Rendered } from './render.ts';
import type { Values } from './values.ts';

/** The documents of what helm printed, those that are no YAML as faults. */
export interface ChartDocuments {
  readonly documents: readonly YamlDocument[];
  readonly hooks: readonly ChartHook[];
  readonly faults: readonly ChartFault[];
}

/** What helm does with a document of a hook: annotation `helm.sh/hook`, events separated by commas (H-03). */
function eventsOf(document: YamlDocument): readonly string[] {
  const annotation = Cursor.root(document)?.get('metadata').get('annotations').get('helm.sh/hook').text ?? '';
  return annotation
    .split(',')
    .map(event => event.trim().toLowerCase())
    .filter(event => event !== '');
}

function isTest(event: string): boolean {
  return event.startsWith('test');
}

function faultOf(document: YamlDocument, { sources: lines }: Rendered, sources: ChartSources): ChartFault | undefined {
  const problem = document.problems.find(({ fatal }) => fatal);
  const at = document.file.lines.position((problem ?? document).span.start).line - 1;
  const source = lines.slice(at).find(line => line !== undefined) ?? lines.slice(0, at).findLast(line => line !== undefined);
  const place = source && sources.placeOf(source.file, source.line);
  return place && { kind: 'yaml', answer: `what it renders is no YAML: ${problem?.cause ?? 'it cannot be parsed'}`, at: place, subject: place.file.path };
}

/** Reads what helm printed. `path` is what the rendered text is called. */
export function readChartDocuments(path: string, rendered: Rendered, sources: ChartSources, values: Values): ChartDocuments {
  const file: SourceFile = parseSource(path, rendered.text);
  const documents: YamlDocument[] = [];
  const hooks: ChartHook[] = [];
  const faults: ChartFault[] = [];
  for (const read of file.documents) {
    const { tree } = read;
    const fault = tree ? undefined : faultOf(read, rendered, sources);
    if (fault) faults.push(fault);
    else if (tree && tree.size > 0) {
      const document: YamlDocument = { ...read, origins: new ChartOrigins(tree, { file, sources: rendered.sources }, sources, values) };
      const events = eventsOf(document);
      if (events.some(isTest)) continue;
      documents.push(document);
      if (events.length > 0) hooks.push({ document, events });
    }
  }
  return { documents, hooks, faults };
}
