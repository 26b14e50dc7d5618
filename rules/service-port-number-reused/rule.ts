import { defineRule, labelOf, valueOf, type Service, type ServicePort } from '../../src/core/api.ts';

/** Helm and server-side apply tell ports apart by number and protocol. */
function isAppliedByOthers({ resource }: Service): boolean {
  const metadata = [resource.metadata.get('labels'), resource.metadata.get('annotations')].flatMap(map => map.entries());
  return metadata.some(
    ({ key, value }) =>
      (key === 'app.kubernetes.io/managed-by' && value.text === 'Helm') ||
      key.startsWith('meta.helm.sh/') ||
      key === 'helm.sh/chart' ||
      (key === 'argocd.argoproj.io/sync-options' && (value.text ?? '').includes('ServerSideApply=true')),
  );
}

function findFirst(port: ServicePort): ServicePort | undefined {
  const { ports } = port.service;
  return ports
    .slice(0, ports.indexOf(port))
    .find(other => valueOf(other.number) === valueOf(port.number) && other.protocol.state === 'known' && valueOf(other.protocol) !== valueOf(port.protocol));
}

export default defineRule({
  id: 'service-port-number-reused',
  title: 'Client-side apply merges ports by number, so one number under two protocols can be lost',
  category: 'wiring',
  severity: 'info',
  presets: ['strict'],
  subject: 'service-port',
  fix: 'no',
  since: '0.1.0',
  judges: 'object',
  variants: { reused: 'info' },
  facts: ['S-175'],

  *check(port) {
    const number = valueOf(port.number);
    if (number === undefined || port.protocol.state !== 'known' || port.service.headless !== 'no' || isAppliedByOthers(port.service)) return;
    const first = findFirst(port);
    if (!first) return;
    yield {
      variant: 'reused',
      message: `${labelOf(port.service.resource)} has port ${String(number)} under two protocols, so a later kubectl apply can lose one`,
      at: port.number.at,
      help: 'Apply with --server-side, which tells the ports apart by protocol',
      related: [{ at: first.number.at, note: `port ${String(number)} with protocol ${valueOf(first.protocol) ?? ''} is the other one` }],
    };
  },
});
