import { defineRule, labelOf } from '../../src/core/api.ts';

/** Groups that projects have left, and where their kinds are now. */
const SUCCESSORS: Readonly<Record<string, string>> = {
  'authentication.istio.io': 'security.istio.io',
  'certmanager.k8s.io': 'cert-manager.io',
  'gateway.networking.x-k8s.io': 'gateway.networking.k8s.io',
  'keda.k8s.io': 'keda.sh',
  'kubernetes-client.io': 'external-secrets.io',
  'networking.x-k8s.io': 'gateway.networking.k8s.io',
  'rbac.istio.io': 'security.istio.io',
  'traefik.containo.us': 'traefik.io',
};

export default defineRule({
  id: 'custom-api-version-removed',
  title: 'Current releases of this project no longer serve the API version',
  category: 'deprecation',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['decode/release-not-serving'],
  fix: 'no',
  since: '0.1.0',
  judges: 'object',
  variants: { version: 'warning', group: 'warning' },
  facts: ['S-266', 'S-267'],

  *check({ resource, cause }, { cluster }) {
    const { apiVersion, group, kind } = resource;
    const [newest] = cluster.kinds.versionsOf(group, kind);
    const successor = SUCCESSORS[group];
    const use = newest?.apiVersion ?? successor;
    yield {
      variant: newest ? 'version' : 'group',
      message: `${labelOf(resource)} uses "${apiVersion}", which current releases no longer serve`,
      at: cause.at,
      help: use === undefined ? 'Look for the kind that replaces it in the notes of the project' : `Use ${use}, or add the CRD of the release that you run`,
    };
  },
});
