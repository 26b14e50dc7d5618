import { defineRule, findNodeContradiction, labelOf, type NodeCondition } from '../../src/core/api.ts';

function describe({ operator, values }: NodeCondition): string {
  const listed = values.map(value => `"${value}"`).join(' or ');
  if (operator === 'Exists') return 'any value';
  if (operator === 'DoesNotExist') return 'none';
  return operator === 'In' ? listed : `${({ NotIn: 'not', Gt: 'above', Lt: 'below' } as Readonly<Record<string, string>>)[operator] ?? ''} ${listed}`;
}

export default defineRule({
  id: 'node-selector-contradicts',
  title: 'What the pod asks of its node contradicts itself, so no node fits and the pod stays pending',
  category: 'references',
  severity: 'warning',
  presets: ['strict'],
  subject: 'pod-template',
  fix: 'no',
  since: '0.1.0',
  judges: 'object',
  variants: { contradiction: 'warning' },
  facts: ['S-200', 'v1 NodeSelectorTerm'],

  *check(template) {
    const pair = findNodeContradiction(template);
    if (!pair) return;
    const [a, b] = pair;
    yield {
      variant: 'contradiction',
      message: `${labelOf(template.workload)} asks for nodes with ${a.key} ${describe(a)} and ${describe(b)}, so no node fits`,
      at: a.at,
      help: 'Remove one of the two, or write them as terms of their own, which are alternatives',
      related: [{ at: b.at, note: `${b.key} is to be ${describe(b)} here` }],
    };
  },
});
