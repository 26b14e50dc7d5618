import { expect, test } from 'vitest';
import { Cursor } from '../../../src/core/yaml/cursor.ts';
import { hidesValues } from '../../../src/core/yaml/hides-values.ts';
import { parseSource } from '../../../src/core/yaml/parse-source.ts';

function hides(text: string): boolean | undefined {
  const [document] = parseSource('a.yaml', text).documents;
  const root = document && Cursor.root(document);
  return root && hidesValues(root);
}

test.each(['a: 1', 'a: [b, {c: d}]', 'a:', '[]', 'plain'])('%s shows all', text => {
  expect(hides(text)).toBe(false);
});

test.each(['a: ${B}', 'a: [b, {c: "{{ d }}"}]', '{"${A}": 1}', 'a:\n  {{ b }}\n', '${ALL}'])('%j hides something', text => {
  expect(hides(text)).toBe(true);
});
