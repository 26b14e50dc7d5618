import { expect, test } from 'vitest';
import { compareNamespaces, mayBeSameNamespace, RELEASE_NAMESPACE } from '../../../src/core/model/namespace.ts';
import { Cursor } from '../../../src/core/yaml/cursor.ts';
import type { Field } from '../../../src/core/yaml/field.ts';
import { parseSource } from '../../../src/core/yaml/parse-source.ts';

/** The namespace that an object names; undefined for one that names none. */
function namespaceOf(name: string | undefined): Field<string> {
  const [document] = parseSource('a.yaml', name === undefined ? 'a: b\n' : `namespace: ${name}\n`).documents;
  const root = document && Cursor.root(document);
  if (!root) throw new Error('no document');
  return root.get('namespace').string();
}

test.each([
  ['a', 'a', 'yes'],
  ['a', 'b', 'no'],
  ['a', undefined, 'unknown'],
  [undefined, undefined, 'yes'],
  ['{{ x }}', 'a', 'unknown'],
  ['{{ x }}', undefined, 'unknown'],
  // Who installs a chart chooses its namespace, for all objects of the chart that name no other one.
  [RELEASE_NAMESPACE, RELEASE_NAMESPACE, 'yes'],
  [RELEASE_NAMESPACE, undefined, 'yes'],
  [RELEASE_NAMESPACE, 'a', 'unknown'],
  [RELEASE_NAMESPACE, 'default', 'unknown'],
])('%s and %s are one namespace: %s', (a, b, answer) => {
  expect(compareNamespaces(namespaceOf(a), namespaceOf(b))).toBe(answer);
  expect(compareNamespaces(namespaceOf(b), namespaceOf(a))).toBe(answer);
});

test('a name may be that of the release', () => {
  expect([mayBeSameNamespace('a', 'a'), mayBeSameNamespace('a', 'b'), mayBeSameNamespace('a', RELEASE_NAMESPACE)]).toEqual([true, false, true]);
});
