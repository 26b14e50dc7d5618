import { adviceOf, defineRule, fixOf, labelOf, meansTheSame, setScalar, successorOf } from '../../src/core/api.ts';

export default defineRule({
  id: 'api-version-deprecated',
  title: 'A later Kubernetes version will not serve this API version',
  category: 'deprecation',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['decode/version-deprecated-warning'],
  fix: 'safe',
  since: '0.1.0',
  judges: 'object',
  variants: { deprecated: 'warning' },
  facts: ['S-200', 'S-346', 'S-348'],

  *check({ resource, cause }, { cluster }) {
    const kind = cluster.kinds.find(resource.apiVersion, resource.kind);
    // Where a minor of the target has removed it, that is what is told.
    const removed = kind?.deprecation?.removed;
    if (!kind || removed === undefined || cluster.target.minors.some(minor => minor > (kind.served?.until ?? Infinity))) return;
    const successor = successorOf(kind, cluster);
    const isSame = successor && meansTheSame(resource, successor, cluster);
    yield {
      variant: 'deprecated',
      message: `${labelOf(resource)} uses "${resource.apiVersion}", which Kubernetes 1.${String(removed)} no longer serves`,
      at: cause.at,
      help: adviceOf(resource, successor, cluster) ?? 'Plan to do without it: nothing takes its place',
      fixes: isSame ? fixOf(`Write ${successor.apiVersion}`, 'safe', setScalar(cause.at, successor.apiVersion)) : [],
    };
  },
});
