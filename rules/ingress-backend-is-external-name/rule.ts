import { annotationOf, controllerOf, defineRule, labelOf, valueOf, type IngressController } from '../../src/core/api.ts';

/** What a controller does that takes no such backend as it comes. */
function refusalOf({ title, externalName }: IngressController): string | undefined {
  if (externalName === 'refused') return `${title} cannot reach`;
  return externalName === 'optional' ? `${title} refuses without a setting` : undefined;
}

export default defineRule({
  id: 'ingress-backend-is-external-name',
  title: 'The backend is an ExternalName Service, which most controllers refuse or proxy to any host that it names',
  category: 'routing',
  severity: 'warning',
  presets: ['strict'],
  subject: 'ingress-backend',
  fix: 'no',
  since: '0.1.0',
  judges: 'cluster',
  variants: { refused: 'warning', proxied: 'info' },
  facts: ['S-221', 'S-263'],

  *check(backend, { cluster }) {
    const { ingress, service } = backend;
    const [target, ...others] = cluster.findServices(ingress.resource, valueOf(service) ?? '');
    if (!target || others.length > 0 || valueOf(target.type) !== 'ExternalName') return;
    const { controller } = controllerOf(ingress, cluster);
    if (annotationOf(ingress, 'nginx.ingress.kubernetes.io/upstream-vhost').state !== 'absent') return;
    const refusal = controller && refusalOf(controller);
    yield {
      variant: refusal === undefined ? 'proxied' : 'refused',
      message: `${labelOf(ingress.resource)} sends to ExternalName Service "${valueOf(service) ?? ''}", which ${refusal ?? 'not every controller follows'}`,
      at: service.at,
      help: 'Send to a Service with endpoints; a Service without selector and an EndpointSlice reach outside too',
      related: [{ at: target.type.at, note: `${labelOf(target.resource)} is a name for "${valueOf(target.spec.get('externalName').string()) ?? ''}"` }],
    };
  },
});
