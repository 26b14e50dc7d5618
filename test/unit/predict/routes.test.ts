import { describe, expect, test } from 'vitest';
import { labelOf } from '../../../src/core/model/resource.ts';
import { routeContextOf } from '../../../src/core/predict/routes/context.ts';
import { predictRoutes } from '../../../src/core/predict/routes/predict-routes.ts';
import { valueOf } from '../../../src/core/yaml/field.ts';
import { answer, APPS, ask, backend, ingress, path, rule } from './routes-rig.ts';
import { clusterOf, service, workload } from './shop.ts';

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
    ['a Service that may be meant', to('number: 81', '', 'web-front'), 'unknown: Service "web-front" is not in these files, the nearest name is "web"', {}],
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

test('the default backend of another Ingress is not for a host that has rules', () => {
  const written = (name: string): readonly string[] => [
    ingress([rule([path('/a', 'a')], { host: 'foo.com' })], { spec: `ingressClassName: ${name}, ` }),
    ingress([], { name: 'rest', spec: `ingressClassName: ${name}, ${backend('c')}` }),
  ];
  const asked = ['nginx', 'traefik', 'other'].map(name => answer(written(name), 'http://foo.com/b'));
  expect(asked).toEqual(['404', 'c', 'unknown: whether rules for other hosts are asked too depends on the controller']);
  expect(answer(written('nginx'), 'http://bar.com/b')).toBe('c');
});

describe('TLS', () => {
  const tls = 'tls: [{hosts: [foo.com, "*.bar.com"], secretName: own}, {secretName: rest}], ';
  const ends = (host: string, spec: string, annotations = ''): unknown =>
    ask([ingress([rule([path('/', 'a')])], { annotations, spec })], `https://${host}/`).map(({ tls: found }) => [
      found?.ends,
      found?.secret && valueOf(found.secret),
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
    ['the host of the request counts', tls, '', [['ingress', 'own']]],
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
