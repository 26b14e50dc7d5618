import { defineRule, fixOf, insertKey, labelOf, removeKey, setScalar, showValue } from '../../src/core/api.ts';

export default defineRule({
  id: 'node-port-on-cluster-ip',
  title: 'A ClusterIP Service has no node ports, so the API server refuses it',
  category: 'api',
  severity: 'error',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['service/node-port-type'],
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'object',
  variants: { 'cluster-ip': 'error' },
  facts: ['S-118'],

  *check({ resource, cause }) {
    const type = resource.body.get('spec').get('type');
    const setType = type.isPresent ? setScalar(type.at, 'NodePort') : insertKey(resource.body.get('spec'), 'type', 'NodePort');
    yield {
      variant: 'cluster-ip',
      message: `${labelOf(resource)} is of type ClusterIP and has nodePort ${showValue(cause.cursor)}, so it is refused`,
      at: cause.at,
      help: 'Set type: NodePort, or remove nodePort',
      fixes:
        resource.body.get('spec').get('clusterIP').text === 'None'
          ? fixOf('Remove nodePort', 'unsafe', removeKey(cause.at))
          : fixOf('Set type: NodePort', 'unsafe', setType),
    };
  },
});
