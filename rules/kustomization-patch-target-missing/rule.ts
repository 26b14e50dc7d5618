import { defineRule, fixOf, mendText, type Finding, type RenderingFault } from '../../src/core/api.ts';

type Variant = 'missing' | 'ambiguous' | 'path' | 'idle';
type Report = Pick<Finding<Variant>, 'variant' | 'message' | 'help'>;

/** What an operation of a JSON patch does not find, of kustomize's sentence. */
function reportPath({ subject, answer = '' }: RenderingFault): Report {
  const [, tested] = /testing value (\S+) failed/.exec(answer) ?? [];
  const [, pointer] = /(?:missing (?:from |destination )?(?:path|key): |for (?:path|from): )["']?(\/[^\s"']*)/.exec(answer) ?? [];
  const end = 'so nothing is built';
  if (tested !== undefined) return { variant: 'path', message: `"${tested}" of ${subject} fails its test, ${end}`, help: 'Correct the value' };
  if (pointer === undefined) return { variant: 'path', message: `The operation does not apply to ${subject}, ${end}`, help: 'Correct its path, or remove it' };
  const help = 'Correct the path, or add what is around it first';
  return { variant: 'path', message: `"${pointer}" leads to nothing in ${subject}, ${end}`, help };
}

const REPORTS: Readonly<Record<string, (fault: RenderingFault) => Report>> = {
  'patch-target-missing': ({ subject, near }) => ({
    variant: 'missing',
    message: `The patch is for ${subject}, which the kustomization lacks, so it does not build`,
    help: near === undefined ? 'Add the object to resources, or remove the patch' : `Name ${near}, which is there`,
  }),
  'patch-target-ambiguous': ({ subject }) => ({
    variant: 'ambiguous',
    message: `The patch is for ${subject}, which several objects are, so it does not build`,
    help: 'Name the namespace in the patch, or give it a target',
  }),
  'patch-path': reportPath,
  'patch-not-applied': ({ subject, near }) => ({
    variant: 'idle',
    message: `The target ${subject} selects no object, so the patch changes nothing`,
    help: near === undefined ? 'Correct the target, or remove the patch' : `Name ${near}, which is there`,
  }),
};

export default defineRule({
  id: 'kustomization-patch-target-missing',
  title: 'The patch finds nothing to change, so it is lost or the kustomization does not build',
  category: 'references',
  severity: 'error',
  presets: ['recommended'],
  subject: 'kustomization',
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'object',
  variants: { missing: 'error', ambiguous: 'error', path: 'error', idle: 'warning' },

  *check({ failures }) {
    for (const fault of failures) {
      const report = REPORTS[fault.kind]?.(fault);
      const { at, related = [], mends = [], near } = fault;
      if (report) yield { ...report, at, related, fixes: fixOf(`Name ${near ?? ''}`, 'unsafe', ...mends.map(mendText)) };
    }
  },
});
