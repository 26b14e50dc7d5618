import { LineTable } from '../../core/text/line-table.ts';
import { SpanPlace, type Place } from '../../core/yaml/place.ts';
import type { SourceFile, YamlDocument } from '../../core/yaml/source-file.ts';
import { textOf, type ChartNode } from './dependencies.ts';
import type { ChartContents } from './read-chart.ts';
import { readTemplateLines, type TemplateLine } from './template-lines.ts';

/** A file of the chart that text is rendered from. */
export interface Template {
  /** Path within the staged chart. */
  readonly path: string;
  readonly document: YamlDocument;
  readonly lines: readonly TemplateLine[];
  /** `crds/`: printed as it stands. */
  readonly isVerbatim: boolean;
}

/** A template is no YAML before it is rendered: one document without a tree. */
function documentOf(path: string, text: string): YamlDocument {
  const documents: YamlDocument[] = [];
  const file: SourceFile = { path, text, lines: new LineTable(text), documents, templated: true };
  const document = { file, index: 0, span: { start: 0, end: text.length }, tree: undefined, problems: [], templated: true, openLines: [], openKeys: true };
  documents.push(document);
  return document;
}

const TEMPLATE = /(?:^|\/)templates\/.*[^/]$/;
const CRD = /^(?:charts\/[^/]+\/)*crds\//;

/** Whether helm renders a file. */
function isRenderedPath(path: string): boolean {
  return /^(?:charts\/[^/]+\/)*templates\//.test(path) && TEMPLATE.test(path);
}

/** Whether helm renders a file into the manifest or takes definitions from it. Notes are text, which fails the chart if it fails (H-04). */
export function isTemplatePath(path: string): boolean {
  return isRenderedPath(path) && !path.endsWith('/NOTES.txt');
}

/** The chart that a template belongs to, by its path within the staged chart; empty for the chart itself. */
export function chartOf(template: string): string {
  return /^((?:charts\/[^/]+\/)*)(?:templates|crds)\//.exec(template)?.[1]?.replace(/\/$/, '') ?? '';
}

/** The files of a chart, by the numbers that marks give them and by the names that helm gives them. */
export class ChartSources {
  readonly node: ChartNode;
  readonly #contents: ChartContents;
  /** Paths of templates and definitions; a mark's number is the index plus one. */
  readonly paths: readonly string[];
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #templates = new Map<number, Template>();

  constructor(contents: ChartContents, node: ChartNode) {
    this.node = node;
    this.#contents = contents;
    this.paths = [...contents.files.keys()].filter(path => isRenderedPath(path) || CRD.test(path));
    this.#numbers = new Map(this.paths.map((path, index) => [path, index + 1]));
  }

  numberOf(path: string): number | undefined {
    return this.#numbers.get(path);
  }

  /** The template that helm names in `# Source:` and in its errors; undefined where it names none of the chart. */
  findNumber(source: string): number | undefined {
    const path = this.pathOf(source);
    return path === undefined ? undefined : this.#numbers.get(path);
  }

  /** `web/charts/db/templates/x.yaml` to the path within the staged chart: charts go by their names there, not by their directories. */
  pathOf(source: string): string | undefined {
    const parts = source.split('/').slice(1);
    let node = this.node;
    while (parts[0] === 'charts' && parts.length > 2) {
      const inner = node.inner.get(parts[1] ?? '');
      if (!inner) return undefined;
      node = inner;
      parts.splice(0, 2);
    }
    return node.path === '' ? parts.join('/') : `${node.path}/${parts.join('/')}`;
  }

  template(number: number): Template | undefined {
    const known = this.#templates.get(number);
    const path = this.paths[number - 1];
    if (known || path === undefined) return known;
    const text = textOf(this.#contents, path) ?? '';
    const isVerbatim = CRD.test(path);
    const template: Template = {
      path,
      document: documentOf(this.#contents.files.get(path)?.source ?? path, text),
      lines: readTemplateLines(text),
      isVerbatim,
    };
    this.#templates.set(number, template);
    return template;
  }

  /** The text of a line without its indentation; the first line for a line that is not there. */
  placeOf(number: number, line: number): Place | undefined {
    const template = this.template(number);
    if (!template) return undefined;
    const { start, text } = template.lines[line - 1] ?? template.lines[0] ?? { start: 0, text: '' };
    const indent = text.length - text.trimStart().length;
    return new SpanPlace(template.document, { start: start + indent, end: start + text.trimEnd().length });
  }

  get contents(): ChartContents {
    return this.#contents;
  }
}
