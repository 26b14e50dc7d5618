import { describe, expect, test } from 'vitest';
import { useCli } from '../harness/run-cli.ts';

const run = useCli();

const EDGE = `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: edge
  namespace: shop
spec:
  ingressClassName: nginx
  tls:
    - hosts: [shop.example.com]
      secretName: shop-tls
  rules:
    - host: shop.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend: { service: { name: web, port: { name: http } } }
          - path: /cart
            pathType: Prefix
            backend: { service: { name: cart, port: { number: 8080 } } }
          - path: /search
            pathType: Exact
            backend: { service: { name: "{{ .Values.search }}", port: { number: 80 } } }
`;

const service = (name: string): string => `---
apiVersion: v1
kind: Service
metadata: { name: ${name}, namespace: shop }
spec: { selector: { app: web }, ports: [{ name: http, port: 80, targetPort: 9090 }] }
`;

const WEB = `${service('web')}${service('cart')}---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  replicas: 2
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: "web:1", ports: [{ containerPort: 9090 }] }] }
`;

/** What `svclint routes` says of the Ingress and what is behind it. */
function routes(args: readonly string[], edge = EDGE): { stdout: string; stderr: string; code: number | null } {
  const { stdout, stderr, code } = run({ 'edge.yaml': edge, 'web.yaml': WEB }, ['routes', ...args, '.']);
  return { stdout, stderr, code };
}

