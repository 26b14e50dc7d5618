import type { Target } from '../../../src/core/model/cluster.ts';
import { routeContextOf } from '../../../src/core/predict/routes/context.ts';
import { routeRequest, type RoutedRequest } from '../../../src/core/predict/routes/route-request.ts';
import { valueOf } from '../../../src/core/yaml/field.ts';
import { clusterOf, service, workload } from './shop.ts';

export interface Rule {
  readonly host?: string;
  readonly type?: string;
}

export const path = (text: string, to: string, type = 'Prefix'): string =>
  `{path: "${text}", pathType: ${type}, backend: {service: {name: ${to}, port: {number: 80}}}}`;

export const rule = (paths: readonly string[], { host }: Rule = {}): string =>
  `{${host === undefined ? '' : `host: "${host}", `}http: {paths: [${paths.join(', ')}]}}`;

export interface Written {
  readonly name?: string;
  readonly annotations?: string;
  /** Fields of the spec before its rules. */
  readonly spec?: string;
}

export function ingress(rules: readonly string[], { name = 'edge', annotations = '', spec = '' }: Written = {}): string {
  return `{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: ${name}, annotations: {${annotations}}}, spec: {${spec}rules: [${rules.join(', ')}]}}\n`;
}

export const NODE_PORT = 'type: NodePort, ports: [{port: 80, targetPort: 8080}]';
export const backend = (name: string): string => `defaultBackend: {service: {name: ${name}, port: {number: 80}}}, `;

/** A Service with a node port, which every controller reaches, and a Deployment behind it. */
export const app = (name: string): string => `${service(name, { app: name }, NODE_PORT)}---\n${workload(name, { app: name })}`;
export const APPS = ['a', 'b', 'c'].map(app);

export function ask(objects: readonly string[], url: string, target: Partial<Target> = {}): readonly RoutedRequest[] {
  const { protocol, host, pathname } = new URL(url);
  return routeRequest(routeContextOf(clusterOf([...objects, ...APPS], target)), { host, path: decodeURI(pathname), isTls: protocol === 'https:' });
}

/** The Service that a request reaches, `404`, or what hides it. */
export function answer(objects: readonly string[], url: string, target: Partial<Target> = {}): string {
  const answers = ask(objects, url, target).map(({ route, outcome, doubts }) => {
    if (outcome === 'unknown') return `unknown: ${[...doubts, ...(route?.to.doubts ?? [])].map(({ reason }) => reason).join('; ')}`;
    if (!route) return '404';
    return route.to.breaks ? `broken: ${route.to.breaks.rule}` : (valueOf(route.backend.service) ?? '?');
  });
  return answers.length === 0 ? 'nobody' : answers.join(' and ');
}
