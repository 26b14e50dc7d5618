import { defineRule, labelOf, readExternalName, usesOf, type Resource, type ServiceReference } from '../../src/core/api.ts';

/** Annotations and filters by which a proxy presents the right name to what it dials. */
const REWRITES = /upstream-vhost|URLRewrite|hostRewrite|host-rewrite|hostname:|X-Forwarded-Host|authority/;

function rewritesHost(resource: Resource): boolean {
  return REWRITES.test(resource.body.source);
}

/** A client that speaks HTTP or TLS, and so presents the name that it dialled. */
function presentsHost({ via, at }: ServiceReference): boolean {
  return via === 'ingress' || via === 'route' || (via === 'host-name' && at.file.text.slice(at.span.start, at.span.end).includes('https://'));
}

export default defineRule({
  id: 'external-name-changes-host',
  title: 'HTTP and TLS clients of an ExternalName Service present the alias, which the target may refuse',
  category: 'wiring',
  severity: 'info',
  presets: ['strict'],
  subject: 'service',
  fix: 'no',
  since: '0.1.0',
  judges: 'cluster',
  variants: { alias: 'info' },
  facts: ['S-221'],

  *check(service, { cluster }) {
    const name = readExternalName(service, cluster.target.clusterDomain);
    if (name?.form !== 'outside') return;
    const use = usesOf(service, cluster).find(each => presentsHost(each) && !rewritesHost(each.from));
    if (!use) return;
    yield {
      variant: 'alias',
      message: `${labelOf(service.resource)} is an alias, so its clients present its name to "${name.value}"`,
      at: name.at,
      help: 'Let the proxy or the client present the name of the target as Host and in TLS',
      related: [{ at: use.at, note: `${labelOf(use.from)} dials the alias` }],
    };
  },
});
