import { defineRule, documentLabelOf, isManifest, SpanPlace, type SyntaxProblem } from '../../src/core/api.ts';

type Variant = 'syntax' | 'alias' | 'value' | 'marker';

const VARIANTS: Readonly<Partial<Record<SyntaxProblem['kind'], Variant>>> = {
  syntax: 'syntax',
  'undefined-alias': 'alias',
  'unsupported-value': 'value',
  'document-marker': 'marker',
};

/** What a cause that leaves the document readable comes to. */
const CONSEQUENCES: Readonly<Partial<Record<Variant, string>>> = { alias: ', so kubectl refuses it', value: ', so kubectl refuses it' };

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export default defineRule({
  id: 'yaml-syntax-error',
  title: 'The document cannot be parsed, so nothing in it is checked or applied',
  category: 'schema',
  severity: 'error',
  presets: ['recommended'],
  subject: 'document',
  fix: 'no',
  since: '0.1.0',
  judges: 'object',
  variants: { syntax: 'error', alias: 'error', value: 'error', marker: 'error' },

  *check(reading) {
    const { document } = reading;
    if (!isManifest(reading)) return;
    for (const { kind, cause, span, help, related, fatal } of document.problems) {
      const variant = VARIANTS[kind];
      if (variant === undefined) continue;
      yield {
        variant,
        message: fatal ? `${documentLabelOf(document)} is not read, because ${cause}` : `${capitalize(cause)}${CONSEQUENCES[variant] ?? ''}`,
        at: new SpanPlace(document, span),
        help: help && capitalize(help),
        related: related ? [{ at: new SpanPlace(document, related.span), note: related.note }] : [],
      };
    }
  },
});
