import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../src/core/engine/settings.ts';
import { buildClusters } from '../../../src/core/model/build-clusters.ts';
import { predictEndpoints } from '../../../src/core/predict/endpoints/predict-endpoints.ts';
import { renderServiceDescription } from '../../../src/core/report/describe-service.ts';
import { endpointsValue, renderValue, type ScopeEndpoints } from '../../../src/core/report/endpoints-json.ts';
import { renderEndpointsTable } from '../../../src/core/report/endpoints-table.ts';
import { renderYaml } from '../../../src/core/report/yaml.ts';
import { parseSource } from '../../../src/core/yaml/parse-source.ts';

const SHOP = `apiVersion: v1
kind: Service
metadata:
  name: db
  namespace: shop
spec:
  selector: { app: db }
  ports:
  - { name: sql, port: 5432 }
---
apiVersion: v1
kind: Service
metadata: { name: docs }
spec: { type: ExternalName, externalName: docs.example.com }
---
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db, namespace: shop }
spec:
  replicas: 3
  serviceName: db
  selector: { matchLabels: { app: db } }
  template:
    metadata: { labels: { app: db } }
    spec: { containers: [{ name: db, image: "db:1", ports: [{ containerPort: 5432 }] }] }
`;

function predict(text: string): readonly ScopeEndpoints[] {
  const { clusters } = buildClusters([parseSource('shop.yaml', text)], DEFAULT_SETTINGS);
  return clusters.map(cluster => ({ cluster, services: predictEndpoints(cluster) }));
}

it('the table has a row a slice, and one for a Service without slices', () => {
  expect(renderEndpointsTable(predict(SHOP))).toBe(`NAMESPACE   SERVICE   TYPE           ADDRESSTYPE   PORTS          ENDPOINTS
shop        db        ClusterIP      IPv4          sql 5432/TCP   StatefulSet/db-0..2
-           docs      ExternalName   <none>        <none>         alias of docs.example.com
`);
  expect(renderEndpointsTable([])).toBe('No Services found\n');
});

it('the table shows what a terminal would act on', () => {
  expect(renderEndpointsTable(predict(SHOP.replace('name: docs', 'name: "\\e[31mdocs"')))).toContain('\\x1b[31mdocs');
});

it('a description names the file and line of each fact', () => {
  const [service] = predict(SHOP)[0]?.services ?? [];
  const text = service ? renderServiceDescription(service) : '';
  expect(text).toContain('Name:              db  (shop.yaml:4)\nNamespace:         shop  (shop.yaml:5)\n');
  expect(text).toContain('Selector:          app=db  (shop.yaml:7)\n');
  expect(text).toContain('Endpoints:         StatefulSet/db-0..2 on 5432');
  expect(text).toContain('Pods of:           StatefulSet "db"  (shop.yaml:');
});

it('JSON keeps the contract', () => {
  const json: unknown = JSON.parse(renderValue(endpointsValue(predict(SHOP)), 'json'));
  const pod = (index: number): object => ({
    pod: { kind: 'StatefulSet', name: 'db', index },
    address: null,
    hostname: `db-${String(index)}`,
    ready: true,
    serving: true,
    terminating: false,
  });
  expect(json).toMatchObject({
    version: 1,
    services: [
      {
        namespace: 'shop',
        name: 'db',
        type: 'ClusterIP',
        path: 'shop.yaml',
        line: 1,
        undecided: null,
        slices: [
          {
            addressType: 'IPv4',
            managedBy: 'endpointslice-controller.k8s.io',
            ports: [{ name: 'sql', port: 5432, protocol: 'TCP', appProtocol: null }],
            endpoints: [pod(0), pod(1), pod(2)],
          },
        ],
      },
      { namespace: null, name: 'docs', slices: [] },
    ],
  });
});

it('YAML quotes what would read as another value', () => {
  expect(renderYaml({ a: 'yes', b: '1', c: [], d: [{ e: null, f: { g: 'x y' } }], h: {} })).toBe(`a: "yes"
b: "1"
c: []
d:
- e: null
  f:
    g: "x y"
h: {}
`);
});
