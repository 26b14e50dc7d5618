import { expect, test } from 'vitest';
import { DEFAULT_TARGET } from '../../../src/core/engine/settings.ts';
import { buildClusters } from '../../../src/core/model/build-clusters.ts';
import type { Cluster } from '../../../src/core/model/cluster.ts';
import { resolveTargetPort } from '../../../src/core/predict/target-port.ts';
import { findHealthListeners } from '../../../src/core/predict/listening/health-listeners.ts';
import { findListeners } from '../../../src/core/predict/listening/listeners.ts';
import { usesOf } from '../../../src/core/predict/service-uses.ts';
import { parseSource } from '../../../src/core/yaml/parse-source.ts';

function clusterOf(text: string): Cluster {
  const [cluster] = buildClusters([parseSource('set.yaml', text)], { target: DEFAULT_TARGET }).clusters;
  if (!cluster) throw new Error('no cluster');
  return cluster;
}

const service = (name: string, port: string): string => `apiVersion: v1
kind: Service
metadata: { name: ${name} }
spec: { selector: { app: ${name} }, ports: [${port}] }
---
`;

const pod = (container: string, more = ''): string => `apiVersion: v1
kind: Pod
metadata: { name: web, labels: { app: web } }
spec: { containers: [{ name: web, image: web, ${container} }]${more} }
`;

function resolve(port: string, container: string, more = '', minors: readonly number[] = [34]): string {
  const cluster = clusterOf(service('web', port) + pod(container, more));
  const [first, template] = [cluster.services[0]?.ports[0], cluster.podTemplates[0]];
  if (!first || !template) throw new Error('nothing to resolve');
  const found = resolveTargetPort(first, template, minors);
  return found.state === 'resolved' ? String(found.number) : found.state;
}

const SIDECAR = ', initContainers: [{ name: s, image: s, restartPolicy: Always, ports: [{ name: http, containerPort: 9 }] }]';

test.each([
  ['{ port: 80, targetPort: 8080 }', 'ports: []', '', '8080'],
  ['{ port: 80 }', 'ports: []', '', '80'],
  ['{ port: 80, targetPort: http }', 'ports: [{ name: http, containerPort: 8080 }]', '', '8080'],
  ['{ port: 80, targetPort: http }', 'ports: [{ name: http, containerPort: 8080, protocol: UDP }]', '', 'unresolved'],
  ['{ port: 80, targetPort: http }', 'ports: [{ name: "{{ x }}", containerPort: 8080 }]', '', 'unknown'],
  ['{ port: 80, targetPort: http }', 'ports: []', SIDECAR, '9'],
  ['{ port: 80, targetPort: http-envoy-prom }', 'ports: []', '', 'unknown'],
  ['{ port: 80, targetPort: "${PORT}" }', 'ports: []', '', 'unknown'],
])('%s with %s%s becomes %s', (port, container, more, expected) => {
  expect(resolve(port, container, more)).toBe(expected);
});

test('a sidecar is searched from Kubernetes 1.33 on', () => {
  expect(resolve('{ port: 80, targetPort: http }', 'ports: []', SIDECAR, [32])).toBe('unresolved');
  expect(resolve('{ port: 80, targetPort: http }', 'ports: []', SIDECAR, [32, 33])).toBe('unknown');
});

function listeners(container: string): string[] {
  const [first] = clusterOf(pod(container)).podTemplates[0]?.containers ?? [];
  return (first ? findListeners(first) : []).map(({ host, port, main }) => `${host ?? ''}:${String(port ?? '')}${main ? '' : ' side'}`);
}

test.each([
  ['args: ["--listen=127.0.0.1:80"]', ['127.0.0.1:80']],
  ['args: [--host, localhost, --port, "80"]', ['localhost:', ':80']],
  ['args: ["--metrics-bind-address=:9090"]', [':9090 side']],
  ['command: [sh, -c, "exec web --http-port=8080"]', [':8080']],
  ['env: [{ name: SERVER_PORT, value: "80" }]', [':80']],
  ['env: [{ name: REDIS_PORT, value: "6379" }]', []],
  ['args: ["--upstream=http://127.0.0.1:80"]', []],
])('%s listens on %j', (container, expected) => {
  expect(listeners(container)).toEqual(expected);
});

