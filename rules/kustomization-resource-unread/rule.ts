import { defineRule, type RenderingFault } from '../../src/core/api.ts';

type Variant = 'unread' | 'chart';

interface Words {
  readonly variant: Variant;
  readonly message: string;
  readonly help: string;
}

const BUILT = 'Pipe the output of kubectl kustomize into svclint to lint all of it';

const WORDS: Readonly<Record<string, (fault: RenderingFault) => Words>> = {
  remote: ({ subject }) => ({ variant: 'unread', message: `"${subject}" is not fetched, so it is not linted`, help: BUILT }),
  helm: () => ({ variant: 'chart', message: 'A chart of "helmCharts" is not rendered, so its objects are not linted', help: BUILT }),
  'resource-hidden': ({ subject, answer = '' }) =>
    answer.includes('working directory')
      ? {
          variant: 'unread',
          message: `"${subject}" lies outside of the working directory, so it is not linted`,
          help: 'Run svclint in a directory that holds it',
        }
      : { variant: 'unread', message: `"${subject}" is ignored by git or a submodule, so it is not linted`, help: BUILT },
  'resource-deep': ({ subject, answer = '' }) => ({
    variant: 'unread',
    message: `"${subject}" is not linted: ${answer.slice(answer.indexOf('is not built: ') + 'is not built: '.length)}`,
    help: BUILT,
  }),
};

export default defineRule({
  id: 'kustomization-resource-unread',
  title: 'The kustomization takes in what svclint does not read, so it is linted without it',
  category: 'references',
  severity: 'info',
  presets: ['recommended'],
  subject: 'kustomization',
  fix: 'no',
  since: '0.1.0',
  judges: 'object',
  variants: { unread: 'info', chart: 'info' },

  *check({ failures }) {
    for (const fault of failures) {
      const words = WORDS[fault.kind]?.(fault);
      if (words) yield { ...words, at: fault.at };
    }
  },
});
