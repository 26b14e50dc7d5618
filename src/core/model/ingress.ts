import type { Ingress as IngressObject, IngressSpec } from 'kubernetes-types/networking/v1.d.ts';
import type { Cursor } from '../yaml/cursor.ts';
import { valueOf, type Field } from '../yaml/field.ts';
import type { Untyped } from '../yaml/untyped.ts';
import type { Answer } from './answer.ts';
import type { Cluster } from './cluster.ts';
import { withDefault } from './default.ts';
import type { Resource } from './resource.ts';

/** Where a path of an Ingress sends its requests. */
export interface IngressBackend {
  readonly ingress: Ingress;
  readonly body: Cursor;
  /** Name of the Service, in the namespace of the Ingress (S-250). Absent where a resource stands for it. */
  readonly service: Field<string>;
  /** Number or name of a port of the Service, never of its pods (S-249). */
  readonly port: Field<number | string>;
  /** Object of another kind in the place of a Service; absent as a rule (S-251). */
  readonly resource: Cursor;
}

export interface IngressPath {
  readonly rule: IngressRule;
  readonly body: Cursor;
  /** "" where none is written: every path. */
  readonly path: Field<string>;
  /** Exact, Prefix or ImplementationSpecific; the last one where versions before v1 write none. */
  readonly pathType: Field<string>;
  readonly backend: IngressBackend;
}

export interface IngressRule {
  readonly ingress: Ingress;
  readonly body: Cursor;
  /** "" where none is written: every host. */
  readonly host: Field<string>;
  /** Whether it has paths of its own. A rule without `http` sends all of its host to the default backend (S-244). */
  readonly hasPaths: Answer;
  readonly paths: readonly IngressPath[];
  /** True when there may be paths that are not shown. */
  readonly pathsOpen: boolean;
}

/** A Secret with a certificate, and the hosts that it is for. */
export interface IngressTls {
  readonly ingress: Ingress;
  readonly body: Cursor;
  readonly hosts: readonly Field<string>[];
  readonly hostsOpen: boolean;
  readonly secretName: Field<string>;
}

export interface Ingress {
  readonly resource: Resource;
  readonly spec: Cursor<IngressSpec>;
  readonly annotations: Cursor<Readonly<Record<string, string>>>;
  /** `spec.ingressClassName`. */
  readonly className: Field<string>;
  /** The annotation that named the class before there was a field, and that wins over it (S-258). */
  readonly classAnnotation: Field<string>;
  /** Serves what no rule takes (S-257). */
  readonly defaultBackend: IngressBackend | undefined;
  readonly rules: readonly IngressRule[];
  /** True when there may be rules that are not shown. */
  readonly rulesOpen: boolean;
  readonly tls: readonly IngressTls[];
  readonly tlsOpen: boolean;
}

/** Groups whose Ingress is this one: `extensions` was its first (S-254). */
export const INGRESS_GROUPS: readonly string[] = ['networking.k8s.io', 'extensions'];

const CLASS_ANNOTATION = 'kubernetes.io/ingress.class';

/** v1 calls the fields otherwise than the versions that are gone since 1.22, and knows none of theirs (S-254). */
function isBeforeV1({ version }: Resource): boolean {
  return version.startsWith('v1beta');
}

function readBackend(body: Cursor, ingress: Ingress): IngressBackend {
  const resource = body.get('resource');
  if (isBeforeV1(ingress.resource)) return { ingress, body, service: body.get('serviceName').string(), port: body.get('servicePort').intOrString(), resource };
  const service = body.get('service');
  const [number, name] = [service.get('port').get('number'), service.get('port').get('name')];
  return { ingress, body, service: service.get('name').string(), port: number.isAbsent ? name.string() : number.number(), resource };
}

function readPath(body: Cursor, rule: IngressRule): IngressPath {
  const pathType = body.get('pathType').string();
  return {
    rule,
    body,
    path: withDefault(body.get('path').string(), ''),
    pathType: isBeforeV1(rule.ingress.resource) ? withDefault(pathType, 'ImplementationSpecific') : pathType,
    backend: readBackend(body.get('backend'), rule.ingress),
  };
}

function readRule(body: Cursor, ingress: Ingress): IngressRule {
  const http = body.get('http');
  const list = http.get('paths');
  const paths: IngressPath[] = [];
  const rule: IngressRule = {
    ingress,
    body,
    host: withDefault(body.get('host').string(), ''),
    hasPaths: http.isAbsent ? 'no' : http.isUnknown ? 'unknown' : 'yes',
    paths,
    pathsOpen: list.isOpen || list.items().some(item => !item.isMapping),
  };
  for (const item of list.items()) paths.push(readPath(item, rule));
  return rule;
}

function readTls(body: Cursor, ingress: Ingress): IngressTls {
  const hosts = body.get('hosts');
  return { ingress, body, hosts: hosts.items().map(host => host.string()), hostsOpen: hosts.isOpen, secretName: body.get('secretName').string() };
}

export function readIngress(resource: Resource): Ingress {
  const spec = resource.body.as<IngressObject>().get('spec');
  const annotations = resource.metadata.get('annotations').as<Readonly<Record<string, string>>>();
  const [rules, tls]: [IngressRule[], IngressTls[]] = [[], []];
  const [ruleList, tlsList] = [spec.get('rules').as<Untyped>(), spec.get('tls').as<Untyped>()];
  const ingress: Ingress & { defaultBackend: IngressBackend | undefined } = {
    resource,
    spec,
    annotations,
    className: spec.get('ingressClassName').string(),
    classAnnotation: annotations.get(CLASS_ANNOTATION).string(),
    defaultBackend: undefined,
    rules,
    rulesOpen: ruleList.isOpen || ruleList.items().some(item => !item.isMapping),
    tls,
    tlsOpen: tlsList.isOpen || tlsList.items().some(item => !item.isMapping),
  };
  const backend = spec.as<Untyped>().get(isBeforeV1(resource) ? 'backend' : 'defaultBackend');
  if (!backend.isAbsent) ingress.defaultBackend = readBackend(backend, ingress);
  for (const item of ruleList.items()) rules.push(readRule(item, ingress));
  for (const item of tlsList.items()) tls.push(readTls(item, ingress));
  return ingress;
}

const KNOWN = new WeakMap<Cluster, readonly Ingress[]>();

/** The Ingresses of a scope, in the order of the files. */
export function ingressesOf(cluster: Cluster): readonly Ingress[] {
  let known = KNOWN.get(cluster);
  if (!known) {
    known = cluster.ofKind('Ingress', ...INGRESS_GROUPS).map(readIngress);
    KNOWN.set(cluster, known);
  }
  return known;
}

/** The value of an annotation; absent where it is empty, which controllers read as not there. */
export function annotationOf({ annotations }: Ingress, key: string): Field<string> {
  const field = annotations.get(key).string();
  return valueOf(field) === '' ? { state: 'absent', at: field.at } : field;
}

/** All backends of an Ingress, the default one first. */
export function backendsOf({ defaultBackend, rules }: Ingress): readonly IngressBackend[] {
  return [...(defaultBackend ? [defaultBackend] : []), ...rules.flatMap(rule => rule.paths.map(path => path.backend))];
}
