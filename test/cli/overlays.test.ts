import { describe, expect, test } from 'vitest';
import { useCli } from '../harness/run-cli.ts';

const run = useCli();

const BASE = {
  'base/kustomization.yaml': 'resources: [cart.yaml]\n',
  'base/cart.yaml': `apiVersion: v1
kind: Service
metadata: { name: cart }
spec:
  selector: { app: cart }
  ports: [{ port: 8080 }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: cart }
spec:
  selector: { matchLabels: { app: cart } }
  template:
    metadata: { labels: { app: cart } }
    spec:
      containers:
        - name: cart
          image: shop/cart:1.4
          ports: [{ containerPort: 8080 }]
          env: [{ name: CART_URL, value: "http://cart:8080" }]
`,
};

const OVERLAYS = {
  ...BASE,
  'dev/kustomization.yaml': 'namePrefix: dev-\nnamespace: dev\nresources: [../base]\n',
  'prod/kustomization.yaml': 'namePrefix: prod-\nnamespace: prod\nresources: [../base]\n',
};

interface Shown {
  readonly message: string;
  readonly scope: string;
  readonly scopes: readonly string[];
  readonly objects: number;
  readonly related: readonly { readonly note: string; readonly location: { readonly path: string } }[];
}

function findingsOf(files: Record<string, string>, args: readonly string[]): readonly Shown[] {
  const { stdout } = run(files, [...args, '--format', 'json']);
  const report = JSON.parse(stdout) as { readonly findings: readonly Shown[] };
  return report.findings;
}

describe('a finding that several overlays have', () => {
  test('is one, in the words of the first of them by name, with the line that makes the difference there', () => {
    const findings = findingsOf(OVERLAYS, ['.']);
    expect(findings).toMatchObject([
      {
        rule: 'kustomization-prefix-breaks-host',
        message: 'Deployment "dev-cart" names host "cart", its Service is "dev-cart", so nobody answers',
        location: { path: 'base/cart.yaml', start: { line: 20 } },
        scope: 'dev',
        scopes: ['dev', 'prod'],
        objects: 1,
      },
    ]);
    expect(findings[0]?.related.map(({ note, location }) => `${location.path}: ${note}`)).toEqual([
      'base/cart.yaml: the Service is "cart" here',
      'dev/kustomization.yaml: namePrefix adds "dev-"',
    ]);
  });

  test('does not depend on the order in which they are given', () => {
    expect(findingsOf(OVERLAYS, ['prod', 'dev', 'base'])).toEqual(findingsOf(OVERLAYS, ['base', 'dev', 'prod']));
  });

  test('tells how many objects of one scope have it', () => {
    const files = { ...OVERLAYS, 'all/kustomization.yaml': 'resources: [../dev, ../prod]\n' };
    expect(findingsOf(files, ['.'])).toMatchObject([{ scopes: ['all'], objects: 2 }]);
  });
});
