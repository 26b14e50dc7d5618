import { adviceOf, defineRule, fixOf, fieldsLost, labelOf, meansTheSame, setScalar, successorOf } from '../../src/core/api.ts';

/** More changed fields are not shown: the new version has another form as a whole. */
const SHOWN = 3;

export default defineRule({
  id: 'api-version-removed',
  title: 'The target Kubernetes version no longer serves this API version',
  category: 'deprecation',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['decode/version-removed'],
  fix: 'safe',
  since: '0.1.0',
  judges: 'object',
  variants: { removed: 'error' },
  facts: ['S-254', 'S-346', 'S-347', 'S-348'],

  *check({ resource, cause }, { cluster }) {
    const kind = cluster.kinds.find(resource.apiVersion, resource.kind);
    const removed = kind?.served?.until;
    if (!kind || removed === undefined) return;
    const successor = successorOf(kind, cluster);
    const lost = successor ? fieldsLost(resource, successor, cluster) : [];
    const isSame = successor && meansTheSame(resource, successor, cluster);
    yield {
      variant: 'removed',
      message: `${labelOf(resource)} uses "${resource.apiVersion}", which Kubernetes 1.${String(removed + 1)} removed`,
      at: cause.at,
      help: adviceOf(resource, successor, cluster) ?? 'Remove the object: no version of this kind is served any more',
      related: lost.slice(0, SHOWN).map(field => ({
        at: field.at.atKey,
        note: `${field.fieldPath.split('.').slice(-2).join('.')} has another form in ${successor?.apiVersion ?? ''}`,
      })),
      fixes: isSame ? fixOf(`Write ${successor.apiVersion}`, 'safe', setScalar(cause.at, successor.apiVersion)) : [],
    };
  },
});
