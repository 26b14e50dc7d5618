import { defineRule, fixOf, setScalar, type Finding, type ReferenceFault } from '../../src/core/api.ts';

type Variant = ReferenceFault['kind'];

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

const REPORTS: Readonly<Record<Variant, (fault: ReferenceFault) => Omit<Finding<Variant>, 'variant' | 'at'>>> = {
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
  variants: { missing: 'error', 'no-kustomization': 'error', repeated: 'error', cycle: 'error' },

  *check({ faults }) {
    for (const fault of faults) yield { variant: fault.kind, at: fault.reference.at, ...REPORTS[fault.kind](fault) };
  },
});
