import type { Route } from '../predict/routes/types.ts';
import { valueOf } from '../yaml/field.ts';
import { displayWidth } from './display-width.ts';
import { escapeUnseen } from './escape.ts';
import { hostOf, undecidedRoute, type ScopeRoutes } from './routes-json.ts';
import { renderBackend, renderDestination } from './routes-names.ts';

const HEAD = ['NAMESPACE', 'INGRESS', 'CLASS', 'HOST', 'PATH', 'MATCH', 'TLS', 'BACKEND', 'PODS'] as const;
/** Columns that are left out where no row says anything in them. */
const OPTIONAL = new Set<string>(['NAMESPACE', 'CLASS', 'TLS']);

type Row = readonly string[];

function tlsCell({ tls }: Route): string {
  if (!tls) return '-';
  if (tls.ends === 'pod') return 'passthrough';
  if (tls.ends === 'unknown' || tls.secret?.state === 'unknown') return '<unknown>';
  return tls.secret ? (valueOf(tls.secret) ?? '-') : 'certificate';
}

function podsCell(route: Route): string {
  const { to } = route;
  if (to.breaks) return `<broken>: ${to.breaks.message}  [${to.breaks.rule}]`;
  const undecided = undecidedRoute(route);
  const known = to.targets.length > 0 || to.outside !== undefined || to.action !== undefined;
  if (undecided === null) return renderDestination(to);
  return known ? `${renderDestination(to)}; <unknown>: ${undecided}` : `<unknown>: ${undecided}`;
}

function shareOf({ isCanary, weight }: Route): string {
  if (!isCanary) return '';
  return weight === undefined ? ' (canary)' : ` (canary, ${String(weight)} %)`;
}

function rowOf(route: Route): Row {
  const { ingress, entry, path, match } = route;
  const { namespace, name } = ingress.resource;
  return [
    valueOf(namespace) ?? '-',
    valueOf(name) ?? '-',
    entry.className ?? '-',
    hostOf(route) ?? '<unknown>',
    path ? (valueOf(path.path) === '' ? '*' : (valueOf(path.path) ?? '<unknown>')) : '*',
    path ? (match ?? '<unknown>') : 'default',
    tlsCell(route),
    renderBackend(route) + shareOf(route),
    podsCell(route),
  ];
}

function renderColumns(rows: readonly Row[], columns: readonly number[]): string {
  const widths = columns.map(column => Math.max(...rows.map(row => displayWidth(row[column] ?? ''))));
  const cell = (row: Row, column: number, i: number): string => {
    const text = row[column] ?? '';
    return text + ' '.repeat(Math.max(0, (widths[i] ?? 0) - displayWidth(text)));
  };
  return rows
    .map(
      row =>
        `${columns
          .map((column, i) => cell(row, column, i))
          .join('   ')
          .trimEnd()}\n`,
    )
    .join('');
}

/** The routing table, a line a route, in the order in which they win: where it goes, or why it goes nowhere. */
export function renderRoutesTable(scopes: readonly ScopeRoutes[]): string {
  const shown = scopes.filter(({ routes }) => routes.length > 0);
  if (shown.length === 0) return 'No routes found\n';
  const tables = shown.map(({ cluster, routes }) => {
    const rows = routes.map(rowOf).map(row => row.map(escapeUnseen));
    const heading = shown.length > 1 ? `# ${escapeUnseen(cluster.scope === '' ? '.' : cluster.scope)}\n` : '';
    const columns = HEAD.flatMap((name, column) => (OPTIONAL.has(name) && rows.every(row => row[column] === '-') ? [] : [column]));
    return heading + renderColumns([HEAD, ...rows], columns);
  });
  return tables.join('\n');
}
