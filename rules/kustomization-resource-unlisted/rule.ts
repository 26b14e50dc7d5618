import { defineRule, SpanPlace } from '../../src/core/api.ts';

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

export default defineRule({
  id: 'kustomization-resource-unlisted',
  title: 'The manifest stands beside those of a kustomization that does not list it',
  category: 'references',
  severity: 'info',
  presets: ['strict'],
  subject: 'kustomization',
  fix: 'no',
  since: '0.1.0',
  judges: 'object',
  variants: { unlisted: 'info' },

  *check({ file, unlisted }) {
    const [first] = file.resources;
    for (const document of unlisted) {
      yield {
        variant: 'unlisted',
        message: `"${nameOf(document.file.path)}" is listed in no kustomization, so it is not applied with those beside it`,
        at: new SpanPlace(document, { start: document.span.start, end: document.span.start }),
        help: 'List the file in resources, or remove it',
        related: first ? [{ at: first.at, note: 'the kustomization lists its resources here' }] : [],
      };
    }
  },
});
