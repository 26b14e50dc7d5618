import { describe, expect, it } from 'vitest';
import { textOf } from '../../harness/built.ts';

const KINDS = [
  'admissionregistration.k8s.io/v1 ValidatingWebhookConfiguration',
  'apps/v1 Deployment',
  'v1 Pod',
  'v1 Service',
  'serving.knative.dev/v1 Service',
  'e.com/v1 Zebra',
  'e.com/v1 Foo',
  'v1 ConfigMap',
  'e.com/v1 Namespace',
  'v1 Namespace',
];

function ordered(sortOptions: string): string[] {
  const all = KINDS.map(gvk => `apiVersion: ${gvk.replace(' ', '\nkind: ')}\nmetadata: {name: a}\n`).join('---\n');
  return textOf({ 'kustomization.yaml': `resources: [all.yaml]\n${sortOptions}`, 'all.yaml': all })
    .split('---\n')
    .map(text => (/^apiVersion: (.*)\nkind: (.*)$/m.exec(text) ?? []).slice(1).join(' '));
}

describe('the order of objects (K-127)', () => {
  it('is by kind, then by group and version, what has no group last', () => {
    expect(ordered('')).toEqual([
      'v1 Namespace',
      'e.com/v1 Namespace',
      'v1 ConfigMap',
      'serving.knative.dev/v1 Service',
      'v1 Service',
      'apps/v1 Deployment',
      'e.com/v1 Foo',
      'e.com/v1 Zebra',
      'v1 Pod',
      'admissionregistration.k8s.io/v1 ValidatingWebhookConfiguration',
    ]);
  });

  it('is that of the files with fifo', () => {
    expect(ordered('sortOptions: {order: fifo}\n')).toEqual(KINDS);
  });

  it('is by the lists that are given', () => {
    const lists = 'sortOptions: {order: legacy, legacySortOptions: {orderFirst: [Pod], orderLast: [Namespace]}}\n';
    const found = ordered(lists);
    expect(found[0]).toBe('v1 Pod');
    expect(found.slice(-2)).toEqual(['v1 Namespace', 'e.com/v1 Namespace']);
  });

  it('is by namespace and name within a kind, what has no namespace last', () => {
    const object = (metadata: string): string => `apiVersion: v1\nkind: Pod\nmetadata: ${metadata}\n`;
    const all = ['{name: b}', '{name: a}', '{name: z, namespace: p}', '{name: x, namespace: q}'].map(object).join('---\n');
    expect(textOf({ 'kustomization.yaml': 'resources: [all.yaml]\n', 'all.yaml': all }).match(/name: ./g)).toEqual([
      'name: z',
      'name: x',
      'name: a',
      'name: b',
    ]);
  });
});
