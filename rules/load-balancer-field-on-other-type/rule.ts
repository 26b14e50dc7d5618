import { defineRule, fieldNameOf, fixOf, labelOf, removeKey } from '../../src/core/api.ts';

export default defineRule({
  id: 'load-balancer-field-on-other-type',
  title: 'The field is for Services of type LoadBalancer alone, so the API server refuses it',
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['service/source-ranges-type', 'service/allocate-node-ports-type', 'service/load-balancer-class-type', 'service/health-check-node-port-type'],
  fix: 'safe',
  since: '0.1.0',
  judges: 'object',
  variants: { field: 'error', annotation: 'error', 'health-check': 'error' },
  facts: ['S-138', 'S-140', 'S-141', 'S-142', 'S-146'],

  *check({ resource, cause }) {
    const subject = labelOf(resource);
    const isCheck = cause.check === 'service/health-check-node-port-type';
    const isAnnotation = cause.cursor.fieldPath.startsWith('metadata.annotations');
    const field = isAnnotation ? 'the annotation' : fieldNameOf(cause.cursor);
    const what = isAnnotation ? `Source ranges annotation of ${subject}` : `${field} of ${subject}`;
    yield {
      variant: isAnnotation ? 'annotation' : isCheck ? 'health-check' : 'field',
      message: `${what} ${isCheck ? 'has no use here, so the API server refuses it' : 'is for load balancers alone, so it is refused'}`,
      at: cause.at,
      help: isCheck ? 'Remove it, or set type LoadBalancer and externalTrafficPolicy Local' : `Remove ${field}, or set type: LoadBalancer`,
      fixes: fixOf(`Remove ${field}`, 'safe', removeKey(cause.at)),
    };
  },
});
