import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../src/core/engine/settings.ts';
import { buildClusters } from '../../../src/core/model/build-clusters.ts';
import { SETTLED, settledWith, type Environment } from '../../../src/core/predict/endpoints/environment.ts';
import { predictEndpoints } from '../../../src/core/predict/endpoints/predict-endpoints.ts';
import type { ServiceEndpoints } from '../../../src/core/predict/endpoints/types.ts';
import { nameEndpoints, renderPort } from '../../../src/core/report/endpoint-names.ts';
import { parseSource } from '../../../src/core/yaml/parse-source.ts';

/** What a test looks at: `IPv4 80/TCP: Deployment/web`, and the doubts. */
function brief({ slices, doubts }: ServiceEndpoints): { readonly slices: readonly string[]; readonly doubts: readonly string[] } {
  const lines = slices.map(({ addressType, ports, endpoints }) => `${addressType} ${ports.map(renderPort).join()}: ${nameEndpoints(endpoints).join()}`);
  return { slices: lines, doubts: doubts.map(({ reason }) => reason) };
}

function predictFiles(files: Readonly<Record<string, string>>, environment: Environment = SETTLED): ReturnType<typeof brief>[] {
  const sources = Object.entries(files).map(([path, text]) => parseSource(path, text));
  return buildClusters(sources, DEFAULT_SETTINGS).clusters.flatMap(cluster => predictEndpoints(cluster, environment).map(brief));
}

function predict(text: string, environment?: Environment): ReturnType<typeof brief> | undefined {
  return predictFiles({ 'all.yaml': text }, environment)[0];
}

const service = (spec = '', metadata = ''): string => `
apiVersion: v1
kind: Service
metadata: { name: web${metadata} }
spec: { selector: { app: web }, ports: [{ port: 80, targetPort: http }]${spec} }
`;

const workload = (kind: string, spec = '', metadata = '', container = ''): string => `---
apiVersion: apps/v1
kind: ${kind}
metadata: { name: web${metadata} }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: "web:1", ports: [{ containerPort: 8080, name: http${container} }] }] }
${spec}`;

describe('values that are not known', () => {
  it('say so instead of a wrong number of pods', () => {
    const doubts = ['how many pods Deployment "web" makes is not known'];
    expect(predict(service() + workload('Deployment', '  replicas: ${REPLICAS}\n'))).toEqual({ slices: [], doubts });
  });

  it('say so for a target port, a container port and a selector', () => {
    expect(predict(service().replace('targetPort: http', 'targetPort: "${PORT}"') + workload('Deployment'))?.slices).toEqual([]);
    expect(predict(service() + workload('Deployment', '', '', ', protocol: "${PROTOCOL}"'))?.doubts).toEqual(['a port of container "web" is not known']);
    expect(predict(service().replace('{ app: web }', '"${SELECTOR}"') + workload('Deployment'))?.doubts).toEqual(['its type or selector is not known']);
  });

  it('keep what is sure: the pods of the other workload', () => {
    const other = workload('Deployment').replace('name: web }', 'name: other }').replace('{ app: web } }\n    spec', '{ app: "${APP}" } }\n    spec');
    expect(predict(service() + workload('Deployment') + other)).toEqual({
      slices: ['IPv4 8080/TCP: Deployment/web'],
      doubts: ['whether Deployment "other" has the labels that it selects is not known'],
    });
  });

  it('do not matter where another value decides', () => {
    const publish = service(', publishNotReadyAddresses: "${PUBLISH}"');
    expect(predict(publish + workload('Deployment'))).toEqual({ slices: ['IPv4 8080/TCP: Deployment/web'], doubts: [] });
  });
});

describe('objects that may or may not be there', () => {
  it('a namespace of its own against none is not known', () => {
    const [doubt] = predict(service() + workload('Deployment', '', ', namespace: shop'))?.doubts ?? [];
    expect(doubt).toBe('whether Deployment "web" is in its namespace is not known');
    expect(predict(service('', ', namespace: shop') + workload('Deployment', '', ', namespace: shop'))?.slices).toEqual(['IPv4 8080/TCP: Deployment/web']);
    expect(predict(service('', ', namespace: shop') + workload('Deployment', '', ', namespace: other'))).toEqual({ slices: ['IPv4 : '], doubts: [] });
  });

  it('an open set leaves a Service without pods undecided, and one with pods as it is', () => {
    const operator = '---\napiVersion: example.com/v1\nkind: Shop\nmetadata: { name: shop }\n';
    expect(predict(service() + operator)).toEqual({ slices: [], doubts: ['Shop "shop" may make objects that are not shown'] });
    expect(predict(service() + workload('Deployment') + operator)).toEqual({ slices: ['IPv4 8080/TCP: Deployment/web'], doubts: [] });
  });

  it('scopes do not see each other', () => {
    const files = { 'a/service.yaml': service(), 'a/web.yaml': workload('Deployment'), 'b/service.yaml': service(), 'b/web.yaml': workload('StatefulSet') };
    expect(predictFiles(files).flatMap(({ slices }) => slices)).toEqual(['IPv4 8080/TCP: Deployment/web', 'IPv4 8080/TCP: StatefulSet/web-0']);
  });

  it('two manifests of one workload in a directory are alternatives', () => {
    const files = { 'service.yaml': service(), 'one.yaml': workload('Deployment'), 'two.yaml': workload('Deployment') };
    expect(new Set(predictFiles(files)[0]?.doubts)).toEqual(new Set(['Deployment "web" stands in several files']));
  });
});

