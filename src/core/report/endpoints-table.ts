import type { ServiceEndpoints } from '../predict/endpoints/types.ts';
import { valueOf } from '../yaml/field.ts';
import { nameEndpoints, renderNames, renderPort } from './endpoint-names.ts';
import { undecidedOf, type ScopeEndpoints } from './endpoints-json.ts';
import { escapeUnseen } from './escape.ts';

const HEAD = ['NAMESPACE', 'SERVICE', 'TYPE', 'ADDRESSTYPE', 'PORTS', 'ENDPOINTS'] as const;

type Row = readonly string[];

function rowsOf(endpoints: ServiceEndpoints): Row[] {
  const { service, slices } = endpoints;
  const { namespace, name } = service.resource;
  const head = [valueOf(namespace) ?? '-', valueOf(name) ?? '-', valueOf(service.type) ?? '<unknown>'];
  const rows = slices.map(slice => [...head, slice.addressType, renderNames(slice.ports.map(renderPort)), renderNames(nameEndpoints(slice.endpoints))]);
  const undecided = undecidedOf(endpoints);
  if (undecided !== null) rows.push([...head, '<unknown>', '<unknown>', `<unknown>: ${undecided}`]);
  const alias = valueOf(service.spec.get('externalName').string());
  if (rows.length === 0) rows.push([...head, '<none>', '<none>', head[2] === 'ExternalName' && alias !== undefined ? `alias of ${alias}` : '<none>']);
  return rows;
}

function renderColumns(rows: readonly Row[]): string {
  const widths = HEAD.map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0)));
  const render = (row: Row): string => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('   ');
  return rows.map(row => `${render(row).trimEnd()}\n`).join('');
}

/** Predicted EndpointSlices as `kubectl get endpointslices` lists real ones: a row a slice, with workloads for addresses. */
export function renderEndpointsTable(scopes: readonly ScopeEndpoints[]): string {
  const shown = scopes.filter(({ services }) => services.length > 0);
  if (shown.length === 0) return 'No Services found\n';
  const tables = shown.map(({ cluster, services }) => {
    const rows = services.flatMap(rowsOf).map(row => row.map(escapeUnseen));
    const named = services.some(({ service }) => service.resource.namespace.state === 'known');
    const heading = shown.length > 1 ? `# ${escapeUnseen(cluster.scope === '' ? '.' : cluster.scope)}\n` : '';
    const all = [HEAD, ...rows];
    return heading + renderColumns(named ? all : all.map(row => row.slice(1)));
  });
  return tables.join('\n');
}
