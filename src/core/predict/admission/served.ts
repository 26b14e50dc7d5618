import { isOfKnownKind, type Resource } from '../../model/resource.ts';
import { compareVersions } from '../../schema/built-in-kinds.ts';
import type { KindInfo, Kinds } from '../../schema/kinds.ts';
import type { CheckId } from './checks/index.ts';
import type { Refusals, RefusalOptions } from './refusals.ts';

/** Kinds that OpenShift serves in `v1` beside those of Kubernetes, from before API groups were. */
const OPENSHIFT_KINDS: ReadonlySet<string> = new Set([
  'Build',
  'BuildConfig',
  'ClusterNetwork',
  'ClusterRole',
  'ClusterRoleBinding',
  'DeploymentConfig',
  'EgressNetworkPolicy',
  'Group',
  'HostSubnet',
  'Identity',
  'Image',
  'ImageStream',
  'ImageStreamImport',
  'ImageStreamTag',
  'NetNamespace',
  'OAuthClient',
  'Policy',
  'PolicyBinding',
  'Project',
  'ProjectRequest',
  'Role',
  'RoleBinding',
  'Route',
  'SecurityContextConstraints',
  'Template',
  'User',
]);

/** Kinds that can be read and not written. */
const READ_ONLY: ReadonlySet<string> = new Set(['v1 ComponentStatus']);

/** What is known of the kind of an object before anything else of it is read. */
export interface Serving {
  readonly kind: KindInfo | undefined;
  /** The server may have a kind of that name, of which nothing is known. */
  readonly mayBeOther: boolean;
}

/** `apps/v1 Deployment`, as warnings write it. */
const written = ({ apiVersion, kind }: { readonly apiVersion: string; readonly kind: string }): string => `${apiVersion} ${kind}`;

function notServed(resource: Resource, check: CheckId, to: Refusals, options: RefusalOptions): void {
  const { apiVersion, kind, body } = resource;
  const message = `no matches for kind "${kind}" in version "${apiVersion}"`;
  to.add(check, body.get(check === 'decode/kind-not-served' ? 'kind' : 'apiVersion'), { reason: 'NotFound', message }, { ...options, field: '' });
}

/** Warns of a version that is on its way out, as every answer to it does (S-200). */
function warnOfDeprecation({ body }: Resource, kind: KindInfo, to: Refusals): void {
  const { deprecation } = kind;
  if (!deprecation) return;
  const { since, removed, replacement } = deprecation;
  const end = removed === undefined ? '' : `, unavailable in v1.${String(removed)}+`;
  const text = `${written(kind)} is deprecated in v1.${String(since)}+${end}${replacement ? `; use ${written(replacement)}` : ''}`;
  // Only Endpoints go as a kind: no version of them stays.
  const check = kind.kind === 'Endpoints' ? 'endpoints/deprecated-warning' : 'decode/version-deprecated-warning';
  to.warn(check, body.get('apiVersion'), text, { since, ...(removed === undefined ? {} : { until: removed - 1 }), always: true });
}

function checkBuiltIn(resource: Resource, kind: KindInfo, to: Refusals): void {
  const { since = 0, until = Infinity } = kind.served ?? {};
  if (kind.isOffByDefault && to.minors.some(minor => minor >= since && minor <= until)) notServed(resource, 'decode/version-off-by-default', to, {});
  else {
    if (since > 0) notServed(resource, 'decode/version-too-new', to, { until: since - 1 });
    if (until < Infinity) notServed(resource, 'decode/version-removed', to, { since: until + 1 });
  }
  if (READ_ONLY.has(written(kind))) {
    const message = 'the server does not allow this method on the requested resource';
    to.add('decode/kind-read-only', resource.body.get('kind'), { reason: 'MethodNotAllowed', message }, { field: '' });
  }
  if (!kind.isOffByDefault) warnOfDeprecation(resource, kind, to);
}

/** Groups without a dot can only be of Kubernetes itself, so a built-in kind in one is a slip: `core/v1 Service`, `networking/v1 Ingress`. */
function isMisspeltGroup({ group, kind }: Resource, kinds: Kinds): boolean {
  return !group.includes('.') && kinds.named(kind).some(({ source }) => source === 'built-in');
}

/** Groups that projects have left for another one. */
const LEFT_GROUPS: ReadonlySet<string> = new Set([
  'authentication.istio.io',
  'certmanager.k8s.io',
  'config.istio.io',
  'gateway.networking.x-k8s.io',
  'keda.k8s.io',
  'kubernetes-client.io',
  'networking.x-k8s.io',
  'rbac.istio.io',
  'traefik.containo.us',
]);

/**
 * The check that refuses a version although its kind is defined. The definitions that svclint carries are of one release of a project: they
 * prove nothing of a version that is as stable as theirs or more.
 */
function checkOfDefined({ apiVersion, group, kind }: Resource, kinds: Kinds): CheckId | undefined {
  const [newest] = kinds.versionsOf(group, kind);
  if (!newest) return LEFT_GROUPS.has(group) && kinds.ofVersion(apiVersion).length === 0 ? 'decode/release-not-serving' : undefined;
  if (newest.source === 'built-in') return 'decode/kind-not-served';
  if (newest.source === 'input') return 'decode/definition-not-serving';
  return compareVersions(apiVersion, newest.apiVersion) > 0 ? 'decode/release-not-serving' : undefined;
}

/** Checks that the API server serves the kind in this version (S-346). Whose group nobody knows may be served. */
export function checkServed(resource: Resource, kinds: Kinds, to: Refusals): Serving {
  const { apiVersion, group, kind: name } = resource;
  const kind = kinds.find(apiVersion, name);
  if (kind?.source === 'built-in') checkBuiltIn(resource, kind, to);
  else if (kind?.isOffByDefault) notServed(resource, 'decode/version-off-by-default', to, {});
  if (kind || !isOfKnownKind(resource)) return { kind, mayBeOther: !kind };
  const isBuiltIn = kinds.isBuiltInGroup(group) || isMisspeltGroup(resource, kinds);
  const isMissing = isBuiltIn && !(apiVersion === 'v1' && OPENSHIFT_KINDS.has(name));
  const check = checkOfDefined(resource, kinds) ?? (isMissing ? 'decode/kind-not-served' : undefined);
  if (check) notServed(resource, check, to, {});
  return { kind, mayBeOther: !check };
}
