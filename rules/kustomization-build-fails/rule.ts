import { defineRule, describeBuildFailure, type RenderingFault } from '../../src/core/api.ts';

type Variant = 'object' | 'repeated' | 'unreadable' | 'outside' | 'generator' | 'behavior' | 'namespace' | 'plugin' | 'external' | 'value' | 'patch';

const VARIANTS: Readonly<Record<string, Variant>> = {
  'object-malformed': 'object',
  'object-repeated': 'repeated',
  'resource-unreadable': 'unreadable',
  'resource-outside': 'outside',
  'resource-beyond': 'outside',
  generator: 'generator',
  'generator-behavior': 'behavior',
  'namespace-conflict': 'namespace',
  plugin: 'plugin',
  value: 'value',
  'patch-malformed': 'patch',
};

/** A plugin from elsewhere runs where kustomize is told to allow it. */
function variantOf({ kind, answer = '' }: RenderingFault): Variant | undefined {
  return kind === 'plugin' && answer.includes('external plugin') ? 'external' : VARIANTS[kind];
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
      const variant = variantOf(fault);
      const words = describeBuildFailure(fault);
      if (variant && words) yield { variant, at: fault.at, related: fault.related ?? [], ...words };
    }
  },
});
