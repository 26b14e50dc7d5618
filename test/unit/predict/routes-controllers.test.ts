import { describe, expect, test } from 'vitest';
import { valueOf } from '../../../src/core/yaml/field.ts';
import { answer, ask, ingress, path, rule, type Written } from './routes-rig.ts';
import { service } from './shop.ts';

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
