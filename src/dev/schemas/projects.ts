/** Where the definitions of a project come from: files of a Go module, as the module proxy serves it. */
export interface Project {
  readonly name: string;
  readonly module: string;
  readonly version: string;
  /** Folders or files of the module that hold CustomResourceDefinitions. */
  readonly paths: readonly string[];
  /** Where definitions are that a user has to choose: what only they serve is taken from them. */
  readonly experimental?: readonly string[];
  readonly licence: string;
}

const APACHE = 'Apache-2.0';

/** Kinds of the experimental channel that the standard one lacks; they have a group of their own. */
const EXTRA_GATEWAY_KINDS = ['xbackends', 'xbackendtrafficpolicies', 'xmeshes'].map(name => `config/crd/experimental/gateway.networking.x-k8s.io_${name}.yaml`);

/** Projects whose definitions are carried, each in the newest version that the modules of Go 1.26 can be had in. */
export const PROJECTS: readonly Project[] = [
  { name: 'Gateway API', module: 'sigs.k8s.io/gateway-api', version: 'v1.6.1', paths: ['config/crd/standard', ...EXTRA_GATEWAY_KINDS], experimental: ['config/crd/experimental'], licence: APACHE },
  { name: 'cert-manager', module: 'github.com/cert-manager/cert-manager', version: 'v1.21.1', paths: ['deploy/crds'], licence: APACHE },
  { name: 'trust-manager', module: 'github.com/cert-manager/trust-manager', version: 'v0.25.0', paths: ['deploy/crds'], licence: APACHE },
  {
    name: 'Prometheus Operator',
    module: 'github.com/prometheus-operator/prometheus-operator',
    version: 'v0.93.0',
    paths: ['example/prometheus-operator-crd'],
    licence: APACHE,
  },
  { name: 'Istio', module: 'istio.io/api', version: 'v1.31.1', paths: ['kubernetes'], licence: APACHE },
  { name: 'Argo CD', module: 'github.com/argoproj/argo-cd/v3', version: 'v3.5.7', paths: ['manifests/crds'], licence: APACHE },
  { name: 'Argo Rollouts', module: 'github.com/argoproj/argo-rollouts', version: 'v1.10.1', paths: ['manifests/crds'], licence: APACHE },
  { name: 'External Secrets Operator', module: 'github.com/external-secrets/external-secrets', version: 'v1.3.2', paths: ['config/crds/bases'], licence: APACHE },
  { name: 'Flux source-controller', module: 'github.com/fluxcd/source-controller', version: 'v1.9.6', paths: ['config/crd/bases'], licence: APACHE },
  { name: 'Flux kustomize-controller', module: 'github.com/fluxcd/kustomize-controller', version: 'v1.9.6', paths: ['config/crd/bases'], licence: APACHE },
  { name: 'Karpenter', module: 'sigs.k8s.io/karpenter', version: 'v1.14.1', paths: ['pkg/apis/crds'], licence: APACHE },
  { name: 'Karpenter for AWS', module: 'github.com/aws/karpenter-provider-aws', version: 'v1.14.1', paths: ['pkg/apis/crds/karpenter.k8s.aws_ec2nodeclasses.yaml'], licence: APACHE },
  { name: 'KEDA', module: 'github.com/kedacore/keda/v2', version: 'v2.21.0', paths: ['config/crd/bases'], licence: APACHE },
  { name: 'Knative Serving', module: 'knative.dev/serving', version: 'v0.51.0', paths: ['config/core/300-resources'], licence: APACHE },
  { name: 'Sealed Secrets', module: 'github.com/bitnami-labs/sealed-secrets', version: 'v0.40.0', paths: ['helm/sealed-secrets/crds'], licence: APACHE },
  {
    name: 'Traefik',
    module: 'github.com/traefik/traefik/v3',
    version: 'v3.7.13',
    paths: ['docs/content/reference/dynamic-configuration/kubernetes-crd-definition-v1.yml'],
    licence: 'MIT',
  },
];
