import { defineRule, fixOf, mendText, setScalar, type Finding, type ReferenceFault, type RenderingFault } from '../../src/core/api.ts';

/** `source` is a file of a generator. */
type Variant = ReferenceFault['kind'] | 'source';

const NOUNS: Readonly<Record<string, string>> = { resources: 'Resource', bases: 'Base', components: 'Component' };

function nounOf({ field }: ReferenceFault['reference']): string {
  return NOUNS[field] ?? (field.startsWith('patches') ? 'Patch' : 'File');
}

function reportMissing({ reference, near }: ReferenceFault): Omit<Finding<Variant>, 'variant' | 'at'> {
  const fix = near === undefined ? [] : fixOf(`Name ${near}`, 'unsafe', setScalar(reference.at, near));
  return {
    message: `${nounOf(reference)} "${reference.text}" does not exist, so the kustomization does not build`,
    help: near === undefined ? `Add the file, or remove it from ${reference.field}` : `Name ${near}, which is there`,
    fixes: fix,
  };
}

const REPORTS: Readonly<Record<ReferenceFault['kind'], (fault: ReferenceFault) => Omit<Finding<Variant>, 'variant' | 'at'>>> = {
  missing: reportMissing,
  'no-kustomization': ({ reference }) => ({
    message: `Directory "${reference.text}" holds no kustomization file, so the kustomization does not build`,
    help: 'Add a kustomization.yaml there, or name the files one by one',
  }),
  repeated: ({ reference, first }) => ({
    message: `${nounOf(reference)} "${reference.text}" is listed twice, so the kustomization does not build`,
    help: 'Remove one of the two',
    related: first ? [{ at: first.at, note: `"${first.text}" is listed here first` }] : [],
  }),
  cycle: ({ reference }) => ({
    message: `${nounOf(reference)} "${reference.text}" leads back to this kustomization, so it does not build`,
    help: 'Remove one of the paths of the circle',
  }),
};

/** Paths that the kustomizations of these files do not name themselves, and sources of generators, which the place of the build may hold. */
const FAILURES: Readonly<Record<string, (fault: RenderingFault) => Omit<Finding<Variant>, 'at'>>> = {
  'resource-missing': ({ subject, answer = '', near, at }) => {
    const help = near === undefined ? 'Add the file, or remove it' : `Name ${near}, which is there`;
    const isSource = answer.includes('loading KV pairs');
    const path = isSource ? subject.slice(subject.indexOf('=') + 1) : subject;
    const message = `${isSource ? 'The source' : 'File'} "${path}" does not exist, so the kustomization does not build`;
    const edit = near === undefined ? undefined : mendText({ at, was: subject, text: subject.slice(0, -path.length) + near });
    return { variant: isSource ? 'source' : 'missing', message, help, fixes: fixOf(`Name ${near ?? ''}`, 'unsafe', edit) };
  },
  'no-kustomization': ({ subject }) => ({
    variant: 'no-kustomization',
    message: `Directory "${subject}" holds no kustomization file, so the kustomization does not build`,
    help: 'Add a kustomization.yaml there, or name the files one by one',
  }),
  cycle: ({ subject }) => ({
    variant: 'cycle',
    message: `Resource "${subject}" leads back to this kustomization, so it does not build`,
    help: 'Remove one of the paths of the circle',
  }),
};

export default defineRule({
  id: 'kustomization-resource-missing',
  title: 'The kustomization names a file or directory that does not exist, so it does not build',
  category: 'references',
  severity: 'error',
  presets: ['recommended'],
  subject: 'kustomization',
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'object',
  variants: { missing: 'error', 'no-kustomization': 'error', repeated: 'error', cycle: 'error', source: 'warning' },

  *check({ faults, failures }) {
    for (const fault of faults) yield { variant: fault.kind, at: fault.reference.at, ...REPORTS[fault.kind](fault) };
    for (const fault of failures) {
      const report = FAILURES[fault.kind]?.(fault);
      if (report) yield { ...report, at: fault.at };
    }
  },
});
