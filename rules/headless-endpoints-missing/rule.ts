import { backingPods, defineRule, findNeverReady, labelOf, usesOf, valueOf } from '../../src/core/api.ts';

export default defineRule({
  id: 'headless-endpoints-missing',
  title: 'A headless Service that others name resolves to nothing, because none of its pods can become ready',
  category: 'wiring',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'service',
  fix: 'no',
  since: '0.1.0',
  judges: 'cluster',
  variants: { 'never-ready': 'warning' },
  facts: ['S-032', 'S-189', 'S-218'],

  *check(service, { cluster }) {
    const published = service.spec.get('publishNotReadyAddresses').boolean();
    if (service.headless !== 'yes' || published.state === 'unknown' || valueOf(published) === true) return;
    const pods = backingPods(service, cluster);
    const use = usesOf(service, cluster).find(({ via }) => via === 'host-name' || via === 'service-name');
    if (!pods || pods.open || !use) return;
    const reasons = pods.templates.map(findNeverReady);
    const [reason] = reasons;
    const [template] = pods.templates;
    if (!reason || !template || reasons.includes(undefined)) return;
    yield {
      variant: 'never-ready',
      message: `${labelOf(service.resource)} resolves to nothing, because no pod of ${labelOf(template.workload)} becomes ready`,
      at: service.clusterIP.at,
      help: 'Let the probe ask a port that its container declares',
      related: [
        { at: reason, note: 'the probe names a port that its container lacks, so it never succeeds' },
        { at: use.at, note: `${labelOf(use.from)} names ${labelOf(service.resource)}` },
      ],
    };
  },
});
