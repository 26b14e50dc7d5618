import { EDGE_STATES, NODE_STATES, ROLES, type GraphEdge, type GraphFact, type GraphFinding, type GraphGroup, type GraphNode } from '../../graph/graph.ts';
import { choice, closed, line, listOf as list, publish, text, textOrNull, type JsonSchema } from '../json-schema.ts';

const findings: JsonSchema = { type: 'array', items: { type: 'integer', minimum: 0 }, description: 'Places in "findings", from 0.' };

/** A list of objects with all properties of a type. */
const listOf = <T>(properties: Readonly<Record<keyof T & string, JsonSchema>>, description: string): JsonSchema => list(closed(properties), description);

const groups = listOf<GraphGroup>(
  {
    id: text('Unique in the graph.'),
    scope: text('The scope; empty for a run with one scope.'),
    namespace: textOrNull('null where the manifests give none, and for objects of the whole cluster.'),
    isClusterWide: { type: 'boolean', description: 'Objects that have no namespace because of their kind.' },
  },
  'Objects of one namespace of one scope.',
);

const nodes = listOf<GraphNode>(
  {
    id: text('Scope, kind, namespace and name; the same while the object keeps its name.'),
    group: text('Id of its group.'),
    role: choice(ROLES, 'What it is on the way of a request and beside it.'),
    state: choice(NODE_STATES, 'made: an object of the set makes it. absent: named and not in the set. unknown: its name is a placeholder.'),
    apiVersion: textOrNull('null for what no manifest writes.'),
    kind: text('Of the object; Host, Listener, Node port or Load balancer for an entry.'),
    name: text('As it is written.'),
    path: textOrNull('Relative to the working directory, with "/"; null for what no manifest writes.'),
    line: line('One-based.'),
    facts: listOf<GraphFact>({ label: text('Such as "Ports".'), text: text('Such as "80 → http".') }, 'What is said of it.'),
    findings,
  },
  'Objects, in the order of the files, and what they name.',
);

const edges = listOf<GraphEdge>(
  {
    from: text('Id of a node.'),
    to: text('Id of a node.'),
    as: text('What the one does with the other: "selects", "env", "scales".'),
    text: text('Paths, ports and keys.'),
    state: choice(EDGE_STATES, 'possible: nothing proves that they meet or not. absent: the other end is not in the set.'),
    broken: choice(['error', 'warning', null], 'How grave what breaks it is; null where nothing does.'),
    path: textOrNull('Where it is written; null where it follows from labels.'),
    line: line('One-based.'),
    findings,
  },
  'What connects the nodes.',
);

const found = listOf<GraphFinding>(
  {
    rule: text('Id of the rule.'),
    severity: choice(['error', 'warning', 'info'], 'What is proven.'),
    message: text('One sentence.'),
    help: textOrNull('What to do.'),
    path: text('Relative to the working directory, with "/".'),
    line: { type: 'integer', minimum: 1, description: 'One-based.' },
    fingerprint: text('As in the report of a lint run.'),
  },
  'Findings that are not suppressed.',
);

/** JSON Schema of `svclint graph --format json`. */
export function buildGraphSchema(): JsonSchema {
  const tool = closed({ name: { const: 'svclint' }, version: { type: 'string' } });
  const version = { const: 1, description: 'Version of this contract.' };
  return publish('graph.schema.json', 'Graph of svclint', closed({ version, tool, groups, nodes, edges, findings: found }));
}
