import { defineRule, fixOf, labelOf, removeKey, valueOf } from '../../src/core/api.ts';

export default defineRule({
  id: 'ingress-class-set-twice',
  title: 'The Ingress names two classes, one by annotation and one by field, so the API server refuses it',
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['ingress/class-set-twice'],
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'object',
  variants: { different: 'error', equal: 'error' },
  facts: ['S-253', 'S-258', 'S-358'],

  *check({ resource, cause: { cursor, at } }) {
    const byAnnotation = valueOf(cursor.string()) ?? '';
    const byField = valueOf(resource.body.get('spec').get('ingressClassName').string()) ?? '';
    const isEqual = byAnnotation === byField;
    const told = isEqual
      ? `names class "${byField}" by annotation and by field, which old versions refuse`
      : `names class "${byAnnotation}" by annotation and "${byField}" by field, so it is refused`;
    yield {
      variant: isEqual ? 'equal' : 'different',
      message: `${labelOf(resource)} ${told}`,
      at,
      help: 'Remove the annotation kubernetes.io/ingress.class',
      fixes: fixOf('Remove the annotation', isEqual ? 'safe' : 'unsafe', removeKey(at)),
    };
  },
});
