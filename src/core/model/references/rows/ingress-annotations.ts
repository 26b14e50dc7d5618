import type { KindName, ReferenceRow } from '../reference.ts';

const INGRESS: readonly KindName[] = ['networking.k8s.io/Ingress', 'extensions/Ingress'];

/** Keys of annotations as one path. */
function at(...keys: readonly string[]): string {
  return `metadata.annotations.{${keys.map(key => `[${key}]`).join(',')}}`;
}

const NGINX = 'nginx.ingress.kubernetes.io';

/** Services and Secrets that annotations of an Ingress name to its controller. */
export const INGRESS_ANNOTATION_ROWS: readonly ReferenceRow[] = [
  {
    id: 'ingress-annotation-service',
    verb: 'uses',
    from: INGRESS,
    at: at(`${NGINX}/default-backend`),
    name: '',
    to: '/Service',
    source: 'S-265',
  },
  {
    id: 'ingress-annotation-url',
    verb: 'uses',
    from: INGRESS,
    at: at(`${NGINX}/auth-url`, `${NGINX}/auth-signin`, `${NGINX}/mirror-target`),
    name: '',
    form: 'service-url',
    to: '/Service',
    source: 'S-265',
  },
  {
    id: 'ingress-annotation-secret',
    verb: 'uses',
    from: INGRESS,
    at: at(
      ...['auth-secret', 'auth-tls-secret', 'proxy-ssl-secret'].map(name => `${NGINX}/${name}`),
      'haproxy.org/auth-secret',
      ...['auth-secret', 'auth-tls-secret'].map(name => `haproxy-ingress.github.io/${name}`),
      'nginx.org/basic-auth-secret',
    ),
    name: '',
    form: 'namespaced-name',
    to: '/Secret',
    source: 'S-265',
  },
];
