import { defineRule, fixOf, mendText, setScalar, type Finding, type RenderingFault } from '../../src/core/api.ts';

type Variant = 'source' | 'target' | 'var' | 'replicas' | 'reference' | 'image' | 'idle';
type Report = Omit<Finding<Variant>, 'at'>;

const END = 'so nothing is built';

/** What is there and was perhaps meant, as help and fix. */
function name(near: string | undefined, mends: RenderingFault['mends'] = []): Pick<Report, 'help' | 'fixes'> {
  return near === undefined ? {} : { help: `Name ${near}, which is there`, fixes: fixOf(`Name ${near}`, 'unsafe', ...mends.map(mendText)) };
}

function reportSource({ subject, answer = '', near, mends }: RenderingFault): Report {
  const [, path] = /fieldPath `([^`]*)` is missing/.exec(answer) ?? [];
  const variant = 'source';
  if (path !== undefined) return { variant, message: `The source ${subject} has no field "${path}", ${END}`, help: 'Correct fieldPath' };
  if (answer.includes('nothing selected by')) {
    const help = 'Correct the source, or add the object to resources';
    return { variant, message: `The source ${subject} is not in the kustomization, ${END}`, help, ...name(near, mends) };
  }
  if (answer.includes('multiple matches'))
    return { variant, message: `The source ${subject} is more than one object, ${END}`, help: 'Name one object by kind, name and namespace' };
  return { variant, message: `The "source" of a replacement gives no value for its targets, ${END}`, help: 'Name an object, its field, and targets' };
}

function reportTarget({ subject, answer = '' }: RenderingFault): Report {
  const variant = 'target';
  if (!answer.includes('unable to find'))
    return { variant, message: `The target "${subject}" does not take the replacement, ${END}`, help: 'Correct the target' };
  return { variant, message: `Field "${subject}" of the target is not there, ${END}`, help: 'Correct the path, or set options.create to true' };
}

function reportVar({ subject, answer = '' }: RenderingFault): Report {
  const variant = 'var';
  if (answer.includes('already encountered'))
    return { variant, message: `Variable "${subject}" is there already, ${END}`, help: 'Give each variable a name of its own' };
  if (answer.includes('resId matches'))
    return { variant, message: `Variable "${subject}" names more than one object, ${END}`, help: 'Set the namespace in objref' };
  if (answer.includes('known resources')) {
    return { variant, message: `Variable "${subject}" names an object that is not in the kustomization, ${END}`, help: 'Correct objref, or add the object' };
  }
  if (answer.includes('field specified'))
    return { variant, message: `Variable "${subject}" names a field that its object lacks, ${END}`, help: 'Correct fieldref.fieldpath' };
  return { variant, message: `Variable "${subject}" does not fit where it is used, ${END}`, help: 'Use the variable in a text' };
}

const REPORTS: Readonly<Record<string, (fault: RenderingFault) => Report>> = {
  'replacement-source': reportSource,
  'replacement-target': reportTarget,
  'replacement-not-applied': ({ subject, near, mends }) => ({
    variant: 'idle',
    message: `The target ${subject} selects no object, so nothing is replaced there`,
    help: 'Correct the target, or remove it',
    ...name(near, mends),
  }),
  var: reportVar,
  'replicas-target-missing': ({ subject, near, at }) => ({
    variant: 'replicas',
    message: `Replicas are set for "${subject}", which no workload is, ${END}`,
    help: near === undefined ? 'Correct the name, or remove the entry' : `Name ${near}, which is there`,
    fixes: near === undefined ? [] : fixOf(`Name ${near}`, 'unsafe', setScalar(at, near)),
  }),
  'name-reference': ({ subject, answer = '' }) =>
    answer.includes('multiple possible')
      ? { variant: 'reference', message: `"${subject}" may name more than one object, ${END}`, help: 'Write the namespace beside the name' }
      : { variant: 'reference', message: `"${subject}" is no name where kustomize keeps one, ${END}`, help: 'Write the field in its form' },
  'image-unused': ({ subject, near, at, related = [] }) => ({
    variant: 'image',
    message: `Image "${subject}" is in no container, so the entry changes nothing`,
    help:
      related.length > 0
        ? 'Name the field of the image in configurations, or remove the entry'
        : near === undefined
          ? 'Correct the name, or remove the entry'
          : `Name ${near}, which a container has`,
    fixes: near === undefined ? [] : fixOf(`Name ${near}`, 'unsafe', setScalar(at, near)),
  }),
};

export default defineRule({
  id: 'kustomization-replacement-unresolved',
  title: 'A replacement, variable, image or number of replicas finds nothing to take or to set',
  category: 'references',
  severity: 'error',
  presets: ['recommended'],
  subject: 'kustomization',
  fix: 'unsafe',
  since: '0.1.0',
  judges: 'object',
  variants: { source: 'error', target: 'error', var: 'error', replicas: 'error', reference: 'error', image: 'warning', idle: 'warning' },

  *check({ failures }) {
    for (const fault of failures) {
      const report = REPORTS[fault.kind]?.(fault);
      if (report) yield { ...report, at: fault.at, related: fault.related ?? [] };
    }
  },
});
