import { describe, expect, test } from 'vitest';
import type { Target } from '../../../src/core/model/cluster.ts';
import { labelOf } from '../../../src/core/model/resource.ts';
import { routeContextOf } from '../../../src/core/predict/routes/context.ts';
import { predictRoutes } from '../../../src/core/predict/routes/predict-routes.ts';
import { routeRequest, type RoutedRequest } from '../../../src/core/predict/routes/route-request.ts';
import { valueOf } from '../../../src/core/yaml/field.ts';
import { clusterOf, service, workload } from './shop.ts';

interface Rule {
  readonly host?: string;
  readonly type?: string;
}

const path = (text: string, to: string, type = 'Prefix'): string =>
  `{path: "${text}", pathType: ${type}, backend: {service: {name: ${to}, port: {number: 80}}}}`;

const rule = (paths: readonly string[], { host }: Rule = {}): string =>
  `{${host === undefined ? '' : `host: "${host}", `}http: {paths: [${paths.join(', ')}]}}`;

interface Written {
  readonly name?: string;
  readonly annotations?: string;
  /** Fields of the spec before its rules. */
  readonly spec?: string;
}

function ingress(rules: readonly string[], { name = 'edge', annotations = '', spec = '' }: Written = {}): string {
  return `{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: ${name}, annotations: {${annotations}}}, spec: {${spec}rules: [${rules.join(', ')}]}}\n`;
}

const NODE_PORT = 'type: NodePort, ports: [{port: 80, targetPort: 8080}]';
const backend = (name: string): string => `defaultBackend: {service: {name: ${name}, port: {number: 80}}}, `;

/** A Service with a node port, which every controller reaches, and a Deployment behind it. */
const app = (name: string): string => `${service(name, { app: name }, NODE_PORT)}---\n${workload(name, { app: name })}`;
const APPS = ['a', 'b', 'c'].map(app);

function ask(objects: readonly string[], url: string, target: Partial<Target> = {}): readonly RoutedRequest[] {
  const { protocol, host, pathname } = new URL(url);
  return routeRequest(routeContextOf(clusterOf([...objects, ...APPS], target)), { host, path: decodeURI(pathname), isTls: protocol === 'https:' });
}

/** The Service that a request reaches, `404`, or what hides it. */
function answer(objects: readonly string[], url: string, target: Partial<Target> = {}): string {
  const answers = ask(objects, url, target).map(({ route, outcome, doubts }) => {
    if (outcome === 'unknown') return `unknown: ${[...doubts, ...(route?.to.doubts ?? [])].map(({ reason }) => reason).join('; ')}`;
    if (!route) return '404';
    return route.to.breaks ? `broken: ${route.to.breaks.rule}` : (valueOf(route.backend.service) ?? '?');
  });
  return answers.length === 0 ? 'nobody' : answers.join(' and ');
}

describe('paths of the specification (kubernetes.io/docs/concepts/services-networking/ingress, examples)', () => {
  test.each([
    ['Prefix', ['/'], '/any/path', 'a'],
    ['Exact', ['/foo'], '/foo', 'a'],
    ['Exact', ['/foo'], '/bar', '404'],
    ['Exact', ['/foo'], '/foo/', '404'],
    ['Exact', ['/foo/'], '/foo', '404'],
    ['Exact', ['/foo'], '/FOO', '404'],
    ['Prefix', ['/foo'], '/foo', 'a'],
    ['Prefix', ['/foo'], '/foo/', 'a'],
    ['Prefix', ['/foo/'], '/foo', 'a'],
    ['Prefix', ['/foo/'], '/foo/', 'a'],
    ['Prefix', ['/aaa/bb'], '/aaa/bbb', '404'],
    ['Prefix', ['/aaa/bbb'], '/aaa/bbb', 'a'],
    ['Prefix', ['/aaa/bbb/'], '/aaa/bbb', 'a'],
    ['Prefix', ['/aaa/bbb'], '/aaa/bbb/', 'a'],
    ['Prefix', ['/aaa/bbb'], '/aaa/bbb/ccc', 'a'],
    ['Prefix', ['/aaa/bbb'], '/aaa/bbbxyz', '404'],
    ['Prefix', ['/', '/aaa'], '/aaa/ccc', 'b'],
    ['Prefix', ['/', '/aaa', '/aaa/bbb'], '/aaa/bbb', 'c'],
    ['Prefix', ['/', '/aaa', '/aaa/bbb'], '/ccc', 'a'],
    ['Prefix', ['/aaa'], '/ccc', '404'],
    ['Prefix', [''], '/ccc', 'a'],
  ])('%s %j for %s: %s', (type, paths, asked, expected) => {
    const rules = [rule(paths.map((text, i) => path(text, 'abc'[i] ?? 'a', type)))];
    expect(answer([ingress(rules)], `http://shop.example.com${asked}`)).toBe(expected);
  });

  test('what no path takes goes to the default backend', () => {
    expect(answer([ingress([rule([path('/aaa', 'a')])], { spec: backend('c') })], 'http://x.org/ccc')).toBe('c');
  });

  test.each([
    [[path('/foo', 'a'), path('/foo', 'b', 'Exact')], '/foo', 'b'],
    [[path('/foo', 'a'), path('/foo', 'b', 'Exact')], '/foo/x', 'a'],
    [[path('/', 'a', 'Exact'), path('/', 'b')], '/x', 'b'],
  ])('an exact path goes before a prefix: %j', (paths, asked, expected) => {
    expect(answer([ingress([rule(paths)])], `http://x.org${asked}`)).toBe(expected);
  });
});

