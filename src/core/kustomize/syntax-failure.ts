import { SpanPlace } from '../yaml/place.ts';
import type { YamlDocument } from '../yaml/source-file.ts';
import type { LoadFailure, ReadFailure } from './read-nodes.ts';
import type { TextSource } from './text-source.ts';

/** A document that does not parse, in the words of kustomize. The cause is told in our words: its line is what both agree about. */
export function syntaxFailure(source: TextSource, document: YamlDocument): ReadFailure | undefined {
  const { tree, problems, templated, span, file } = document;
  if (tree) return undefined;
  const [problem] = problems;
  if (!problem && !templated) return undefined;
  const start = problem?.span.start ?? span.start;
  const { line } = file.lines.position(start);
  const own = line - file.lines.position(span.start).line + 1;
  const at = source.file === file ? new SpanPlace(document, problem?.span ?? span) : source.placeOf(document, 0, undefined);
  return { answer: `yaml: line ${String(own)}: ${problem?.cause ?? 'did not find expected node content'}`, at };
}

const SEPARATOR = /\n---(.*)\n/g;

/** The cut at `---` parts a directive from its document. */
const DIRECTIVE = /^(?:\s|#[^\n]*\n)*%[^\n]*/;

/** Text behind `---` that is no comment (K-008). */
export function separatorFailure(source: TextSource): LoadFailure | undefined {
  const { text, documents } = source.file;
  const directive = DIRECTIVE.exec(text)?.[0];
  if (directive !== undefined && documents[0]) {
    const at = new SpanPlace(documents[0], { start: directive.lastIndexOf('%'), end: directive.length });
    return { kind: 'resource-unreadable', answer: 'yaml: line 1: did not find expected <document start>', at };
  }
  for (const found of text.matchAll(SEPARATOR)) {
    const rest = found[1]?.trim() ?? '';
    const [document] = documents;
    if (rest === '' || rest.startsWith('#') || !document) continue;
    const start = found.index + 1;
    const holder = documents.find(({ span }) => span.start <= start && start < span.end) ?? document;
    const at = new SpanPlace(holder, { start, end: found.index + found[0].trimEnd().length });
    return { kind: 'resource-unreadable', answer: `invalid document separator: ---${rest === '' ? '' : (found[1] ?? '')}`.trim(), at };
  }
  return undefined;
}
