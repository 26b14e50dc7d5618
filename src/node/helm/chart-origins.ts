import type { Change, Origin, Origins } from '../../core/yaml/origin.ts';
import { SpanPlace, type Place } from '../../core/yaml/place.ts';
import type { SourceFile, YamlDocument } from '../../core/yaml/source-file.ts';
import { NodeKind, type NodeId, type Tree } from '../../core/yaml/tree.ts';
import type { Span } from '../../core/text/span.ts';
import { chartOf, type ChartSources } from './chart-sources.ts';
import { valueAround } from './enclosing-value.ts';
import type { LineSource } from './map-lines.ts';
import { valueNamedOn, type Values } from './values.ts';

/** Sources of all lines that helm printed, by their index; undefined for blank ones. */
export interface RenderedLines {
  readonly file: SourceFile;
  readonly sources: readonly (LineSource | undefined)[];
}

/** A place in a template, with the key that the rendered value has, where the template shows it. */
class TemplatePlace extends SpanPlace {
  readonly #keySpan: Span | undefined;

  constructor(document: YamlDocument, valueSpan: Span, keySpan: Span | undefined) {
    super(document, valueSpan);
    this.#keySpan = keySpan;
  }

  override get keySpan(): Span | undefined {
    return this.#keySpan;
  }
}

/** The span of a key at the beginning of a line of a template. */
function findKey(line: string, start: number, key: string): Span | undefined {
  const at = /^(?:- +)*/.exec(line)?.[0].length ?? 0;
  const isKey = key !== '' && line.startsWith(key, at) && /^\s*:/.test(line.slice(at + key.length));
  return isKey ? { start: start + at, end: start + at + key.length } : undefined;
}

/** For each node that is the value of a key, that key. */
function keysOf(tree: Tree): ReadonlyMap<NodeId, NodeId> {
  const keys = new Map<NodeId, NodeId>();
  for (let node = 0; node < tree.size; node++) {
    if (tree.kind(node) !== NodeKind.mapping) continue;
    const children = [...tree.children(node)];
    for (let at = 0; at + 1 < children.length; at += 2) keys.set(children[at + 1] ?? 0, children[at] ?? 0);
  }
  return keys;
}

/** The span of a text that stands once on a line of a template. */
function findOnce(line: string, start: number, wanted: string): Span | undefined {
  if (wanted === '' || wanted.includes('\n')) return undefined;
  const at = line.indexOf(wanted);
  return at === -1 || line.includes(wanted, at + 1) ? undefined : { start: start + at, end: start + at + wanted.length };
}

/** Where the nodes of a rendered document were written: the line of the template, and the line of the values file that fills it. */
export class ChartOrigins implements Origins {
  readonly #rendered: RenderedLines;
  readonly #sources: ChartSources;
  readonly #values: Values;
  readonly #tree: Tree;
  #keys: ReadonlyMap<NodeId, NodeId> | undefined;

  constructor(tree: Tree, rendered: RenderedLines, sources: ChartSources, values: Values) {
    this.#tree = tree;
    this.#rendered = rendered;
    this.#sources = sources;
    this.#values = values;
  }

  of(node: NodeId): Origin {
    this.#keys ??= keysOf(this.#tree);
    const key = this.#keys.get(node);
    const source = this.#sourceOf(node);
    return { at: this.#placeOf(node, key, source), changes: source ? this.#changesAt(source, node) : [] };
  }

  /** The line's source, or that of the nearest line above. */
  #sourceOf(node: NodeId): LineSource | undefined {
    const { file, sources } = this.#rendered;
    for (let line = file.lines.position(this.#tree.start(node)).line - 1; line >= 0; line--) if (sources[line]) return sources[line];
    return undefined;
  }

  #placeOf(node: NodeId, key: NodeId | undefined, source: LineSource | undefined): Place {
    const chart = this.#sources.node.chart.file;
    const whole = source && this.#sources.placeOf(source.file, source.line);
    if (!source || !whole) return new SpanPlace(chart.documents[0] ?? whole?.document ?? documentless(chart), { start: 0, end: 0 });
    const { start, end } = whole.valueSpan;
    const line = whole.file.text.slice(start, end);
    const keySource = key === undefined ? undefined : this.#sourceOf(key);
    const isSameLine = keySource?.file === source.file && keySource.line === source.line;
    const keySpan = key !== undefined && isSameLine ? findKey(line, start, this.#textOf(key)) : undefined;
    const from = keySpan ? valueStart(line, start, keySpan) : start;
    const valueSpan = this.#tree.kind(node) === NodeKind.scalar ? findOnce(line.slice(from - start), from, this.#textOf(node)) : undefined;
    return new TemplatePlace(whole.document, valueSpan ?? { start: from, end }, keySpan);
  }

  #textOf(node: NodeId): string {
    return this.#rendered.file.text.slice(this.#tree.start(node), this.#tree.end(node));
  }

  #changesAt(source: LineSource, node: NodeId): readonly Change[] {
    const changes: Change[] = [];
    const { includedBy } = source;
    const caller = includedBy && this.#sources.placeOf(includedBy.file, includedBy.line);
    if (caller) changes.push({ at: caller, note: 'the template includes it here' });
    const template = this.#sources.template(source.file);
    const line = template?.lines[source.line - 1];
    const path = line && (valueNamedOn(line.text) ?? valueAround(template.lines, source.line));
    const found = path && this.#values.find(chartOf(template.path), path);
    if (!found) return changes;
    changes.push({ at: this.#within(found.at, node), note: `the value ${path.join('.')} is given here` });
    // What fills or patches an object that holds values changes them.
    return [...changes, ...(found.at.origin?.changes ?? [])];
  }

  /** Of a value of several lines the one that says what was rendered. */
  #within(at: Place, node: NodeId): Place {
    const { file, valueSpan } = at;
    const { file: rendered } = this.#rendered;
    const wanted = rendered.lines.lineText(rendered.lines.position(this.#tree.start(node)).line).trim();
    const value = file.text.slice(valueSpan.start, valueSpan.end);
    if (!value.includes('\n') || wanted === '') return at;
    const span = findOnce(value, valueSpan.start, wanted);
    return span ? new SpanPlace(at.document, span) : at;
  }
}

/** Behind the colon of a key. */
function valueStart(line: string, start: number, key: Span): number {
  const rest = line.slice(key.end - start);
  const gap = /^\s*:\s*/.exec(rest)?.[0].length ?? 0;
  return gap === rest.length ? start : key.end + gap;
}

function documentless(file: SourceFile): YamlDocument {
  return { file, index: 0, span: { start: 0, end: 0 }, tree: undefined, problems: [], templated: true, openLines: [], openKeys: true };
}
