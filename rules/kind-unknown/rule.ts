import { defineRule, fixOf, findNearKind, labelOf, setScalar, successorOf, type Cluster, type Finding, type Refusal } from '../../src/core/api.ts';

type Variant = 'kind' | 'group' | 'too-new' | 'off-by-default';

/** A version that is there, and not for this target. */
function* checkVersion({ resource, cause }: Refusal, cluster: Cluster): Iterable<Finding<Variant>> {
  const { apiVersion } = resource;
  const uses = `${labelOf(resource)} uses "${apiVersion}"`;
  const info = cluster.kinds.find(apiVersion, resource.kind);
  // A definition of an experimental channel may well be there.
  if (info?.source !== 'built-in') return;
  const successor = successorOf(info, cluster);
  if (cause.check === 'decode/version-too-new') {
    const message = `${uses}, which comes with Kubernetes 1.${String(info.served?.since ?? '')}`;
    yield { variant: 'too-new', message, at: cause.at, help: successor ? `Use ${successor.apiVersion}` : 'Wait with it until the cluster is upgraded' };
    return;
  }
  const flag = `start the API server with --runtime-config=${apiVersion}=true`;
  const help = successor ? `Use ${successor.apiVersion}, or ${flag}` : `To use it, ${flag}`;
  yield { variant: 'off-by-default', message: `${uses}, which API servers do not serve by default`, at: cause.at, help };
}

/** A kind that the group does not have, in any version or in this one. */
function* checkKind({ resource, cause }: Refusal, cluster: Cluster): Iterable<Finding<Variant>> {
  const { apiVersion, kind, body } = resource;
  const near = findNearKind(resource, cluster);
  const changes = near
    ? [
        ...(near.kind === kind ? [] : [{ key: 'kind', value: near.kind }]),
        ...(near.apiVersion === apiVersion ? [] : [{ key: 'apiVersion', value: near.apiVersion }]),
      ]
    : [];
  const meant = `Write ${changes.map(({ key, value }) => `${key}: ${value}`).join(' and ')}`;
  yield {
    variant: near?.kind === kind ? 'group' : 'kind',
    message: `${labelOf(resource)} has a kind that ${apiVersion} lacks, so the API server refuses it`,
    at: near?.kind === kind ? body.get('apiVersion').at : cause.at,
    help: near ? meant : 'Look for the name of the kind in kubectl api-resources',
    fixes: near ? fixOf(meant, 'unsafe', ...changes.map(({ key, value }) => setScalar(body.get(key).at, value))) : [],
  };
}

export default defineRule({
  id: 'kind-unknown',
  title: 'The target Kubernetes version has no such kind in this group',
  category: 'schema',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['decode/kind-not-served', 'decode/version-too-new', 'decode/version-off-by-default'],
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'object',
  variants: { kind: 'error', group: 'error', 'too-new': 'error', 'off-by-default': 'warning' },
  facts: ['S-070', 'S-346'],

  check: (refusal, { cluster }) => (refusal.cause.check === 'decode/kind-not-served' ? checkKind(refusal, cluster) : checkVersion(refusal, cluster)),
});
