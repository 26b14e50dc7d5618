import { defineRule, fixOf, isKind, labelOf, removeKey, valueOf } from '../../src/core/api.ts';

/** The first minor whose server takes equal classes. */
const TAKES_EQUAL_CLASSES = 27;

export default defineRule({
  id: 'ingress-class-repeated',
  title: 'The Ingress names its class by annotation and by field, which old API servers refuse',
  category: 'api',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'resource',
  fix: 'safe',
  since: '0.1.0',
  judges: 'object',
  variants: { equal: 'warning' },
  facts: ['S-253', 'S-358'],

  *check(resource, { cluster }) {
    // Where a server of the target refuses it, that is what is said.
    if (!isKind(resource, 'Ingress', 'networking.k8s.io') || cluster.target.minors.some(minor => minor < TAKES_EQUAL_CLASSES)) return;
    const annotation = resource.metadata.get('annotations').get('kubernetes.io/ingress.class');
    const name = valueOf(annotation.string());
    if (name === undefined || name !== valueOf(resource.body.get('spec').get('ingressClassName').string())) return;
    yield {
      variant: 'equal',
      message: `${labelOf(resource)} names class "${name}" by annotation and by field, which servers before 1.27 refuse`,
      at: annotation.at,
      help: 'Remove the annotation kubernetes.io/ingress.class',
      fixes: fixOf('Remove the annotation', 'safe', removeKey(annotation.at)),
    };
  },
});
