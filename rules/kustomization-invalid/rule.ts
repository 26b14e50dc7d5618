import { defineRule, fixOf, renameKey, setScalar, type Finding, type RenderingFault } from '../../src/core/api.ts';

type Variant = 'field-unknown' | 'field-type' | 'kind-wrong' | 'empty' | 'several-files' | 'component-kind' | 'configuration';
type Report = Omit<Finding<Variant>, 'variant' | 'at'>;

const END = 'so the kustomization does not build';

function reportField({ subject, near, at }: RenderingFault): Report {
  return {
    message: `Field "${subject}" is none of kustomize, ${END}`,
    help: near === undefined ? `Remove ${subject}` : `Write ${near}`,
    fixes: near === undefined ? [] : fixOf(`Rename ${subject} to ${near}`, 'unsafe', renameKey(at, near) ?? setScalar(at, near)),
  };
}

function reportKind({ subject, near, at }: RenderingFault): Report {
  return {
    message: `"${subject}" is none that kustomize reads, ${END}`,
    help: near === undefined ? 'Write kind: Kustomization, or give the file another name' : `Write ${near}`,
    fixes: near === undefined ? [] : fixOf(`Write ${near}`, 'unsafe', setScalar(at, near)),
  };
}

const GIVEN: Readonly<Record<string, string>> = { array: 'a list', bool: 'true or false', number: 'a number', object: 'a mapping', string: 'a text' };

/** The words of Go for what a field holds and for what it has to hold, in those of YAML. */
function typesOf(answer: string): { readonly given: string; readonly wanted: string } {
  const [, given = '', type = ''] = /cannot unmarshal (\w+) into (?:.* of type |Go value of type )(\S+)$/.exec(answer) ?? [];
  const isPlain: Readonly<Record<string, string>> = { string: 'a text', bool: 'true or false', int: 'a whole number', int64: 'a whole number' };
  return { given: GIVEN[given] ?? 'something else', wanted: isPlain[type] ?? (type.startsWith('[]') ? 'a list' : 'a mapping') };
}

function reportType({ subject, answer = '' }: RenderingFault): Report {
  const { given, wanted } = typesOf(answer);
  const helps: Readonly<Record<string, string>> = { 'a text': 'Put the value in quotes', 'a list': 'Write a list, each element behind a dash' };
  const help = given === 'a mapping' || given === 'a list' ? undefined : helps[wanted];
  return { message: `"${subject}" holds ${given} and not ${wanted}, ${END}`, help: help ?? `Write ${wanted}` };
}

const REPORTS: Readonly<Record<Variant, (fault: RenderingFault) => Report>> = {
  'field-unknown': reportField,
  'field-type': reportType,
  'kind-wrong': reportKind,
  empty: ({ at }) => ({ message: `"${at.file.path}" asks for nothing, ${END}`, help: 'List its resources, or remove the file' }),
  'several-files': ({ subject }) => ({ message: `"${subject}" stands beside another kustomization file, so neither of them builds`, help: 'Keep one of them' }),
  'component-kind': ({ subject, answer = '' }) =>
    answer.includes('expected kind !=')
      ? { message: `"${subject}" is a component and no resource, ${END}`, help: 'List it in components' }
      : { message: `"${subject}" is no component, ${END}`, help: 'List it in resources, or give it kind: Component' },
  configuration: ({ subject }) => ({
    message: `Field "${subject}" does not fit in a configuration, ${END}`,
    help: 'Write lists of field specs, by their transformers',
  }),
};

function isVariant(kind: string): kind is Variant {
  return Object.hasOwn(REPORTS, kind);
}

export default defineRule({
  id: 'kustomization-invalid',
  title: 'kustomize refuses the kustomization file, so nothing of it is applied',
  category: 'schema',
  severity: 'error',
  presets: ['recommended'],
  subject: 'kustomization',
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'object',
  variants: {
    'field-unknown': 'error',
    'field-type': 'error',
    'kind-wrong': 'error',
    empty: 'error',
    'several-files': 'error',
    'component-kind': 'error',
    configuration: 'error',
  },

  *check({ failures }) {
    for (const fault of failures) if (isVariant(fault.kind)) yield { variant: fault.kind, at: fault.at, ...REPORTS[fault.kind](fault) };
  },
});