function uses(rest: string): string[] {
  const cluster = clusterOf(`${service('db', '{ port: 5432 }')}${rest}`);
  const [db] = cluster.services;
  return (db ? usesOf(db, cluster) : []).map(({ via, port, podName }) => [via, port, podName].filter(Boolean).join(' '));
}

test.each([
  ['env: [{ name: DB_HOST, value: db }, { name: DB_PORT, value: "5433" }]', ['host-name 5433']],
  ['env: [{ name: MODE, value: db }]', []],
  ['env: [{ name: X, value: "postgres://u:p@db:5432/x" }]', ['host-name 5432']],
  ['env: [{ name: X, value: "http://db/x" }]', ['host-name 80']],
  ['env: [{ name: X, value: "hf://db/x" }]', []],
  ['env: [{ name: PEERS, value: "db-0.db:1,db-1.db.default.svc.cluster.local" }]', ['host-name 1 db-0', 'host-name db-1']],
  ['args: ["http://web-${N}.db:1"]', ['host-name 1 *']],
])('a container with %s uses %j', (container, expected) => {
  expect(uses(pod(container))).toEqual(expected);
});

test('backends of every form use a Service', () => {
  const ingress = (backend: string, version: string): string => `apiVersion: ${version}
kind: Ingress
metadata: { name: i }
spec: { rules: [{ http: { paths: [{ backend: ${backend} }] } }] }
`;
  expect(uses(ingress('{ service: { name: db, port: { name: sql } } }', 'networking.k8s.io/v1'))).toEqual(['ingress sql']);
  expect(uses(ingress('{ serviceName: db, servicePort: 5432 }', 'extensions/v1beta1'))).toEqual(['ingress 5432']);
  const route =
    'apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: { name: r }\nspec: { rules: [{ backendRefs: [{ name: db, port: 1 }] }] }\n';
  expect(uses(route)).toEqual(['route 1']);
  const mesh =
    'apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: { name: v }\nspec: { http: [{ route: [{ destination: { host: db.default.svc.cluster.local, port: { number: 2 } } }] }] }\n';
  expect(uses(mesh)).toEqual(['route 2']);
});

test('a webhook calls port 443 where none is written, and a kind of another project is no Service', () => {
  const webhook = (port: string): string =>
    `apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingWebhookConfiguration\nmetadata: { name: w }\nwebhooks: [{ clientConfig: { service: { name: db${port} } } }]\n`;
  expect(uses(webhook(''))).toEqual(['webhook 443']);
  expect(uses(webhook(', port: 8443'))).toEqual(['webhook 8443']);
  const traefik = (kind: string): string =>
    `apiVersion: traefik.io/v1alpha1\nkind: IngressRoute\nmetadata: { name: i }\nspec: { routes: [{ services: [{ name: db, kind: ${kind}, port: 1 }] }] }\n`;
  expect(uses(traefik('Service'))).toEqual(['route 1']);
  expect(uses(traefik('TraefikService'))).toEqual([]);
});

test('a StatefulSet uses the Service that it names, and so does a Rollout', () => {
  expect(uses('apiVersion: apps/v1\nkind: StatefulSet\nmetadata: { name: s }\nspec: { serviceName: db }\n')).toEqual(['service-name']);
  const rollout = 'apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata: { name: r }\nspec: { strategy: { canary: { stableService: db } } }\n';
  expect(uses(rollout)).toEqual(['route']);
});

test.each([
  ['args: [--health-addr=:9440]', [9440]],
  ['args: [--health-probe-bind-address, "0.0.0.0:8081"]', [8081]],
  ['env: [{ name: HEALTH_CHECK_PORT, value: "8086" }]', [8086]],
  ['args: [--metrics-bind-address=:8080, --health-timeout=30]', []],
  ['args: [--health-probe-bind-address=0]', []],
])('a container with %s answers for its health on %j', (container, expected) => {
  const [first] = clusterOf(pod(container)).containers;
  expect(first && findHealthListeners(first).map(({ port }) => port)).toEqual(expected);
});
