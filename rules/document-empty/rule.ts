import { defineRule, documentLabelOf, SpanPlace } from '../../src/core/api.ts';

export default defineRule({
  id: 'document-empty',
  title: 'The document holds nothing',
  category: 'schema',
  severity: 'info',
  presets: ['strict'],
  subject: 'document',
  fix: 'safe',
  since: '0.1.0',
  judges: 'object',
  dependsOn: ['order'],
  variants: { empty: 'info' },

  *check({ document, kind }) {
    const { file, index, span } = document;
    const isLast = index === file.documents.length - 1;
    const isFirst = index === 0;
    if (kind !== 'empty' || isLast || isFirst || document.templated) return;
    const text = file.text.slice(span.start, span.end);
    const isBlank = /^---[ \t]*\r?\n\s*$/.test(text);
    yield {
      variant: 'empty',
      message: `${documentLabelOf(document)} holds nothing, so nothing is applied from it`,
      at: new SpanPlace(document, { start: span.start, end: span.start + 3 }),
      help: 'Remove one of the two markers',
      fixes: isBlank ? [{ title: 'Remove the marker', safety: 'safe', edits: [{ file, span, newText: '' }] }] : [],
    };
  },
});
