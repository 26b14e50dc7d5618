import { defineRule, labelOf, type Cluster, type Cursor, type Field, type Place, type Resource } from '../../src/core/api.ts';

interface Suspect {
  readonly what: string;
  readonly field: Field<unknown>;
}

function hostsOf(resource: Resource): readonly Cursor[] {
  if (resource.kind !== 'Ingress') return [];
  const spec = resource.body.get('spec');
  return [
    ...spec
      .get('rules')
      .items()
      .map(rule => rule.get('host')),
    ...spec
      .get('tls')
      .items()
      .flatMap(tls => tls.get('hosts').items()),
  ];
}

function portsOf(resource: Resource): readonly Cursor[] {
  if (resource.kind !== 'Service') return [];
  return resource.body
    .get('spec')
    .get('ports')
    .items()
    .flatMap(port => ['port', 'targetPort', 'nodePort'].map(key => port.get(key)));
}

/** Fields whose form refuses the characters of a placeholder: names, labels, hosts, ports (S-001, S-002, S-243). */
function suspectsOf(resource: Resource): readonly Suspect[] {
  return [
    { what: 'Name', field: resource.name },
    { what: 'Namespace', field: resource.namespace },
    ...resource.metadata
      .get('labels')
      .entries()
      .map(({ key, value }) => ({ what: `Value of label "${key}"`, field: value.string() })),
    ...hostsOf(resource).map(host => ({ what: 'Host', field: host.string() })),
    ...portsOf(resource).map(port => ({ what: 'Port', field: port.scalar() })),
  ];
}

/** What is written, without the quotes around it. */
function textAt({ file, valueSpan: { start, end } }: Place): string {
  return file.text.slice(start, end).replace(/^(["'])(.*)\1$/, '$2');
}

/** Flux, Argo CD plugins and kustomize fill placeholders before anything is applied. */
function isFilledLater(cluster: Cluster): boolean {
  const tools = ['kustomize.toolkit.fluxcd.io', 'helm.toolkit.fluxcd.io', 'source.toolkit.fluxcd.io', 'argoproj.io'];
  return [...cluster.resources, ...cluster.toolFiles].some(resource => tools.includes(resource.group)) || cluster.kustomizations.length > 0;
}

export default defineRule({
  id: 'placeholder-unexpanded',
  title: 'A placeholder of another tool stands in the manifest',
  category: 'schema',
  severity: 'info',
  presets: ['strict'],
  subject: 'resource',
  fix: 'no',
  since: '0.1.0',
  judges: 'object',
  dependsOn: ['placeholders', 'style'],
  variants: { placeholder: 'info' },
  facts: ['S-001', 'S-002', 'S-243'],

  *check(resource, { cluster }) {
    if (isFilledLater(cluster)) return;
    for (const { what, field } of suspectsOf(resource)) {
      if (field.state !== 'unknown' || field.why !== 'templated') continue;
      yield {
        variant: 'placeholder',
        severity: cluster.target.complete ? 'error' : 'info',
        message: `${what} "${textAt(field.at)}" of ${labelIn(resource)} is a placeholder, so the API server refuses it`,
        at: field.at,
        help: 'Fill the placeholder before the manifest is applied',
      };
    }
  },
});

function labelIn(resource: Resource): string {
  return resource.name.state === 'unknown' ? `a ${resource.kind}` : labelOf(resource);
}
