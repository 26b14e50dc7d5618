import { defineRule, fixOf, setScalar, type Finding, type RenderingFault } from '../../src/core/api.ts';

type Variant = 'source' | 'target' | 'var' | 'replicas' | 'reference' | 'image';
type Report = Omit<Finding<Variant>, 'at'>;

const END = 'so it does not build';

function reportSource({ subject, answer = '' }: RenderingFault): Report {
  const [, path] = /fieldPath `([^`]*)` is missing/.exec(answer) ?? [];
  const variant = 'source';
  if (path !== undefined) return { variant, message: `Field "${path}" of ${subject} is the source of a replacement and absent, ${END}`, help: 'Correct fieldPath' };
  if (answer.includes('nothing selected by')) {
    return { variant, message: `The source ${subject} is not in the kustomization, ${END}`, help: 'Correct the source, or add the object to resources' };
  }
  if (answer.includes('multiple matches')) return { variant, message: `The source ${subject} is more than one object, ${END}`, help: 'Name one object by kind, name and namespace' };
  return { variant, message: `The source of the replacement, ${subject || '""'}, gives no value, ${END}`, help: 'Name an object, its field, and targets' };
}

function reportTarget({ subject, answer = '' }: RenderingFault): Report {
  const variant = 'target';
  if (!answer.includes('unable to find')) return { variant, message: `kustomize cannot write the replacement to "${subject}", ${END}`, help: 'Correct the target' };
  return { variant, message: `Field "${subject}" of the target is not there, ${END}`, help: 'Correct the path, or set options.create to true' };
}

const REPORTS: Readonly<Record<string, (fault: RenderingFault) => Report>> = {
  'replacement-source': reportSource,
  'replacement-target': reportTarget,
  var: ({ subject }) => ({ variant: 'var', message: `Variable "${subject}" has no value of one object, ${END}`, help: 'Correct objref and fieldref, and give each name once' }),
  'replicas-target-missing': ({ subject, near, at }) => ({
    variant: 'replicas',
    message: `Replicas are set for "${subject}", which no workload of the kustomization is, ${END}`,
    help: near === undefined ? 'Correct the name, or remove the entry' : `Name ${near}, which is there`,
    fixes: near === undefined ? [] : fixOf(`Name ${near}`, 'unsafe', setScalar(at, near)),
  }),
  'name-reference': ({ subject }) => ({
    variant: 'reference',
    message: `"${subject}" may name more than one object of the kustomization, ${END}`,
    help: 'Write the namespace beside the name',
  }),
  'image-unused': ({ subject, near, at }) => ({
    variant: 'image',
    message: `Image "${subject}" is in no container, so the entry changes nothing`,
    help: near === undefined ? 'Correct the name, or remove the entry' : `Name ${near}, which a container has`,
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
  variants: { source: 'error', target: 'error', var: 'error', replicas: 'error', reference: 'error', image: 'warning' },

  *check({ failures }) {
    for (const fault of failures) {
      const report = REPORTS[fault.kind]?.(fault);
      if (report) yield { ...report, at: fault.at, related: fault.related ?? [] };
    }
  },
});