describe('svclint routes', () => {
  test('prints a line a route in the order in which they win, with where it goes or why it does not', () => {
    const lines = [
      'NAMESPACE   INGRESS   CLASS   HOST               PATH      MATCH    TLS        BACKEND     PODS',
      'shop        edge      nginx   shop.example.com   /search   Exact    shop-tls   ?:80        <unknown>: the name of its Service is not known',
      'shop        edge      nginx   shop.example.com   /cart     Prefix   shop-tls   cart:8080   <broken>: Service "cart" has no port 8080: it has 80 "http"  [ingress-backend-port-missing]',
      'shop        edge      nginx   shop.example.com   /         Prefix   shop-tls   web:http    Deployment/web (2) on 9090',
    ];
    expect(routes([])).toEqual({ stdout: `${lines.join('\n')}\n`, stderr: '', code: 0 });
  });

  test('columns in which no line says anything are left out', () => {
    const plain = EDGE.replace('  namespace: shop\n', '').replace(/ {2}ingressClassName[^]* {2}rules/, '  rules');
    expect(routes([], plain).stdout).toMatch(/^INGRESS {3}HOST {15}PATH {6}MATCH {4}BACKEND {5}PODS\n/);
  });

  test('without Ingresses', () => {
    expect(routes([], 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n')).toEqual({ stdout: 'No routes found\n', stderr: '', code: 0 });
  });

  test('as JSON and YAML', () => {
    const { stdout } = routes(['--format', 'json']);
    const { routes: values } = JSON.parse(stdout) as { routes: readonly Readonly<Record<string, unknown>>[] };
    expect(values).toHaveLength(3);
    expect(values[2]).toEqual({
      from: { kind: 'Ingress', namespace: 'shop', name: 'edge', path: 'edge.yaml', line: 15 },
      host: 'shop.example.com',
      path: '/',
      match: 'Prefix',
      tls: { secret: 'shop-tls', ends: 'ingress' },
      backend: { kind: 'Service', namespace: 'shop', name: 'web', port: 'http', weight: null },
      targets: [{ pod: { kind: 'Deployment', name: 'web' }, port: 9090 }],
      breaks: null,
      scope: '',
      undecided: null,
    });
    expect(values[1]).toMatchObject({
      targets: [],
      breaks: { rule: 'ingress-backend-port-missing', message: 'Service "cart" has no port 8080: it has 80 "http"' },
      undecided: null,
    });
    expect(values[0]).toMatchObject({ backend: { name: null, port: 80 }, targets: [], breaks: null, undecided: 'the name of its Service is not known' });
    expect(routes(['-f', 'yaml']).stdout).toContain('  host: shop.example.com\n  path: /\n  match: Prefix\n');
  });
});

describe('svclint routes --url', () => {
  test('tells each hop with its line', () => {
    const lines = [
      'https://shop.example.com/offers?page=2',
      '',
      'TLS:      ends at ingress-nginx  (edge.yaml:9)',
      'Secret:   "shop-tls" is not in these files  (edge.yaml:10)',
      'Ingress:  "edge" of class nginx takes host shop.example.com, path / (Prefix)  (edge.yaml:15)',
      'Service:  "web", port 80 "http", spoken to in HTTP  (web.yaml:5)',
      'Pods:     Deployment/web, 2 pods on 9090  (web.yaml:14)',
      '',
      'It reaches Deployment/web.',
    ];
    expect(routes(['--url', 'https://shop.example.com/offers?page=2'])).toEqual({ stdout: `${lines.join('\n')}\n`, stderr: '', code: 0 });
  });

  test('exits with 1 where the way ends, and names the rule that explains it', () => {
    const { stdout, code } = routes(['--url', 'http://shop.example.com/cart']);
    expect(stdout).toContain('Redirect:     ingress-nginx answers http with the same URL under https, and then  (edge.yaml:9)\n');
    expect(stdout).toContain('Passed over:  path / (Prefix), which leads to web:http  (edge.yaml:15)\n');
    expect(stdout).toContain('Broken:       Service "cart" has no port 8080: it has 80 "http"  (edge.yaml:20)\n');
    expect(stdout).toMatch(/\nIt ends there: svclint explain ingress-backend-port-missing\n$/);
    expect(code).toBe(1);
  });

  test('exits with 0 where it is not known', () => {
    const { stdout, code } = routes(['--url', 'https://shop.example.com/search']);
    expect(stdout).toContain('Not known:    the name of its Service is not known  (edge.yaml:23)\n\nWhether it reaches a pod is not known.\n');
    expect(code).toBe(0);
  });

  test('exits with 1 where no Ingress has the host', () => {
    const said = 'https://other.org/\n\nNo Ingress in these files takes host other.org, and none has a default backend.\n';
    expect(routes(['--url', 'https://other.org/'])).toEqual({ stdout: said, stderr: '', code: 1 });
  });

  test('as JSON', () => {
    const { stdout, code } = routes(['--url', 'https://shop.example.com/cart', '-f', 'json']);
    const value = JSON.parse(stdout) as { answers: readonly unknown[] };
    expect(value.answers).toHaveLength(1);
    expect(value.answers[0]).toMatchObject({
      scope: '',
      class: 'nginx',
      outcome: 'ends',
      undecided: null,
      route: { breaks: { rule: 'ingress-backend-port-missing' } },
    });
    expect(code).toBe(1);
  });

  test.each(['shop.example.com/cart', 'ftp://shop.example.com/', 'https://', 'https://[::1/', 'https://a/%zz'])('%s is no URL of a web page', url => {
    const { stdout, stderr, code } = routes(['--url', url]);
    expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
    expect(stderr).toBe(`svclint: value "${url}" of --url is no URL of a web page\n  Write it as https://shop.example.com/cart\n`);
  });

  test('a password in the URL is not repeated', () => {
    const { stdout } = routes(['--url', 'https://me:hunter2@shop.example.com/']);
    expect(stdout).not.toContain('hunter2');
    expect(stdout).toContain('It reaches Deployment/web.');
  });
});

describe('names that mean harm', () => {
  const hostile = EDGE.replace('name: edge', 'name: "\\e[31medge"')
    .replace('path: /cart', 'path: "/\\u202e\\n::error::x"')
    .replace('host: shop.example.com', 'host: __proto__')
    .replace('name: cart', 'name: constructor');

  test('do nothing to a terminal', () => {
    const { stdout, code } = routes([], hostile);
    expect(stdout).toContain('\\x1b[31medge');
    expect(stdout).toContain('/\\u202e\\n::error::x');
    expect([...stdout].filter(character => character < ' ' && character !== '\n')).toEqual([]);
    expect(code).toBe(0);
  });

  test('are read as they are written by programs', () => {
    const { routes: values } = JSON.parse(routes(['-f', 'json'], hostile).stdout) as { routes: readonly { readonly host: string; readonly path: string }[] };
    expect(values.map(({ host, path }) => [host, path])).toContainEqual(['__proto__', '/\u202e\n::error::x']);
  });

  test('expressions take no time', () => {
    const expression = EDGE.replace('  namespace: shop\n', '  namespace: shop\n  annotations: { nginx.ingress.kubernetes.io/use-regex: "true" }\n')
      .replace('path: /cart', 'path: /(a+)+$')
      .replace('pathType: Exact', 'pathType: Prefix');
    const { stdout } = routes(['--url', `https://shop.example.com/${'a'.repeat(60)}b`], expression);
    expect(stdout).toContain('It reaches Deployment/web.');
  });
});