describe('hosts of the specification', () => {
  test.each([
    ['*.foo.com', 'bar.foo.com', 'a'],
    ['*.foo.com', 'baz.bar.foo.com', 'nobody'],
    ['*.foo.com', 'foo.com', 'nobody'],
    ['foo.com', 'FOO.com', 'a'],
    ['foo.com', 'foo.com:8443', 'a'],
    ['foo.com', 'foo.com.', 'a'],
  ])('%s and %s: %s', (host, asked, expected) => {
    expect(answer([ingress([rule([path('/', 'a')], { host })])], `http://${asked}/`)).toBe(expected);
  });

  test('the most specific host has the request, whatever stands first', () => {
    const rules = [rule([path('/', 'a')]), rule([path('/', 'b')], { host: '*.foo.com' }), rule([path('/', 'c')], { host: 'bar.foo.com' })];
    const asked = ['bar.foo.com', 'baz.foo.com', 'foo.com'].map(host => answer([ingress(rules)], `http://${host}/`));
    expect(asked).toEqual(['c', 'b', 'a']);
  });

  test('a rule without paths sends its host to the default backend', () => {
    expect(answer([ingress(['{host: foo.com}', rule([path('/', 'b')])], { spec: backend('c') })], 'http://foo.com/x')).toBe('c');
  });

  test('whether less specific hosts are asked depends on the controller', () => {
    const rules = [rule([path('/b', 'b')]), rule([path('/a', 'a')], { host: 'foo.com' })];
    const by = (name: string): string => answer([ingress(rules, { spec: `ingressClassName: ${name}, ` })], 'http://foo.com/b');
    expect([by('nginx'), by('traefik'), by('other')]).toEqual(['404', 'b', 'unknown: whether rules for other hosts are asked too depends on the controller']);
  });
});

