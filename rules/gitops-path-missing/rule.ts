import { defineRule, fixOf, labelOf, setScalar, toolOf, type Finding, type ReleaseFault } from '../../src/core/api.ts';

type Variant = 'missing' | 'file' | 'outside' | 'values';
type Report = Omit<Finding<Variant>, 'at'>;

/** `Kustomization "apps" applies "apps", which is a file, so Flux applies nothing of it` */
function tell({ from, subject }: ReleaseFault, what: string): string {
  const isChart = from.kind === 'HelmRelease';
  const end = `so ${toolOf(from)} ${isChart ? 'installs' : 'applies'} nothing of it`;
  return `${labelOf(from)} ${isChart ? 'installs chart' : 'applies'} "${subject}", which ${what}, ${end}`;
}

const REPORTS: Readonly<Record<string, (fault: ReleaseFault) => Report>> = {
  'path-missing': fault => {
    const { near, at } = fault;
    return {
      variant: 'missing',
      message: tell(fault, 'does not exist'),
      help: near === undefined ? 'Add the directory, or correct the path' : `Name ${near}, which is there`,
      fixes: near === undefined ? [] : fixOf(`Name ${near}`, 'unsafe', setScalar(at, near)),
    };
  },
  'path-no-directory': fault => ({
    variant: 'file',
    message: tell(fault, 'is a file'),
    help: 'Name the directory that holds it',
  }),
  'path-outside': ({ from, subject }) => ({
    variant: 'outside',
    message: `${labelOf(from)} applies "${subject}", which leaves the repository, so ${toolOf(from)} refuses it`,
    help: 'Tell the path from the top of the repository',
  }),
  'values-missing': ({ from, subject }) => ({
    variant: 'values',
    message: `Values file "${subject}" of ${labelOf(from)} is missing, so nothing is installed`,
    help: 'Add the file, or remove it from the list',
  }),
};

export default defineRule({
  id: 'gitops-path-missing',
  title: 'A Flux or Argo CD object applies a path that the repository does not hold, so nothing is applied',
  category: 'references',
  severity: 'error',
  presets: ['recommended'],
  subject: 'release',
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'object',
  variants: { missing: 'error', file: 'error', outside: 'error', values: 'error' },

  *check({ resource, faults }) {
    for (const fault of faults) {
      const report = REPORTS[fault.kind]?.(fault);
      // A repository without the URL that the object names may be another one.
      if (report) yield { ...report, at: fault.at, resource, ...(!fault.isCertain && { severity: 'warning' }) };
    }
  },
});
