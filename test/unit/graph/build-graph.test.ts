import { describe, expect, test } from 'vitest';
import { focusOn } from '../../../src/core/graph/focus.ts';
import { edgesOf, graphOf } from './graph-of.ts';

const WEB = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      serviceAccountName: web
      containers:
        - name: web
          image: registry.example.com/web:1
          ports: [{ name: http, containerPort: 8080 }]
          env:
            - { name: CART, value: 'http://cart:8080' }
            - { name: PASSWORD, value: hunter2hunter2 }
          envFrom: [{ configMapRef: { name: web } }, { secretRef: { name: sealed } }]
      volumes:
        - { name: tls, secret: { secretName: absent, optional: true } }
        - { name: later, configMap: { name: '{{ .Values.name }}' } }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: web, namespace: shop }
data: { COLOR: red-or-green }
---
apiVersion: bitnami.com/v1alpha1
kind: SealedSecret
metadata: { name: sealed, namespace: shop }
spec: { encryptedData: { KEY: AgA } }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec:
  selector: { app: web }
  ports: [{ name: http, port: 80, targetPort: http }]
---
apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec:
  selector: { app: cart }
  ports: [{ port: 8080 }]
---
apiVersion: v1
kind: Pod
metadata: { name: cart, namespace: shop, labels: { app: cart } }
spec: { containers: [{ name: cart, image: 'cart:1' }] }
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: edge, namespace: shop }
spec:
  ingressClassName: nginx
  tls: [{ hosts: [shop.example.com], secretName: shop-tls }]
  rules:
    - host: shop.example.com
      http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: web, port: { name: http } } } }] }
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web, namespace: shop }
spec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }, maxReplicas: 3, metrics: [{ type: Pods, pods: { metric: { name: requests }, target: { type: AverageValue, averageValue: "10" } } }] }
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web, namespace: shop }
spec: { minAvailable: 1, selector: { matchLabels: { app: web } } }
`;

describe('what connects objects', () => {
  test('goes from the edge to what pods are given', async () => {
    expect(edgesOf(await graphOf({ 'web.yaml': WEB })).sort()).toEqual([
      'Deployment/shop/web -calls-> Service/shop/cart | :8080',
      'Deployment/shop/web -env from-> ConfigMap/shop/web',
      'Deployment/shop/web -env from-> Secret/shop/sealed',
      'Deployment/shop/web -runs as-> ServiceAccount/shop/web | absent',
      'Deployment/shop/web -volume-> ConfigMap/shop/{{ .Values.name }} | possible',
      'Deployment/shop/web -volume-> Secret/shop/absent | absent',
      'HorizontalPodAutoscaler/shop/web -scales-> Deployment/shop/web',
      'Host/shop/https://shop.example.com -enters-> Ingress/shop/edge',
      'Ingress/shop/edge -TLS-> Secret/shop/shop-tls | absent',
      'Ingress/shop/edge -sends to-> Service/shop/web | / :http',
      'PodDisruptionBudget/shop/web -protects-> Deployment/shop/web',
      'SealedSecret/shop/sealed -makes-> Secret/shop/sealed',
      'Service/shop/cart -selects-> Pod/shop/cart | 8080',
      'Service/shop/web -selects-> Deployment/shop/web | 80 → http',
    ]);
  });

  test('each end tells where it is, and what it is', async () => {
    const { nodes } = await graphOf({ 'web.yaml': WEB });
    const service = nodes.find(({ id }) => id === 'Service/shop/web');
    expect(service).toMatchObject({ path: 'web.yaml', line: 34, role: 'service', state: 'present' });
    expect(service?.facts).toContainEqual({ label: 'Selector', text: 'app=web' });
    expect(nodes.find(({ id }) => id === 'Secret/shop/sealed')).toMatchObject({ state: 'made', path: null });
    expect(nodes.find(({ id }) => id === 'ConfigMap/shop/{{ .Values.name }}')).toMatchObject({ state: 'unknown' });
    expect(nodes.find(({ kind }) => kind === 'Ingress')?.facts).toContainEqual({ label: 'Class', text: 'IngressClass nginx, not in these files' });
  });

  test('values of ConfigMaps, Secrets and variables are in no graph', async () => {
    expect(JSON.stringify(await graphOf({ 'web.yaml': WEB }))).not.toMatch(/hunter2|red-or-green|AgA/);
  });

  test('two scopes that name their objects alike stay apart', async () => {
    const { groups, nodes } = await graphOf({ 'a/web.yaml': WEB, 'b/web.yaml': WEB });
    expect(groups.map(({ scope }) => scope)).toEqual(['a', 'b']);
    expect(nodes.map(({ id }) => id)).toEqual(expect.arrayContaining(['a/Service/shop/web', 'b/Service/shop/web']));
  });

  test('the focus keeps what leads to an object, what it leads to, and what acts on its pods', async () => {
    const graph = await graphOf({ 'web.yaml': WEB });
    const kept = focusOn(graph, 'service/cart')?.nodes.map(({ id }) => id);
    expect(kept).toEqual(expect.arrayContaining(['Service/shop/cart', 'Pod/shop/cart', 'Deployment/shop/web', 'Ingress/shop/edge']));
    expect(kept).not.toContain('ConfigMap/shop/web');
    expect(focusOn(graph, 'nobody')).toBeUndefined();
  });
});

describe('what is broken', () => {
  const broken = async (from: string, to: string): Promise<readonly string[]> => {
    const graph = await graphOf({ 'web.yaml': WEB.replace(from, to) });
    return graph.edges
      .filter(edge => edge.broken !== null)
      .map(edge => `${edge.from} ${edge.to} ${edge.findings.map(number => graph.findings[number]?.rule ?? '').join()}`);
  };

  test('a selector that meets no pods leads to the pods that it nearly meets', async () => {
    expect(await broken('selector: { app: web }', 'selector: { app: wbe }')).toEqual(['Service/shop/web Deployment/shop/web service-selects-no-pods']);
  });

  test('a port that no container declares breaks the way to the pods', async () => {
    expect(await broken('targetPort: http', 'targetPort: htpp')).toEqual(['Service/shop/web Deployment/shop/web target-port-unresolved']);
  });

  test('a finding of a node port breaks the way in, and not the way on', async () => {
    expect(await broken('targetPort: http }]', 'targetPort: http, nodePort: 1 }]\n  type: NodePort')).toEqual([
      'Node port/shop/:1 Service/shop/web node-port-out-of-range',
    ]);
  });

  test('what is suppressed breaks nothing', async () => {
    expect(await broken('selector: { app: web }', 'selector: { app: wbe } # svclint-disable-line -- known')).toEqual([]);
  });

  test('nothing is broken where nothing is found', async () => {
    expect(await broken('', '')).toEqual([]);
  });
});
