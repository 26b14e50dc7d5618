import { defineRule, type Finding, type RenderingFault } from '../../src/core/api.ts';

type Variant = 'object' | 'repeated' | 'unreadable' | 'outside' | 'generator' | 'behavior' | 'namespace' | 'plugin' | 'external' | 'value' | 'patch';
type Report = Omit<Finding<Variant>, 'variant' | 'at'>;
/** A part of kustomize's sentence, and what it means for its subject. */
type Words = readonly (readonly [said: string, message: (subject: string) => string, help: string])[];

const END = 'so the kustomization does not build';

/** The words for the first sentence that fits. The last ones have no condition. */
function tell(words: Words, { subject, answer = '' }: RenderingFault): Report {
  const [, message, help] = words.find(([said]) => answer.includes(said)) ?? [];
  return { message: message?.(subject === '' ? 'patch' : subject) ?? `"${subject}" is refused, ${END}`, help };
}

const OBJECT: Words = [
  ['missing metadata.name', subject => `"${subject}" holds an object without a name, ${END}`, 'Set metadata.name'],
  ['missing kind', subject => `"${subject}" holds an object without a kind, ${END}`, 'Set apiVersion and kind, or remove the file from resources'],
  ['', subject => `"${subject}" holds something that is no object, ${END}`, 'Write objects, or remove the file from resources'],
];

const GENERATOR: Words = [
  ['illegally repeats', subject => `Key "${subject}" is generated twice, ${END}`, 'Remove one of the two'],
  ['invalid literal', subject => `The literal "${subject}" has no key and value, ${END}`, 'Write key=value'],
  ['must have a name', subject => `A generator of a "${subject}" has no name, ${END}`, 'Set its name'],
  ['invalid utf8', subject => `"${subject}" is no text of variables, ${END}`, 'Name it in files, or save it as UTF-8'],
  ['', subject => `The source "${subject}" is no key and path, ${END}`, 'Write a path, or key=path'],
];

const BEHAVIOR: Words = [
  [
    'does not exist',
    subject => `The generator merges into "${subject}", which the kustomization lacks, so it does not build`,
    'Remove behavior, or correct the name',
  ],
  [
    'multiple objects',
    subject => `The generator merges into "${subject}", which is there more than once, so it does not build`,
    'Set the namespace of the generator',
  ],
  ['', subject => `The generator makes "${subject}", which is there already, ${END}`, 'Set behavior to merge or replace, or take another name'],
];

const VALUE: Words = [
  ['unsupported type', subject => `"${subject}" has a key that is no text, ${END}`, 'Put the key in quotes'],
  ['unsupported value', subject => `"${subject}" has a number that JSON lacks, ${END}`, 'Put the value in quotes'],
  ['order', subject => `"${subject}" is no order of sortOptions, ${END}`, 'Write legacy or fifo'],
  ['', subject => `"${subject}" has a text where a number or boolean stood, ${END}`, 'Write a value of the type'],
];

const PATCH: Words = [
  ['qualifies as both', subject => `"${subject}" is an object and a list of operations at once, ${END}`, 'Keep one of them'],
  ['unable to parse SM', subject => `"${subject}" is neither an object nor a list of operations, ${END}`, 'Write apiVersion, kind and name, or operations'],
  ['must specify a target for JSON', subject => `The operations of "${subject}" have no target, ${END}`, 'Give the patch a target'],
  ['Multiple Strategic-Merge', subject => `"${subject}" holds several objects for one target, ${END}`, 'Remove the target, or part the patches'],
  ['must specify the target name', subject => `The operations of "${subject}" have no target with a name, ${END}`, 'Name the target'],
  ['must specify one of', () => `The entry has neither "patch" nor "path", ${END}`, 'Set one of them'],
  ['empty file path', () => `The entry has neither "patch" nor "path", ${END}`, 'Set one of them'],
  ["can't be set at the same", () => `The entry has both "patch" and "path", ${END}`, 'Keep one of them'],
  ['must specify a file path or', () => `The entry has both "patch" and "path", ${END}`, 'Keep one of them'],
  ['wrong node kind', subject => `The patch of "${subject}" has another type than what is there, ${END}`, 'Write the value in the form that the object has'],
  ['unknown patch strategy', subject => `The patch of "${subject}" names no strategy in "$patch", ${END}`, 'Write merge, replace or delete'],
  ['error parsing regexp', subject => `A pattern in "${subject}" does not parse, ${END}`, 'Correct the pattern'],
  ['', subject => `"${subject}" is no patch that kustomize can use, ${END}`, 'Write an object with its name, or a list of operations'],
];