describe('what controllers add', () => {
  const SPECIFIC = 'ImplementationSpecific';
  test.each([
    ['nginx', '/foo', '/foobar', 'a'],
    ['traefik', '/foo', '/foobar', 'a'],
    ['haproxy', '/foo', '/foobar', 'a'],
    ['gce', '/foo', '/foo/x', '404'],
    ['gce', '/foo/*', '/foo/x', 'a'],
    ['gce', '/*', '/x', 'a'],
    ['azure-application-gateway', '/baz', '/baz/x', '404'],
    ['azure-application-gateway', '/buzz*', '/buzz/x', 'a'],
    ['alb', '/img/*/small', '/img/7/small', 'a'],
    ['alb', '/img/?', '/img/77', '404'],
    ['alb', '/a.b', '/axb', '404'],
    ['contour', '/foo', '/foobar', 'a'],
    ['contour', '/v[0-9]+', '/v12', 'a'],
    ['contour', '/v[0-9]+', '/v12/x', '404'],
    ['kong', '/~/v\\\\d+$', '/v12', 'a'],
    ['kong', '/foo', '/foobar', 'a'],
    ['istio', '/foo.*', '/foobar', 'a'],
    ['istio', '/foo', '/foobar', '404'],
    ['cilium', '/impl.+', '/implx', 'a'],
    ['cilium', '/impl', '/implx', '404'],
    ['other', '/foo', '/foo', 'a'],
    ['other', '/foo', '/bar', '404'],
    ['other', '/foo', '/foobar', 'unknown: whether path "/foo" takes it is not known'],
    ['other', '/a(b|c)', '/ab', 'unknown: whether path "/a(b|c)" takes it is not known'],
  ])('%s reads %s of no type of its own: %s is %s', (name, text, asked, expected) => {
    expect(answer([ingress([rule([path(text, 'a', SPECIFIC)])], { spec: `ingressClassName: ${name}, ` })], `http://x.org${asked}`)).toBe(expected);
  });

  test('Traefik and NGINX Inc. compare the characters of a prefix', () => {
    const by = (name: string, annotations = ''): string =>
      answer([ingress([rule([path('/foo', 'a')])], { annotations, spec: `ingressClassName: ${name}, ` })], 'http://x.org/foobar');
    expect([by('traefik'), by('nginx'), by('nginx', 'nginx.org/rewrites: x')]).toEqual(['a', '404', 'a']);
  });

  const nginx = (annotations: string, name = 'edge'): Written => ({ name, annotations, spec: 'ingressClassName: nginx, ' });
  const REGEX = 'nginx.ingress.kubernetes.io/use-regex: "true"';

  test('an Ingress that asks ingress-nginx for expressions asks for all paths of the host', () => {
    const expressions = ingress([rule([path('/v[0-9]+', 'a', SPECIFIC)], { host: 'foo.com' })], nginx(REGEX));
    const plain = ingress([rule([path('/FOO/bar', 'b', 'Exact')], { host: 'foo.com' }), rule([path('/x', 'c', 'Exact')])], nginx('', 'plain'));
    const asked = ['foo.com/v1', 'foo.com/V2/x', 'foo.com/foo/barbaz', 'org.com/X'].map(url => answer([expressions, plain], `http://${url}`));
    expect(asked).toEqual(['a', 'a', 'b', '404']);
  });

  test('an expression that RE2 does not know is not guessed', () => {
    expect(answer([ingress([rule([path('/(?!x)', 'a', SPECIFIC)])], nginx(REGEX))], 'http://x.org/y')).toContain('unknown: whether path "/(?!x)"');
  });

  test('an alias is a host of its own', () => {
    const aliased = ingress([rule([path('/', 'a')], { host: 'foo.com' })], nginx('nginx.ingress.kubernetes.io/server-alias: "bar.com, baz.com"'));
    expect([answer([aliased], 'http://baz.com/'), answer([aliased], 'http://qux.com/')]).toEqual(['a', 'nobody']);
  });

  test('a canary takes a part and never the place of its main Ingress', () => {
    const canary = 'nginx.ingress.kubernetes.io/canary: "true", nginx.ingress.kubernetes.io/canary-weight: "20"';
    const [found] = ask([ingress([rule([path('/', 'b')])], nginx(canary, 'canary')), ingress([rule([path('/', 'a')])], nginx(''))], 'http://x.org/');
    expect([found?.outcome, found?.route && valueOf(found.route.backend.service), found?.canaries.map(({ weight }) => weight)]).toEqual(['reaches', 'a', [20]]);
  });

  test('the AWS Load Balancer Controller asks rules as they are written, of each exact paths first', () => {
    const rules = [rule([path('/*', 'a', SPECIFIC), path('/x', 'b', 'Exact'), path('/x', 'c')]), rule([path('/', 'b')], { host: 'foo.com' })];
    const asked = ['/x', '/x/y', '/z'].map(text => answer([ingress(rules, { spec: 'ingressClassName: alb, ' })], `http://foo.com${text}`));
    expect(asked).toEqual(['b', 'c', 'a']);
  });

  test.each([
    ['instance', 'needs a node port, which Service "web" of type ClusterIP does not have'],
    ['ip', 'web'],
  ])('its target type %s', (type, expected) => {
    const annotations = `alb.ingress.kubernetes.io/target-type: ${type}`;
    const written = ingress([rule([path('/', 'web')])], { annotations, spec: 'ingressClassName: alb, ' });
    expect(answer([written, service('web', { app: 'a' })], 'http://x.org/')).toContain(expected);
  });

  test('a backend may be an annotation', () => {
    const redirect = '{path: /, pathType: Prefix, backend: {service: {name: ssl-redirect, port: {name: use-annotation}}}}';
    const [found] = ask([ingress([rule([redirect])], { spec: 'ingressClassName: alb, ' })], 'http://x.org/');
    expect([found?.outcome, found?.route?.to.action]).toEqual(['reaches', 'ssl-redirect']);
  });
});

