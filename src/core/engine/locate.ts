import type { Cluster } from '../model/cluster.ts';
import type { Resource } from '../model/resource.ts';
import type { Span } from '../text/span.ts';
import { valueOf } from '../yaml/field.ts';
import type { Place } from '../yaml/place.ts';
import type { SourceFile } from '../yaml/source-file.ts';
import type { Location, ResourceName } from './report.ts';

/** A block's span ends with a line break or blanks, which no reader would mark. */
function trimEnd(text: string, { start, end }: Span): Span {
  let last = end;
  while (last > start && /\s/.test(text[last - 1] ?? '')) last--;
  return { start, end: last };
}

/** A span with its line breaks and blanks, as edits need it. */
export function locateExactly(file: SourceFile, span: Span): Location {
  return { file, span, start: file.lines.position(span.start), end: file.lines.position(span.end) };
}

export function locateSpan(file: SourceFile, written: Span): Location {
  return locateExactly(file, trimEnd(file.text, written));
}

export function locate(place: Place): Location {
  return locateSpan(place.file, place.span);
}

/** Whether a place lies in an object: by its node, or where it has none by its span. */
function holds(resource: Resource, { document: { tree }, node, valueSpan }: Place): boolean {
  const body = resource.body.at;
  if (tree && node !== undefined && body.node !== undefined) return node >= body.node && node < tree.next(body.node);
  const span = body.valueSpan;
  return valueSpan.start >= span.start && valueSpan.start <= span.end;
}

/** The object that holds a place: in a List the element, else the document's only one. */
export function resourceAt(place: Place, cluster: Cluster): Resource | undefined {
  return cluster.inDocument(place.document).find(resource => holds(resource, place));
}

export function nameResource(resource: Resource): ResourceName {
  return {
    apiVersion: resource.apiVersion,
    kind: resource.kind,
    namespace: valueOf(resource.metadata.get('namespace').string()) ?? null,
    name: valueOf(resource.name) ?? null,
  };
}
