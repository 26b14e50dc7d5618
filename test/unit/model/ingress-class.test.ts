import { expect, test } from 'vitest';
import { classOf, controllerOf } from '../../../src/core/model/ingress-class.ts';
import { backendsOf, ingressesOf } from '../../../src/core/model/ingress.ts';
import { valueOf } from '../../../src/core/yaml/field.ts';
import { clusterOf } from '../predict/shop.ts';

const BACKEND = 'defaultBackend: {service: {name: web, port: {number: 80}}}';

function ingress(metadata: string, spec = ''): string {
  return `{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: edge, ${metadata}}, spec: {${spec}${BACKEND}}}\n`;
}

function ingressClass(name: string, controller: string, isDefault = ''): string {
  const annotations = isDefault === '' ? '' : `, annotations: {ingressclass.kubernetes.io/is-default-class: ${isDefault}}`;
  return `{apiVersion: networking.k8s.io/v1, kind: IngressClass, metadata: {name: ${name}${annotations}}, spec: {controller: ${controller}}}\n`;
}

const annotated = (pairs: string): string => `annotations: {${pairs}}`;

function choose(objects: readonly string[], platform?: string): string {
  const cluster = clusterOf(objects, { platform });
  const [first] = ingressesOf(cluster);
  if (!first) throw new Error('no Ingress');
  const [{ by, name = '-' }, { controller, by: told }] = [classOf(first, cluster), controllerOf(first, cluster)];
  return `${by} ${name}: ${controller?.id ?? '-'} by ${told}`;
}

const internal = ingressClass('edge-internal', 'k8s.io/ingress-nginx');

test.each([
  [
    'the annotation wins over the field',
    [ingress(annotated('kubernetes.io/ingress.class: traefik'), 'ingressClassName: nginx, ')],
    'annotation traefik: traefik by name',
  ],
  ['an empty annotation is none', [ingress(annotated('kubernetes.io/ingress.class: ""'), 'ingressClassName: nginx, ')], 'field nginx: ingress-nginx by name'],
  ['a class tells its controller', [ingress('', 'ingressClassName: edge-internal, '), internal], 'field edge-internal: ingress-nginx by class'],
  [
    'a controller that is not known is not guessed',
    [ingress('', 'ingressClassName: nginx, '), ingressClass('nginx', 'example.com/own')],
    'field nginx: - by class',
  ],
  ['two controllers use the class nginx', [ingress(annotated('nginx.org/path-regex: exact'), 'ingressClassName: nginx, ')], 'field nginx: nginx by name'],
  ['the default class', [ingress(''), ingressClass('main', 'ingress.k8s.aws/alb', '"true"')], 'default main: aws-alb by class'],
  [
    'of two defaults the newest wins',
    [ingress(''), ingressClass('a', 'k8s.io/ingress-nginx', '"true"'), ingressClass('b', 'a.b/c', '"true"')],
    'unknown -: - by none',
  ],
  ['a template hides the class', [ingress('', 'ingressClassName: "{{ .Values.class }}", ')], 'unknown -: - by none'],
  ['annotations tell where no class does', [ingress(annotated('alb.ingress.kubernetes.io/scheme: internal'))], 'none -: aws-alb by annotations'],
  [
    'annotations of two controllers tell nothing',
    [ingress(annotated('konghq.com/protocols: https, haproxy.org/ssl-passthrough: "true"'))],
    'none -: - by none',
  ],
  ['an empty name is no class and asks for no default', [ingress('', 'ingressClassName: "", '), ingressClass('a', 'a.b/c', '"true"')], 'none -: - by none'],
])('%s', (_, objects, expected) => {
  expect(choose(objects)).toBe(expected);
});

test.each([
  ['gke', 'platform gce: gce by platform'],
  ['k3s', 'platform traefik: traefik by platform'],
  ['eks', 'none -: - by none'],
])('%s brings its default class', (platform, expected) => {
  expect(choose([ingress('')], platform)).toBe(expected);
});

test('versions before v1 call the fields of a backend otherwise, and v1 knows none of them', () => {
  const old = (apiVersion: string): string =>
    `{apiVersion: ${apiVersion}, kind: Ingress, metadata: {name: edge}, spec: {rules: [{http: {paths: [{path: /a, backend: {serviceName: web, servicePort: http}}]}}]}}\n`;
  const read = (apiVersion: string): unknown[] =>
    ingressesOf(clusterOf([old(apiVersion)])).flatMap(found => [
      ...backendsOf(found).map(({ service, port }) => [valueOf(service), valueOf(port)]),
      ...found.rules.flatMap(({ paths }) => paths.map(({ pathType }) => valueOf(pathType))),
    ]);
  expect(read('extensions/v1beta1')).toEqual([['web', 'http'], 'ImplementationSpecific']);
  expect(read('networking.k8s.io/v1')).toEqual([[undefined, undefined], undefined]);
});
