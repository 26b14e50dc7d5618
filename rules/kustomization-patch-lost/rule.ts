import { defineRule, type Finding, type RenderingFault } from '../../src/core/api.ts';

type Variant = 'keyless' | 'element' | 'replace' | 'null-label';
type Report = Pick<Finding<Variant>, 'variant' | 'message' | 'help'>;

const REPORTS: Readonly<Record<string, (fault: RenderingFault) => Report>> = {
  'patch-element-keyless': ({ subject }) => ({
    variant: 'keyless',
    message: `The patch of a list element has no "${subject}", so the element is lost and others with it`,
    help: `Write ${subject}, by which kustomize finds the element`,
  }),
  'patch-element-lost': ({ subject }) => ({
    variant: 'element',
    message: `The patch of element "${subject}" meets no such element, so it is lost`,
    help: subject.toLowerCase().includes('port ') ? 'Write the protocol in both or in none' : 'Give each element of the list keys of its own',
  }),
  'patch-replace-ignored': ({ subject }) => ({
    variant: 'replace',
    message: `"$patch: replace" in element "${subject}" keeps the old element, so the patch is lost`,
    help: 'Remove the directive, or delete the element and add it in another patch',
  }),
  'patch-null-label': ({ subject }) => ({
    variant: 'null-label',
    message: `Null does not remove "${subject}" in such a patch, so its text becomes the value`,
    help: 'Leave out the target, or remove the key by a JSON patch',
  }),
};

export default defineRule({
  id: 'kustomization-patch-lost',
  title: 'A part of the patch is passed over, so the object stays as it was or loses more',
  category: 'references',
  severity: 'warning',
  presets: ['recommended'],
  subject: 'kustomization',
  fix: 'no',
  since: '0.1.0',
  judges: 'object',
  variants: { keyless: 'warning', element: 'warning', replace: 'warning', 'null-label': 'warning' },

  *check({ failures }) {
    for (const fault of failures) {
      const report = REPORTS[fault.kind]?.(fault);
      if (report) yield { ...report, at: fault.at, related: fault.related ?? [] };
    }
  },
});
