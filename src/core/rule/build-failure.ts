import type { RenderingFault } from '../model/rendering.ts';

/** What a failing build says, in our words. */
export interface BuildFailureWords {
  readonly message: string;
  readonly help?: string | undefined;
}

type Tell = (fault: RenderingFault) => BuildFailureWords;

/** A part of kustomize's sentence, and what it means for its subject. */
type Words = readonly (readonly [said: string, message: (subject: string) => string, help: string])[];

const END = 'so the kustomization does not build';

/** The words for the first sentence that fits. The last ones have no condition. */
function tell(words: Words, { subject, answer = '' }: RenderingFault): BuildFailureWords {
  const [, message, help] = words.find(([said]) => answer.includes(said)) ?? [];
  return { message: message?.(subject === '' ? 'patch' : subject) ?? `"${subject}" is refused, ${END}`, help };
}

const REFUSED = 'so kubectl and Argo CD refuse to build it';

/** Of what lies outside of all that is read. */
const BEYOND: Words = [
  ['is a link', subject => `"${subject}" is a link that leads out of the kustomization, ${REFUSED}`, 'Put the file itself there'],
  ['security; ', subject => `"${subject}" lies outside of the kustomization, ${REFUSED}`, 'Move the file into the directory of the kustomization'],
  ['through a link', subject => `"${subject}" leads through a link out of the repository, so a clone of it does not build`, 'Keep it in the repository'],
  ['', subject => `"${subject}" lies outside of the repository, so a clone of it does not build`, 'Keep it in the repository, or name it by its URL'],
];

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
  ['unsupported type', subject => `"${subject}" has a key that is no text, ${END}`, 'Put the key in quotes, or rename it where kustomize writes it'],
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

/** A plugin from elsewhere runs where kustomize is told to allow it, and not in kubectl. */
function reportPlugin({ subject, answer = '' }: RenderingFault): BuildFailureWords {
  if (answer.includes('external plugin')) {
    const help = 'Build with kustomize and --enable-alpha-plugins';
    return { message: `"${subject}" is a plugin of others, so kubectl does not build the kustomization`, help };
  }
  if (answer.includes('unable to load builtin')) return { message: `"${subject}" is no built-in plugin, ${END}`, help: 'Correct the kind' };
  if (answer.includes(' not a ')) return { message: `"${subject}" is listed in the wrong field, ${END}`, help: 'Move it between generators and transformers' };
  if (answer.includes('modify the resource')) return { message: `One of the "${subject}" changes objects, ${END}`, help: 'List it in transformers' };
  return { message: `"${subject}" lacks what it needs, ${END}`, help: 'Complete the fields of the plugin' };
}

const REPORTS: Readonly<Record<string, Tell>> = {
  'object-malformed': fault => tell(OBJECT, fault),
  'object-repeated': ({ subject }) => ({ message: `Object "${subject}" is in the build twice, ${END}`, help: 'Remove or rename one of the two' }),
  'resource-unreadable': ({ subject }) => ({ message: `"${subject}" cannot be read, ${END}`, help: 'Correct the file, or remove it' }),
  'resource-beyond': fault => tell(BEYOND, fault),
  'resource-outside': ({ subject }) => ({
    message: `"${subject}" lies outside of the kustomization, ${REFUSED}`,
    help: 'Move the file into the directory, or give its own one a kustomization',
  }),
  generator: fault => tell(GENERATOR, fault),
  'generator-behavior': fault => tell(BEHAVIOR, fault),
  'namespace-conflict': ({ subject }) => ({
    message: `Namespace "${subject}" makes several objects one, ${END}`,
    help: 'Rename one of the objects, or take it out of the kustomization',
  }),
  value: fault => tell(VALUE, fault),
  'patch-malformed': fault => tell(PATCH, fault),
  plugin: reportPlugin,
};

/** The words for a failure of a kustomization's build that has no rule of its own; undefined for any other. */
export function describeBuildFailure(fault: RenderingFault): BuildFailureWords | undefined {
  return REPORTS[fault.kind]?.(fault);
}
