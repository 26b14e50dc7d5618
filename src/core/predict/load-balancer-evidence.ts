/** Domains whose annotations on a Service are read by one provider of load balancers (S-338, cloud CCM). */
export const PROVIDER_DOMAINS = new Set([
  'alb.ingress.kubernetes.io',
  'beta.cloud.google.com',
  'cloud.google.com',
  'eks.amazonaws.com',
  'io.cilium',
  'kube-vip.io',
  'kubernetes.civo.com',
  'lb.kubesphere.io',
  'lbipam.cilium.io',
  'load-balancer.hetzner.cloud',
  'loadbalancer.openstack.org',
  'metallb.io',
  'metallb.universe.tf',
  'networking.gke.io',
  'oci-network-load-balancer.oraclecloud.com',
  'oci.oraclecloud.com',
  'openelb.kubesphere.io',
  'porter.kubesphere.io',
  'purelb.io',
  'service.alpha.kubernetes.io',
  'service.beta.kubernetes.io',
  'svccontroller.k3s.cattle.io',
  'tailscale.com',
]);

/** Keys of providers under the shared domain `service.kubernetes.io`. */
export const PROVIDER_KEYS = /^service\.kubernetes\.io\/(?:do-|ibm-|qcloud-|tke-|local-svc)/;

/** Objects that hand out addresses or announce them (S-338): kinds by API group. */
export const POOL_KINDS: Readonly<Record<string, readonly string[]>> = {
  'metallb.io': ['AddressPool', 'IPAddressPool', 'L2Advertisement', 'BGPAdvertisement'],
  'cilium.io': ['CiliumLoadBalancerIPPool', 'CiliumL2AnnouncementPolicy', 'CiliumBGPPeeringPolicy', 'CiliumBGPClusterConfig'],
  'purelb.io': ['ServiceGroup', 'LBNodeAgent'],
  'network.kubesphere.io': ['Eip'],
  'projectcalico.org': ['BGPConfiguration'],
  'crd.projectcalico.org': ['BGPConfiguration'],
  'helm.cattle.io': ['HelmChart', 'HelmChartConfig'],
};

/** Images of the controllers that serve LoadBalancer Services (S-338). */
export const CONTROLLER_IMAGE =
  /(?:^|\/)(?:[\w-]*cloud-controller-manager|aws-load-balancer-controller|kube-vip(?:-cloud-provider)?|metallb[\w-]*|klipper-lb|purelb|openelb|cloud-provider-[\w-]+|ovh-ccm|hcloud-cloud-controller[\w-]*)(?:$|[:@/])|(?:^|\/)metallb\/(?:controller|speaker)(?:$|[:@])/;

/** Labels, annotations and provisioners that only clusters of one cloud know: the cloud gives addresses. */
export const CLOUD_MARK =
  /^(?:eks\.amazonaws\.com|(?:[\w-]+\.)?k8s\.aws|ebs\.csi\.aws\.com|efs\.csi\.aws\.com|iam\.gke\.io|cloud\.google\.com|(?:[\w-]+\.)?csi\.storage\.gke\.io|kubernetes\.azure\.com|(?:disk|file)\.csi\.azure\.com|(?:[\w.-]+\.)?csi\.digitalocean\.com|doks\.digitalocean\.com|csi\.hetzner\.cloud|kubernetes\.io\/(?:aws-ebs|gce-pd|azure-disk|azure-file))(?:\/|$)/;