const REPORTS: Readonly<Record<string, readonly [Variant, (fault: RenderingFault) => Report]>> = {
  'object-malformed': ['object', fault => tell(OBJECT, fault)],
  'object-repeated': ['repeated', ({ subject }) => ({ message: `Object "${subject}" is in the build twice, ${END}`, help: 'Remove or rename one of the two' })],
  'resource-unreadable': ['unreadable', ({ subject }) => ({ message: `"${subject}" cannot be read, ${END}`, help: 'Correct the file, or remove it' })],
  'resource-outside': [
    'outside',
    ({ subject }) => ({
      message: `"${subject}" lies outside of the kustomization, so kubectl and Argo CD refuse to build it`,
      help: 'Move the file into the directory, or give its own one a kustomization',
    }),
  ],
  generator: ['generator', fault => tell(GENERATOR, fault)],
  'generator-behavior': ['behavior', fault => tell(BEHAVIOR, fault)],
  'namespace-conflict': [
    'namespace',
    ({ subject }) => ({
      message: `Namespace "${subject}" makes several objects one, ${END}`,
      help: 'Rename one of the objects, or take it out of the kustomization',
    }),
  ],
  value: ['value', fault => tell(VALUE, fault)],
  'patch-malformed': ['patch', fault => tell(PATCH, fault)],
};

/** A plugin from elsewhere runs where kustomize is told to allow it, and not in kubectl. */
function reportPlugin({ subject, answer = '' }: RenderingFault): Pick<Finding<Variant>, 'variant' | 'message' | 'help'> {
  if (answer.includes('external plugin')) {
    const help = 'Build with kustomize and --enable-alpha-plugins';
    return { variant: 'external', message: `"${subject}" is a plugin of others, so kubectl does not build the kustomization`, help };
  }
  if (answer.includes('unable to load builtin')) return { variant: 'plugin', message: `"${subject}" is no built-in plugin, ${END}`, help: 'Correct the kind' };
  if (answer.includes(' not a '))
    return { variant: 'plugin', message: `"${subject}" is listed in the wrong field, ${END}`, help: 'Move it between generators and transformers' };
  if (answer.includes('modify the resource'))
    return { variant: 'plugin', message: `One of the "${subject}" changes objects, ${END}`, help: 'List it in transformers' };
  return { variant: 'plugin', message: `"${subject}" lacks what it needs, ${END}`, help: 'Complete the fields of the plugin' };
}

export default defineRule({
  id: 'kustomization-build-fails',
  title: 'kustomize stops at a part of the kustomization, so nothing of it is applied',
  category: 'schema',
  severity: 'error',
  presets: ['recommended'],
  subject: 'kustomization',
  fix: 'no',
  since: '0.1.0',
  judges: 'object',
  variants: {
    object: 'error',
    repeated: 'error',
    unreadable: 'error',
    outside: 'warning',
    generator: 'error',
    behavior: 'error',
    namespace: 'error',
    plugin: 'error',
    external: 'info',
    value: 'error',
    patch: 'error',
  },

  *check({ failures }) {
    for (const fault of failures) {
      if (fault.kind === 'plugin') yield { at: fault.at, ...reportPlugin(fault) };
      const [variant, report] = REPORTS[fault.kind] ?? [];
      if (variant && report) yield { variant, at: fault.at, related: fault.related ?? [], ...report(fault) };
    }
  },
});
