import { type Refusal, defineRule, labelOf, valueOf } from '../../src/core/api.ts';

const MOST_CONTROLLER_BYTES = 250;

function describeController(controller: string): string {
  if (controller === '') return 'is absent';
  if (controller.length > MOST_CONTROLLER_BYTES) return `has more than ${String(MOST_CONTROLLER_BYTES)} bytes`;
  return 'is no path below a domain';
}

/** What the parameters say that does not fit. */
function describeParameters({ check, reason, cursor }: Refusal['cause']): readonly [what: string, help: string] {
  const field = cursor.fieldPath.slice(cursor.fieldPath.lastIndexOf('.') + 1);
  const text = valueOf(cursor.string());
  if (check === 'ingress-class/parameters-namespace-required') return ['have scope Namespace and no namespace', 'Add the namespace of the parameters'];
  if (check.endsWith('required')) return [`have no ${field}`, `Add ${field} of the object that holds the parameters`];
  if (reason === 'FieldValueForbidden') return ['have a namespace and scope Cluster', 'Set scope: Namespace, or remove namespace'];
  return [`have ${field} "${text ?? ''}", which is none`, `Use ${field} of the object that holds the parameters`];
}

export default defineRule({
  id: 'ingress-class-invalid',
  title: 'The IngressClass names no controller or parameters that cannot be, so the API server refuses it',
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: [
    'ingress-class/controller-required',
    'ingress-class/controller',
    'ingress-class/parameters-group',
    'ingress-class/parameters-kind-required',
    'ingress-class/parameters-kind',
    'ingress-class/parameters-name-required',
    'ingress-class/parameters-name',
    'ingress-class/parameters-namespace-required',
    'ingress-class/parameters-namespace',
  ],
  fix: 'no',
  since: '0.1.0',
  judges: 'object',
  variants: { controller: 'error', parameters: 'error' },
  facts: ['S-259'],

  *check({ resource, cause }) {
    const { check, cursor, at } = cause;
    const label = labelOf(resource);
    if (check === 'ingress-class/controller' || check === 'ingress-class/controller-required') {
      const controller = valueOf(cursor.string()) ?? '';
      const subject = controller === '' ? 'The controller' : `Controller "${controller}"`;
      yield {
        variant: 'controller',
        message: `${subject} of ${label} ${describeController(controller)}, so the API server refuses it`,
        at,
        help: 'Write the name that the controller answers to, such as k8s.io/ingress-nginx',
      };
      return;
    }
    const [what, help] = describeParameters(cause);
    yield { variant: 'parameters', message: `The parameters of ${label} ${what}, so it is refused`, at, help };
  },
});
