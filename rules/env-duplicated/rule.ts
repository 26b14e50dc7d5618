import { defineRule, fixOf, holderSubjectOf, removeItem, valueOf, type Cursor } from '../../src/core/api.ts';

interface Variable {
  readonly name?: string;
  readonly value?: string;
  readonly valueFrom?: object;
}

/** The last variable of that name before this one. */
function findEarlier(variable: Cursor<Variable>, name: string): Cursor<Variable> | undefined {
  const variables = variable.parent?.as<Variable[]>().items() ?? [];
  return variables.slice(0, variable.index ?? 0).findLast(other => valueOf(other.get('name').string()) === name);
}

/** Whether both say the same, word for word. */
function isSame(variable: Cursor<Variable>, earlier: Cursor<Variable>): boolean {
  const [source, before] = [variable.get('valueFrom'), earlier.get('valueFrom')];
  return variable.get('value').text === earlier.get('value').text && source.source.replaceAll(/\s/g, '') === before.source.replaceAll(/\s/g, '');
}

export default defineRule({
  id: 'env-duplicated',
  title: 'A variable is defined twice in one container, and only the last definition counts',
  category: 'api',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'refusal',
  checks: ['env/hidden-warning'],
  fix: 'safe',
  since: '0.1.0',
  judges: 'object',
  variants: { hidden: 'warning', same: 'info' },
  facts: ['S-200'],

  *check(refusal) {
    const variable = refusal.cause.cursor.as<Variable>();
    const at = variable.get('name');
    const name = valueOf(at.string()) ?? '';
    const earlier = findEarlier(variable, name);
    if (!earlier) return;
    const same = isSame(variable, earlier);
    const subject = holderSubjectOf(refusal);
    yield {
      variant: same ? 'same' : 'hidden',
      message: same ? `${subject} defines "${name}" twice with the same value` : `${subject} defines "${name}" twice, and the first definition is lost`,
      at: at.at,
      help: 'Keep one of the two definitions',
      related: [{ at: earlier.get('name').at, note: 'the definition that does not count' }],
      fixes: same ? fixOf('Remove the second definition', 'safe', removeItem(variable)) : [],
    };
  },
});