describe('the environment', () => {
  it('a DaemonSet has one pod a node', () => {
    expect(predict(service() + workload('DaemonSet'))?.slices).toEqual(['IPv4 8080/TCP: DaemonSet/web (one a node)']);
    expect(predict(service() + workload('DaemonSet'), { ...SETTLED, nodes: 2 })?.slices).toEqual(['IPv4 8080/TCP: DaemonSet/web (2)']);
  });

  it('configured networks tell the families', () => {
    const text = service(', ipFamilyPolicy: PreferDualStack') + workload('Deployment');
    expect(predict(text, settledWith(['fd00::/108']))?.slices).toEqual(['IPv6 8080/TCP: Deployment/web']);
    expect(predict(text)?.slices).toHaveLength(2);
  });

  it('a slice holds a hundred endpoints', () => {
    const { slices } = predict(service() + workload('Deployment', '  replicas: 250\n')) ?? { slices: [] };
    expect(slices.map(line => line.replace(/.*: /, ''))).toEqual(['Deployment/web (100)', 'Deployment/web (100)', 'Deployment/web (50)']);
  });

  it('a workload with more pods than can be listed is not listed', () => {
    expect(predict(service() + workload('Deployment', '  replicas: 2000000000\n'))?.doubts).toEqual(['Deployment "web" makes more than 10000 pods']);
  });
});

describe('output of kubectl get', () => {
  const pod = (status: string, owner = ''): string => `---
apiVersion: v1
kind: Pod
metadata: { name: web-1, uid: 1a, labels: { app: web }${owner} }
spec: { containers: [{ name: web, image: "web:1", ports: [{ containerPort: 8080, name: http }] }] }
status: ${status}
`;

  it('tells the state of a pod', () => {
    expect(predict(service() + pod('{ phase: Succeeded, podIP: 10.0.0.1 }'))?.slices).toEqual(['IPv4 : ']);
    expect(predict(service() + pod('{ phase: Running, podIP: 10.0.0.1, conditions: [{ type: Ready, status: "False" }] }'))?.slices).toEqual([
      'IPv4 8080/TCP: Pod/web-1 (not ready)',
    ]);
  });

  it('does not count a pod beside the object that made it', () => {
    const owned = pod('{ phase: Running, podIP: 10.0.0.1 }', ', ownerReferences: [{ kind: Deployment, name: web, controller: true }]');
    expect(predict(service() + workload('Deployment') + owned)?.slices).toEqual(['IPv4 8080/TCP: Deployment/web']);
  });

  it('shows the slices of the controller where no workload explains them', () => {
    const slice = `---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata: { name: web-abc, uid: 2b, labels: { kubernetes.io/service-name: web, endpointslice.kubernetes.io/managed-by: endpointslice-controller.k8s.io } }
addressType: IPv4
ports: [{ port: 8080 }]
endpoints: [{ addresses: [10.0.0.9], conditions: { ready: true } }]
`;
    expect(predict(service() + slice)?.slices).toEqual(['IPv4 8080/TCP: 10.0.0.9']);
    expect(predict(service() + workload('Deployment') + slice)?.slices).toEqual(['IPv4 8080/TCP: Deployment/web']);
  });
});

describe('hand-made endpoints', () => {
  const bare = 'apiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec: { ports: [{ port: 80 }] }\n';
  const slice = (label: string, address = '192.0.2.1'): string => `---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata: { name: web-1, labels: { kubernetes.io/service-name: ${label} } }
addressType: IPv4
ports: [{ port: 80 }]
endpoints: [{ addresses: ["${address}"] }]
`;

  it('are taken as they are written, unless a value hides them', () => {
    expect(predict(bare + slice('web'))).toEqual({ slices: ['IPv4 80/TCP: 192.0.2.1'], doubts: [] });
    expect(predict(bare + slice('web', '${ADDRESS}'))?.doubts).toEqual(['EndpointSlice "web-1" holds values that are not known']);
    expect(predict(bare + slice('"${NAME}"'))?.doubts).toEqual(['whether EndpointSlice "web-1" belongs to it is not known']);
  });

  it('are deleted where they carry the label of a controller that has not made them', () => {
    const claimed = slice('web, endpointslice.kubernetes.io/managed-by: endpointslicemirroring-controller.k8s.io');
    expect(predict(bare + claimed)).toEqual({ slices: [], doubts: [] });
  });
});
