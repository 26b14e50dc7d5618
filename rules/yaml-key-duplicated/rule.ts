import {
  cursorAt,
  defineRule,
  entryAt,
  fixOf,
  isManifest,
  removeKey,
  SpanPlace,
  type Finding,
  type SyntaxProblem,
  type YamlDocument,
} from '../../src/core/api.ts';

type Variant = 'different-values' | 'equal-values' | 'missing-marker';

function keyOf(document: YamlDocument, { span }: SyntaxProblem): string {
  return document.file.text.slice(span.start, span.end).replaceAll(/^["']|["']$/g, '');
}

function describeRepeat(document: YamlDocument, problem: SyntaxProblem): Finding<Variant> {
  const key = keyOf(document, problem);
  const path = cursorAt(document, problem.span.start)?.path ?? '';
  const where = path === '' ? '' : ` in ${path}`;
  const lost = problem.related && entryAt(document, problem.related.span.start);
  const equal = problem.equalValues === true;
  return {
    variant: equal ? 'equal-values' : 'different-values',
    message: equal ? `Key "${key}" stands twice${where}, which kustomize and Flux refuse` : `Key "${key}" stands twice${where}, so only the last one counts`,
    at: new SpanPlace(document, problem.span),
    help: equal ? 'Remove one of the two' : 'Merge the two, or remove the one that is not meant',
    related: problem.related ? [{ at: new SpanPlace(document, problem.related.span), note: `the first "${key}" is here` }] : [],
    fixes: lost ? fixOf('Remove the first one, which kubectl drops', equal ? 'safe' : 'unsafe', removeKey(lost)) : [],
  };
}

function describeMissingMarker(document: YamlDocument, problem: SyntaxProblem): Finding<Variant> {
  const line = document.file.lines.lineSpan(document.file.lines.position(problem.span.start).line);
  const marker = document.file.text.includes('\r\n') ? '---\r\n' : '---\n';
  return {
    variant: 'missing-marker',
    message: 'A second object begins here without "---", so the first one is lost',
    at: new SpanPlace(document, problem.span),
    help: 'Put "---" on a line of its own between the two objects',
    related: problem.related ? [{ at: new SpanPlace(document, problem.related.span), note: 'the first object begins here' }] : [],
    fixes: [{ title: 'Insert "---"', safety: 'unsafe', edits: [{ file: document.file, span: { start: line.start, end: line.start }, newText: marker }] }],
  };
}

export default defineRule({
  id: 'yaml-key-duplicated',
  title: 'A key stands twice in one mapping, and all but the last value are lost',
  category: 'schema',
  severity: 'error',
  presets: ['recommended'],
  subject: 'document',
  fix: 'safe',
  since: '0.1.0',
  judges: 'object',
  dependsOn: ['order'],
  variants: { 'different-values': 'error', 'equal-values': 'warning', 'missing-marker': 'error' },
  facts: ['S-349'],

  *check(reading) {
    const { document } = reading;
    if (!isManifest(reading)) return;
    for (const problem of document.problems) {
      if (problem.kind === 'duplicate-key') yield describeRepeat(document, problem);
      if (problem.kind === 'missing-marker') yield describeMissingMarker(document, problem);
    }
  },
});
