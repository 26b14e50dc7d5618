import {
  type Cluster,
  type Fix,
  type Refusal,
  type Resource,
  defineRule,
  dns1123SubdomainFaults,
  fixOf,
  insertKey,
  isKind,
  labelOf,
  removeKey,
  valueOf,
} from '../../src/core/api.ts';

/** Whether the set shows that the class exists as an object, so that the field means the same. */
function isShown(cluster: Cluster, name: string): boolean {
  return cluster.resources.some(each => isKind(each, 'IngressClass', 'networking.k8s.io') && valueOf(each.name) === name);
}

/** Moves the value from the annotation into the field. */
function moveFix({ resource, cause }: Refusal, name: string, isSafe: boolean): readonly Fix[] {
  return fixOf(`Set ingressClassName: ${name}`, isSafe ? 'safe' : 'unsafe', removeKey(cause.at), insertKey(specOf(resource), 'ingressClassName', name));
}

const specOf = (resource: Resource): Resource['body'] => resource.body.get('spec');

export default defineRule({
  id: 'ingress-class-annotation-deprecated',
  title: 'The annotation kubernetes.io/ingress.class is deprecated, spec.ingressClassName replaces it',
  category: 'deprecation',
  severity: 'info',
  presets: ['strict'],
  subject: 'refusal',
  checks: ['ingress/class-annotation-warning'],
  fix: 'safe',
  since: '0.1.0',
  judges: 'object',
  variants: { annotation: 'info' },
  facts: ['S-200', 'S-258', 'S-259'],

  *check(refusal, { cluster }) {
    const { resource, cause } = refusal;
    const name = valueOf(cause.cursor.string());
    // The classes of GKE are known by the annotation alone.
    if (name === 'gce' || name === 'gce-internal') return;
    const isExisting = name !== undefined && isShown(cluster, name);
    yield {
      variant: 'annotation',
      message: `${labelOf(resource)} names its class by an annotation, which is deprecated since Kubernetes 1.18`,
      at: cause.at,
      help: isExisting ? `Set spec.ingressClassName to ${name}` : 'Set spec.ingressClassName to the name of an IngressClass',
      // Some controllers answer to texts that no IngressClass can be called.
      fixes: name === undefined || dns1123SubdomainFaults(name).length > 0 ? [] : moveFix(refusal, name, isExisting),
    };
  },
});
