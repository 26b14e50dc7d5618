import { defineRule, findEmbeddedFault, isKind, labelOf, valueOf } from '../../src/core/api.ts';

export default defineRule({
  id: 'config-map-document-unreadable',
  title: 'A file in the ConfigMap does not parse as what its name says',
  category: 'schema',
  severity: 'warning',
  presets: ['strict'],
  subject: 'resource',
  fix: 'no',
  since: '0.1.0',
  judges: 'object',
  variants: { unreadable: 'warning' },
  facts: ['v1 ConfigMap.data'],

  *check(resource) {
    if (!isKind(resource, 'ConfigMap', '')) return;
    for (const { key, value } of resource.body.get('data').entries()) {
      const text = valueOf(value.string());
      const fault = text === undefined ? undefined : findEmbeddedFault(key, text);
      if (!fault) continue;
      yield {
        variant: 'unreadable',
        message: `File "${key}" of ${labelOf(resource)} is no ${fault.language}, so programs that read it fail`,
        at: value.at,
        help: fault.line === undefined ? 'Mend the text' : `Mend line ${String(fault.line)} of the text`,
      };
    }
  },
});
