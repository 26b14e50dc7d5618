import { defineRule, explainGap, findMissedTerms, fixOf, labelOf, relateGap, valueOf, type MissedTerm, type PodTerm } from '../../src/core/api.ts';

const WORDS = {
  near: { verb: 'runs only near', consequence: 'so it stays pending' },
  apart: { verb: 'keeps away from', consequence: 'so it does nothing' },
  spread: { verb: 'spreads', consequence: 'so it does nothing' },
} as const;

function subjectOf({ template, what }: PodTerm, label: string): string {
  return `${labelOf(template.workload)} ${WORDS[what].verb} pods with ${label}`;
}

function* report({ term, meant }: MissedTerm) {
  const [first] = term.selector.requirements;
  const { consequence } = WORDS[term.what];
  const pair = meant?.unmet[0];
  if (!meant || !pair) {
    const label = first?.operator === 'In' ? `${first.key} "${first.values.map(value => valueOf(value) ?? '').join()}"` : 'such labels';
    yield {
      variant: 'absent' as const,
      message: `${subjectOf(term, label)}, and none has it, ${consequence}`,
      at: term.selector.at,
      help: 'Select labels that the pods of a workload in the same namespace carry',
    };
    return;
  }
  const { kind, help, edit } = explainGap(pair, meant);
  const whose = meant.template === term.template ? 'its own' : 'others';
  const carried = pair.carried?.key === pair.key ? '' : ` ${pair.carried?.key ?? ''}`;
  const clause = kind === 'label-on-workload' ? `${whose} lack it` : `${whose} carry${carried} "${(pair.carried && valueOf(pair.carried.value)) ?? ''}"`;
  yield {
    variant: term.what === 'near' ? ('near' as const) : ('own' as const),
    message: `${subjectOf(term, `${pair.key} "${pair.wanted}"`)}, ${clause}, ${consequence}`,
    at: pair.requirement.at,
    help,
    related: meant.unmet.map(unmet => relateGap(unmet, meant)),
    fixes: meant.unmet.length === 1 ? fixOf(help, 'unsafe', edit) : [],
  };
}

export default defineRule({
  id: 'affinity-selects-no-pods',
  title: 'A required affinity or a spread constraint selects no pods, so it blocks or does nothing',
  category: 'references',
  severity: 'error',
  presets: ['recommended'],
  subject: 'pod-template',
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'cluster',
  variants: { near: 'error', own: 'warning', absent: 'error' },
  facts: ['S-009', 'S-331'],

  *check(template, { cluster }) {
    for (const missed of findMissedTerms(template, cluster)) yield* report(missed);
  },
});
