import type { Role } from '../../graph/graph.ts';
import type { Picture, PictureEdge, PictureNode } from './picture.ts';

const OF_ROLE: Readonly<Record<Role, number>> = { entry: 0, gateway: 1, route: 2, service: 3, guard: 3, workload: 4, config: 5, other: 6 };

function columnOfOther(edges: readonly PictureEdge[], roles: ReadonlyMap<string, Role>): number {
  const to = new Set(edges.map(edge => roles.get(edge.to)));
  return to.has('service') ? OF_ROLE.route : to.has('workload') ? OF_ROLE.guard : OF_ROLE.other;
}

/** The column of each box: from where requests come in, on the left, to what the pods are given. What only configuration names stands behind it. */
export function columnsOf({ nodes, edges }: Picture): ReadonlyMap<string, number> {
  const roles = new Map(nodes.map(({ id, role }) => [id, role]));
  const into = new Map<string, PictureEdge[]>();
  const out = new Map<string, PictureEdge[]>();
  for (const edge of edges) {
    into.set(edge.to, [...(into.get(edge.to) ?? []), edge]);
    out.set(edge.from, [...(out.get(edge.from) ?? []), edge]);
  }
  const isBehind = ({ id }: PictureNode): boolean => {
    const from = (into.get(id) ?? []).map(edge => roles.get(edge.from));
    return from.length > 0 && from.every(role => role === 'config');
  };
  return new Map(
    nodes.map(node => {
      if (node.role === 'other') return [node.id, columnOfOther(out.get(node.id) ?? [], roles)];
      return [node.id, OF_ROLE[node.role] + (node.role === 'config' && isBehind(node) ? 1 : 0)];
    }),
  );
}
