import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { buildEndpointsSchema } from '../../src/core/report/endpoints-schema.ts';
import { buildRoutesSchema } from '../../src/core/report/routes-schema.ts';
import { useCli } from '../harness/run-cli.ts';

const run = useCli();
/** One that has not seen the schema: it takes each address once. */
const ajv = (): Ajv => new Ajv({ allowUnionTypes: true });

const SHOP = `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: edge
  annotations: { nginx.ingress.kubernetes.io/canary: "true", nginx.ingress.kubernetes.io/canary-weight: "20" }
spec:
  ingressClassName: nginx
  tls: [{ hosts: [shop.example.com], secretName: shop-tls }]
  defaultBackend: { resource: { apiGroup: example.com, kind: Bucket, name: static } }
  rules:
    - host: shop.example.com
      http:
        paths:
          - { path: /, pathType: Prefix, backend: { service: { name: web, port: { name: http } } } }
          - { path: /cart, pathType: Exact, backend: { service: { name: cart, port: { number: 80 } } } }
          - { path: /old, pathType: ImplementationSpecific, backend: { service: { name: far, port: { number: 80 } } } }
          - { path: "{{ .Values.path }}", pathType: Prefix, backend: { service: { name: "{{ .Values.name }}", port: { number: 80 } } } }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { clusterIP: None, selector: { app: web }, ports: [{ name: http, port: 80, appProtocol: http }] }
---
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: web, namespace: shop }
spec:
  serviceName: web
  replicas: 2
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: "web:1", ports: [{ containerPort: 80 }] }] }
---
apiVersion: v1
kind: Service
metadata: { name: node }
spec: { selector: { app: node }, ports: [{ port: 9100 }] }
---
apiVersion: apps/v1
kind: DaemonSet
metadata: { name: node }
spec:
  selector: { matchLabels: { app: node } }
  template:
    metadata: { labels: { app: node } }
    spec: { containers: [{ name: node, image: "node:1" }] }
---
apiVersion: v1
kind: Service
metadata: { name: cart }
spec: { ports: [{ port: 80 }] }
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata: { name: cart-1, labels: { kubernetes.io/service-name: cart } }
addressType: IPv4
endpoints: [{ addresses: [10.1.2.3], hostname: a }]
---
apiVersion: v1
kind: Service
metadata: { name: far }
spec: { type: ExternalName, externalName: far.example.com }
`;

/** The words of an engine of JSON Schema on what a command prints. */
function faultsOf(schema: object, args: readonly string[], text = SHOP): unknown {
  const { stdout } = run({ 'shop.yaml': text }, [...args, '--format', 'json', '.']);
  const validate = ajv().compile(schema);
  return validate(JSON.parse(stdout)) ? [] : validate.errors;
}

describe('what a command prints is what its schema says', () => {
  test('endpoints', () => {
    expect(faultsOf(buildEndpointsSchema(), ['endpoints'])).toEqual([]);
    expect(faultsOf(buildEndpointsSchema(), ['endpoints', '--nodes', '3'])).toEqual([]);
  });

  test('routes', () => {
    expect(faultsOf(buildRoutesSchema(), ['routes'])).toEqual([]);
  });

  test.each(['https://shop.example.com/', 'http://shop.example.com/cart', 'https://shop.example.com/old', 'https://a:b@other.org/'])('a request of %s', url => {
    expect(faultsOf(buildRoutesSchema(), ['routes', '--url', url])).toEqual([]);
  });

  test('and nothing else', () => {
    const { stdout } = run({ 'shop.yaml': SHOP }, ['routes', '--format', 'json', '.']);
    expect(ajv().validate(buildEndpointsSchema(), JSON.parse(stdout))).toBe(false);
  });
});
