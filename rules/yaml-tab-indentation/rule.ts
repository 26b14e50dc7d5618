import { defineRule, documentNameOf, isManifest, SpanPlace } from '../../src/core/api.ts';

export default defineRule({
  id: 'yaml-tab-indentation',
  title: 'A tab indents the line, which YAML forbids',
  category: 'schema',
  severity: 'error',
  presets: ['recommended'],
  subject: 'document',
  fix: 'safe',
  since: '0.1.0',
  judges: 'object',
  variants: { tab: 'error' },

  *check(reading) {
    const { document } = reading;
    if (!isManifest(reading)) return;
    for (const { kind, span, help, edits } of document.problems) {
      if (kind !== 'tab-indentation') continue;
      yield {
        variant: 'tab',
        message: `A tab indents this line, so ${documentNameOf(document)} is not read`,
        at: new SpanPlace(document, span),
        help: help === undefined ? 'Indent with spaces' : help.charAt(0).toUpperCase() + help.slice(1),
        fixes: edits ? [{ title: 'Replace the tab by spaces', safety: 'safe', edits: edits.map(edit => ({ ...edit, file: document.file })) }] : [],
      };
    }
  },
});
