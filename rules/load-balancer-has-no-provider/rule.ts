import { defineRule, findProvision, labelOf, valueOf, type BarePlatform, type Related, type Service } from '../../src/core/api.ts';

const HELP: Readonly<Record<BarePlatform, string>> = {
  kind: 'Run cloud-provider-kind, add MetalLB with an address pool, or use NodePort here',
  minikube: 'Run "minikube tunnel", enable the metallb addon, or use NodePort here',
  k3d: 'Leave servicelb on, add MetalLB with an address pool, or use NodePort here',
  microk8s: 'Enable the metallb addon with an address range, or use NodePort here',
  kubeadm: 'Add MetalLB with an address pool, or use NodePort here',
  'bare-metal': 'Add MetalLB with an address pool, or use NodePort here',
};

const ABOUT: Readonly<Record<BarePlatform, string>> = {
  kind: 'this describes a kind cluster',
  minikube: 'this exists in minikube only',
  k3d: 'this k3d cluster has its load balancer switched off',
  microk8s: 'this exists in microk8s only',
  kubeadm: 'this describes a cluster made by kubeadm, without a cloud controller',
  'bare-metal': 'this describes a cluster without a cloud',
};

function relateMeanwhile({ spec, resource }: Service): Related {
  const nodePorts = valueOf(spec.get('allocateLoadBalancerNodePorts').boolean()) === false ? '' : ' and by its node ports';
  return { at: spec.get('ports').at.atKey, note: `meanwhile ${labelOf(resource)} works by its cluster IP${nodePorts}` };
}

export default defineRule({
  id: 'load-balancer-has-no-provider',
  title: 'Nothing in sight gives LoadBalancer Services an address, so it stays pending',
  category: 'wiring',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'service',
  fix: 'no',
  since: '0.1.0',
  judges: 'cluster',
  variants: { pending: 'warning' },
  questions: {
    'no-provider': { one: 'LoadBalancer Service: no provider in sight', many: 'LoadBalancer Services: no provider in sight', decide: 'set platform' },
  },
  facts: ['S-332', 'S-334', 'S-338'],

  *check(service, { cluster }) {
    if (valueOf(service.type) !== 'LoadBalancer') return;
    const provision = findProvision(service, cluster);
    if (provision.state === 'served') return;
    if (provision.state === 'unknown') yield { undecided: 'no-provider', at: service.type.at };
    else {
      const { platform, at } = provision;
      const who = platform === 'bare-metal' ? 'bare metal' : platform;
      yield {
        variant: 'pending',
        message: `${labelOf(service.resource)} is of type LoadBalancer, ${who} gives it no address, so it stays pending`,
        at: service.type.at,
        help: HELP[platform],
        related: [...(at ? [{ at, note: ABOUT[platform] }] : []), relateMeanwhile(service)],
      };
    }
  },
});
