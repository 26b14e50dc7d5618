import { buildSelection } from '../model/selection.ts';
import { isEmpty, readLabelSelector, type Selector } from '../model/selector.ts';
import type { Resource } from '../model/resource.ts';
import type { ScopeGraph } from './scope-graph.ts';

/** Kinds that select pods of their namespace by labels, where their selector stands, and what they do with them. */
const SELECTING: Readonly<Record<string, readonly [field: string, word: string]>> = {
  'policy/PodDisruptionBudget': ['selector', 'protects'],
  'networking.k8s.io/NetworkPolicy': ['podSelector', 'guards'],
  'monitoring.coreos.com/PodMonitor': ['selector', 'monitors'],
};

function drawSelector(graph: ScopeGraph, resource: Resource, selector: Selector, as: string): void {
  const node = graph.nodeOf(resource);
  if (!node) return;
  // The selector of all pods of a namespace is a fact of it, and would be a line to each of them.
  if (isEmpty(selector)) {
    node.facts.push({ label: 'Selects', text: 'all pods of the namespace' });
    return;
  }
  const { sure, possible } = buildSelection(resource, selector, graph.cluster.podIndex);
  for (const [pods, state] of [[sure, 'sure'] as const, [possible, 'possible'] as const])
    for (const { workload } of pods) {
      const target = graph.nodeOf(workload);
      if (target) graph.link(node, target, { as, state, basis: [selector.at] });
    }
}

/** Draws what selects pods beside Services. */
export function drawSelectors(graph: ScopeGraph): void {
  for (const resource of graph.cluster.resources) {
    const [field, word] = SELECTING[`${resource.group}/${resource.kind}`] ?? [];
    if (field !== undefined && word !== undefined) drawSelector(graph, resource, readLabelSelector(resource.body.get('spec').get(field).as<object>()), word);
  }
}
