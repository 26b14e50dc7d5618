import { Cursor, defineRule, documentLabelOf, valueOf } from '../../src/core/api.ts';

export default defineRule({
  id: 'api-version-missing',
  title: 'The document has no apiVersion or kind, so it is no Kubernetes object',
  category: 'schema',
  severity: 'error',
  presets: ['recommended'],
  subject: 'document',
  fix: 'no',
  since: '0.1.0',
  judges: 'object',
  variants: { 'api-version': 'error', kind: 'error', both: 'error' },

  *check({ document, kind }) {
    const body = kind === 'fragment' && document.openLines.length === 0 ? Cursor.root(document) : undefined;
    if (!body) return;
    const [apiVersion, kindField, name] = [body.get('apiVersion').string(), body.get('kind').string(), valueOf(body.get('metadata').get('name').string())];
    const subject =
      kindField.state === 'known' && name !== undefined
        ? `${kindField.value} "${name}"`
        : name === undefined
          ? documentLabelOf(document)
          : `The object "${name}"`;
    const lacks = [...(apiVersion.state === 'absent' ? ['apiVersion'] : []), ...(kindField.state === 'absent' ? ['kind'] : [])];
    if (lacks.length === 0) return;
    yield {
      variant: lacks.length === 2 ? 'both' : lacks[0] === 'kind' ? 'kind' : 'api-version',
      message: `${subject} has no ${lacks.join(' and no ')}, so the API server does not know what it is`,
      at: body.get('metadata').at.atKey,
      help: `Write ${lacks.join(' and ')} at the top of the document`,
    };
  },
});
