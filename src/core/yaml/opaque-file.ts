import { LineTable } from '../text/line-table.ts';
import type { Span } from '../text/span.ts';
import { SpanPlace, type Place } from './place.ts';
import type { SourceFile, YamlDocument } from './source-file.ts';

/** A file that is no YAML: data that a manifest takes in, all of it secret for a Secret. One document without a tree and without problems. */
export function opaqueFile(path: string, text: string, isSecret: boolean): SourceFile {
  const documents: YamlDocument[] = [];
  const file: SourceFile = { path, text, lines: new LineTable(text), documents, templated: false, ...(isSecret && { isSecret }) };
  const span = { start: 0, end: text.length };
  documents.push({ file, index: 0, span, tree: undefined, problems: [], templated: false, openLines: [], openKeys: false });
  return file;
}

/** A span of such a file. */
export function opaquePlace({ documents: [document] }: SourceFile, span: Span): Place | undefined {
  return document && new SpanPlace(document, span);
}
