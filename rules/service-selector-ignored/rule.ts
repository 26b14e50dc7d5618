import { candidatesOf, defineRule, fixOf, isEmpty, isGiven, labelOf, removeKey, valueOf } from '../../src/core/api.ts';

export default defineRule({
  id: 'service-selector-ignored',
  title: 'ExternalName Services ignore their selector',
  category: 'wiring',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'service',
  fix: 'safe',
  since: '0.1.0',
  judges: 'cluster',
  variants: { 'pods-unused': 'warning', 'no-effect': 'info' },
  facts: ['S-024'],

  *check(service, { cluster }) {
    // One that the labels of a kustomization make nobody meant.
    if (valueOf(service.type) !== 'ExternalName' || isEmpty(service.selector) || isGiven(service.selector)) return;
    const [pods] = candidatesOf(cluster.selectionOf(service));
    const help = 'Remove the selector, or the type to reach the pods';
    yield {
      variant: pods ? 'pods-unused' : 'no-effect',
      message: `${labelOf(service.resource)} is of type ExternalName, so its selector reaches no pods`,
      at: service.selector.at,
      help,
      related: [
        { at: service.type.at, note: 'the name resolves to externalName and to nothing else' },
        ...(pods ? [{ at: pods.labels.at, note: `the pods of ${labelOf(pods.workload)} carry the selected labels` }] : []),
      ],
      fixes: fixOf('Remove the selector', 'safe', removeKey(service.selector.at)),
    };
  },
});