describe('backends', () => {
  const to = (port: string, spec = '', name = 'web'): string =>
    ingress([rule([`{path: /, pathType: Prefix, backend: {service: {name: ${name}, port: {${port}}}}}`])], { spec });
  const web = (ports: string): string => `${service('web', { app: 'web' }, ports)}---\n${workload('web', { app: 'web' })}`;
  const HTTP = web('ports: [{name: http, port: 80, targetPort: 8080}]');

  test.each([
    ['number: 80', 'web'],
    ['name: http', 'web'],
    ['number: 8080', 'broken: ingress-backend-port-missing'],
    ['name: https', 'broken: ingress-backend-port-missing'],
    ['number: "{{ .port }}"', 'unknown: its port is not known'],
  ])('port {%s}: %s', (port, expected) => {
    expect(answer([to(port), HTTP], 'http://x.org/')).toBe(expected);
  });

  test('ingress-nginx takes a targetPort', () => {
    expect(answer([to('number: 8080', 'ingressClassName: nginx, '), HTTP], 'http://x.org/')).toBe('web');
  });

  test.each([
    ['a Service of nearly that name', to('number: 80', '', 'wbe'), 'broken: ingress-backend-missing', {}],
    ['a Service that nothing is like', to('number: 80', '', 'other'), 'unknown: Service "other" is not in these files', {}],
    ['nothing else exists', to('number: 80', '', 'other'), 'broken: ingress-backend-missing', { complete: true }],
    ['a template', to('number: 80', '', '"{{ .name }}"'), 'unknown: the name of its Service is not known', {}],
  ])('%s: %s', (_, written, expected, target) => {
    expect(answer([written, HTTP], 'http://x.org/', target)).toBe(expected);
  });

  test.each([
    ['ports: [{port: 80, targetPort: http}]', 'broken: target-port-unresolved'],
    ['ports: [{port: 80, protocol: UDP}]', 'broken: ingress-backend-unsupported-protocol'],
  ])('a Service with %s: %s', (ports, expected) => {
    expect(answer([to('number: 80'), web(ports)], 'http://x.org/')).toBe(expected);
  });

  test('pods that do not run, and pods that are not there', () => {
    const scaled = `${service('web', { app: 'web' })}---\n${workload('web', { app: 'web' }, { spec: 'replicas: 0, ' })}`;
    expect(answer([to('number: 80'), scaled], 'http://x.org/')).toBe('broken: service-selects-scaled-to-zero');
    expect(answer([to('number: 80'), service('web', { app: 'nobody' })], 'http://x.org/', { complete: true })).toBe('broken: service-selects-no-pods');
  });

  test.each([
    ['nginx', 'web'],
    ['alb', 'broken: ingress-backend-is-external-name'],
    ['traefik', 'unknown: Service "web" is an ExternalName, which Traefik refuses unless a setting allows it'],
  ])('an ExternalName under %s', (name, expected) => {
    const external = service('web', {}, 'type: ExternalName, externalName: web.example.com');
    expect(answer([to('number: 80', `ingressClassName: ${name}, `), external], 'http://x.org/')).toBe(expected);
  });
});

