import {
  defineRule,
  fixOf,
  labelOf,
  mayHideHosts,
  removeKey,
  setScalar,
  usesOf,
  valueOf,
  type Cluster,
  type Finding,
  type Service,
  type ServiceReference,
} from '../../src/core/api.ts';

type Variant = 'headless' | 'external-name' | 'behind-ingress';

const DIALLED_BY_PROXY: readonly ServiceReference['via'][] = ['ingress', 'route'];

/** Clients reach the Service through proxies only, which dial its pods themselves (S-206). */
function isOnlyBehindProxies(service: Service, uses: readonly ServiceReference[]): boolean {
  const clients = uses.filter(({ via }) => via !== 'monitor');
  return valueOf(service.type) === 'ClusterIP' && clients.length > 0 && clients.every(({ via }) => DIALLED_BY_PROXY.includes(via));
}

function findVariant(service: Service, uses: readonly ServiceReference[], cluster: Cluster): { variant: Variant; because: string } | undefined {
  if (service.headless === 'yes') return { variant: 'headless', because: 'is headless' };
  if (valueOf(service.type) === 'ExternalName') return { variant: 'external-name', because: 'is a DNS alias' };
  return isOnlyBehindProxies(service, uses) && !mayHideHosts(cluster) ? { variant: 'behind-ingress', because: 'is reached through an ingress' } : undefined;
}

export default defineRule({
  id: 'session-affinity-ignored',
  title: 'sessionAffinity has no effect for this Service',
  category: 'wiring',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'service',
  fix: 'safe',
  since: '0.1.0',
  judges: 'cluster',
  variants: { headless: 'warning', 'external-name': 'warning', 'behind-ingress': 'warning' },
  facts: ['S-160', 'S-206'],

  *check(service, { cluster }): Iterable<Finding<Variant>> {
    const affinity = service.spec.get('sessionAffinity');
    if (valueOf(affinity.string()) !== 'ClientIP') return;
    const uses = usesOf(service, cluster);
    const found = findVariant(service, uses, cluster);
    if (!found) return;
    const [use] = found.variant === 'behind-ingress' ? uses : [];
    const config = service.spec.get('sessionAffinityConfig');
    yield {
      variant: found.variant,
      message: `${labelOf(service.resource)} ${found.because}, so its sessionAffinity has no effect`,
      at: affinity.at,
      help: use ? 'Configure affinity where the traffic comes in, by a cookie for instance' : 'Remove sessionAffinity',
      related: use ? [{ at: use.at, note: `${labelOf(use.from)} sends to its pods and not to its cluster IP` }] : [],
      fixes: fixOf('Remove sessionAffinity', 'safe', ...(config.isPresent ? [setScalar(affinity.at, 'None'), removeKey(config.at)] : [removeKey(affinity.at)])),
    };
  },
});
