import type { Graph } from '../../../graph/graph.ts';

/** What each object is found by: kind, name, namespace, place, facts and findings. */
export function wordsOf({ nodes, groups, findings }: Graph): ReadonlyMap<string, string> {
  const namespaces = new Map(groups.map(({ id, namespace, scope }) => [id, `${namespace ?? ''} ${scope}`]));
  return new Map(
    nodes.map(node => {
      const said = node.findings.flatMap(number => findings[number] ?? []).map(({ message, rule }) => `${message} ${rule}`);
      const parts = [node.kind, node.name, namespaces.get(node.group) ?? '', node.path ?? '', ...node.facts.map(fact => fact.text), ...said];
      return [node.id, parts.join(' ').toLowerCase()];
    }),
  );
}