describe('several Ingresses', () => {
  const named = (name: string, to: string, text = '/', host = 'foo.com'): string =>
    ingress([rule([path(text, to)], { host })], { name, spec: 'ingressClassName: nginx, ' });

  test('of one class are merged', () => {
    expect(answer([named('one', 'a'), named('two', 'b', '/b')], 'http://foo.com/b')).toBe('b');
  });

  test('with the same claim: the older one has it, and no file tells which that is', () => {
    expect(answer([named('one', 'a'), named('two', 'b')], 'http://foo.com/')).toBe('unknown: Ingress "two" claims the same path, and the older Ingress has it');
    expect(answer([named('one', 'a'), named('two', 'a')], 'http://foo.com/')).toBe('a');
  });

  test('of two classes both answer', () => {
    const other = ingress([rule([path('/', 'b')], { host: 'foo.com' })], { name: 'other', spec: 'ingressClassName: traefik, ' });
    expect(answer([named('one', 'a'), other], 'http://foo.com/')).toBe('a and b');
  });

  test('the AWS Load Balancer Controller joins those of one group, in their order', () => {
    const grouped = (name: string, order: number, to: string): string =>
      ingress([rule([path('/', to)])], {
        name,
        annotations: `alb.ingress.kubernetes.io/group.name: g, alb.ingress.kubernetes.io/group.order: "${String(order)}", alb.ingress.kubernetes.io/target-type: ip`,
        spec: 'ingressClassName: alb, ',
      });
    expect(ask([grouped('one', 2, 'a'), grouped('two', 1, 'b')], 'http://x.org/').map(({ route }) => route && valueOf(route.backend.service))).toEqual(['b']);
  });
});

describe('TLS', () => {
  const tls = 'tls: [{hosts: [foo.com, "*.bar.com"], secretName: own}, {secretName: rest}], ';
  const ends = (host: string, spec: string, annotations = ''): unknown =>
    ask([ingress([rule([path('/', 'a')])], { annotations, spec })], `https://${host}/`).map(({ route }) => [
      route?.tls?.ends,
      route?.tls?.secret && valueOf(route.tls.secret),
    ]);

  test('ends with the Secret of the entry that has the host of the rule', () => {
    const table = predictRoutes(
      routeContextOf(
        clusterOf([
          ingress(
            ['foo.com', 'x.bar.com', 'other.org'].map(host => rule([path('/', 'a')], { host })),
            { spec: tls },
          ),
          ...APPS,
        ]),
      ),
    );
    expect(table.map(({ tls: found }) => found?.secret && valueOf(found.secret))).toEqual(['own', 'own', 'rest']);
  });

  test.each([
    ['none is for the host', 'tls: [{hosts: [other.org], secretName: own}], ', '', [[undefined, undefined]]],
    ['passed through', 'ingressClassName: nginx, ', 'nginx.ingress.kubernetes.io/ssl-passthrough: "true"', [['pod', undefined]]],
    ['kept outside', 'ingressClassName: alb, ', 'alb.ingress.kubernetes.io/certificate-arn: "arn:x"', [['ingress', undefined]]],
    ['hidden', 'tls: [{hosts: ["{{ .host }}"], secretName: own}], ', '', [['unknown', undefined]]],
  ])('%s', (_, spec, annotations, expected) => {
    expect(ends('foo.com', spec, annotations)).toEqual(expected);
  });
});

describe('what is not known', () => {
  test.each([
    ['a host', ingress([rule([path('/', 'a')], { host: '{{ .host }}' }), rule([path('/', 'b')])]), 'whether a host that is not known is this one'],
    ['a path', ingress([rule([path('/{{ .path }}', 'a'), path('/', 'b')])]), 'whether a path that is not known takes it'],
    ['a type', ingress([rule([path('/x*', 'a', '"{{ .type }}"'), path('/', 'b')])]), 'whether path "/x*" takes it'],
    ['a class', ingress([rule([path('/x', 'a')])], { spec: 'ingressClassName: "{{ .class }}", ' }), 'the class of Ingress "edge"'],
  ])('%s that is a template is no answer', (_, written, expected) => {
    expect(answer([written], 'http://x.org/x')).toContain(`unknown: ${expected}`);
  });
});

test('the table names the routes in the order in which they win', () => {
  const rules = [
    rule([path('/', 'a'), path('/long', 'b'), path('/long', 'c', 'Exact')]),
    rule([path('/', 'b')], { host: '*.x.org' }),
    rule([path('/', 'c')], { host: 'x.org' }),
  ];
  const routes = predictRoutes(routeContextOf(clusterOf([ingress(rules, { spec: backend('a') }), ...APPS])));
  expect(
    routes.map(({ host, path: written, match, to }) =>
      [valueOf(host), written && valueOf(written.path), match, to.service && labelOf(to.service.resource)].join(' '),
    ),
  ).toEqual([
    'x.org / Prefix Service "c"',
    '*.x.org / Prefix Service "b"',
    ' /long Exact Service "c"',
    ' /long Prefix Service "b"',
    ' / Prefix Service "a"',
    '   Service "a"',
  ]);
});
