import { defineRule, type CheckedSuppression, type Finding, type SuppressedRule } from '../../src/core/api.ts';

type Variant = 'unused' | 'unknown-rule' | 'locked' | 'expired' | 'reason-missing' | 'misplaced';

function nameOf({ by, name }: CheckedSuppression): string {
  return `${by === 'comment' ? 'Comment' : 'Annotation'} "${name}"`;
}

/** Why the whole suppression hides nothing, whatever it names. */
function checkWhole(suppression: CheckedSuppression): Finding<Variant> | undefined {
  const { at, misplaced, expired, reasonMissing, rules, used, removal } = suppression;
  const subject = nameOf(suppression);
  if (misplaced !== undefined) return { variant: 'misplaced', message: `${subject} ${misplaced}, so it hides nothing`, at };
  if (expired !== undefined) {
    return { variant: 'expired', message: `${subject} held until "${expired}", so it hides nothing now`, at, help: 'Mend what it hid, or set a later day' };
  }
  if (reasonMissing) return { variant: 'reason-missing', message: `${subject} gives no reason, so it hides nothing`, at, help: 'Add -- and the reason' };
  const idle = !used && rules.every(({ use }) => use === 'idle');
  if (!idle) return undefined;
  const what = rules.length === 1 ? `finding of "${rules[0]?.name ?? ''}"` : 'finding';
  return { variant: 'unused', message: `${subject} hides no ${what}`, at, help: 'Remove it', fixes: removal ? [removal] : [] };
}

function checkRule(suppression: CheckedSuppression, { name, at, use, near }: SuppressedRule): Finding<Variant> | undefined {
  if (use === 'locked') return { variant: 'locked', message: `Rule "${name}" is locked by the configuration, so this ${suppression.by} does not hide it`, at };
  if (use === 'idle') return { variant: 'unused', message: `${nameOf(suppression)} hides no finding of "${name}"`, at, help: `Remove ${name} from it` };
  if (use !== 'unknown') return undefined;
  return {
    variant: 'unknown-rule',
    message: `Rule "${name}" is unknown, so this ${suppression.by} hides nothing of it`,
    at,
    help: near === undefined ? 'Use the name of a rule' : `Did you mean "${near}"?`,
    fixes:
      near === undefined || at === suppression.at
        ? []
        : [{ title: `Write ${near}`, safety: 'safe', edits: [{ file: at.file, span: at.valueSpan, newText: near }] }],
  };
}

export default defineRule({
  id: 'suppression-unused',
  title: 'The suppression comment or annotation suppresses nothing',
  category: 'style',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'suppression',
  fix: 'safe',
  since: '0.1.0',
  judges: 'object',
  variants: { unused: 'info', 'unknown-rule': 'info', locked: 'warning', expired: 'warning', 'reason-missing': 'warning', misplaced: 'warning' },
  dependsOn: ['order', 'style', 'placeholders'],

  *check(suppression) {
    const whole = checkWhole(suppression);
    if (whole) yield whole;
    else for (const named of suppression.rules) yield* [checkRule(suppression, named) ?? []].flat();
  },
});
