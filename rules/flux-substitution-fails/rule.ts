import { defineRule, labelOf, type ReleaseFault } from '../../src/core/api.ts';

type Variant = 'malformed' | 'broken' | 'name';

interface Words {
  readonly variant: Variant;
  readonly message: string;
  readonly help: string;
}

const END = 'so Flux applies nothing of it';

const WORDS: Readonly<Record<string, (fault: ReleaseFault) => Words>> = {
  'substitution-malformed': ({ from }) => ({
    variant: 'malformed',
    message: `${labelOf(from)} applies a variable that Flux does not read, ${END}`,
    help: 'Write ${name} or ${name:=default}, and $${ for what is no variable',
  }),
  'substitution-breaks-yaml': ({ from }) => ({
    variant: 'broken',
    message: `Variables turn a value of ${labelOf(from)} into no YAML, ${END}`,
    help: 'Quote the value',
  }),
  'variable-name': ({ from, subject }) => ({
    variant: 'name',
    message: `${labelOf(from)} sets "${subject}", which is no name of a variable, ${END}`,
    help: 'Use letters, digits and underscores, and no digit first',
  }),
};

export default defineRule({
  id: 'flux-substitution-fails',
  title: 'Flux cannot fill the variables of the set, so nothing of it is applied',
  category: 'references',
  severity: 'error',
  presets: ['recommended'],
  subject: 'release',
  fix: 'no',
  since: '0.1.0',
  judges: 'object',
  variants: { malformed: 'error', broken: 'error', name: 'error' },

  *check({ resource, faults }) {
    for (const fault of faults) {
      const words = WORDS[fault.kind]?.(fault);
      if (words) yield { ...words, at: fault.at, resource, answer: fault.answer };
    }
  },
});
