import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commentsOf } from '../../../src/core/yaml/comments.ts';
import { Cursor } from '../../../src/core/yaml/cursor.ts';
import { askYaml } from '../../../src/core/yaml/explain/second-opinion.ts';
import type { SourceFile } from '../../../src/core/yaml/source-file.ts';
import { NodeKind } from '../../../src/core/yaml/tree.ts';
import { problemsOf, readText, rootOf, valuesOf } from './reading.ts';

const SEED = 20_240_613;

/** Pieces that make lines of every kind, right and wrong ones. */
const pieces = [
  'apiVersion: v1',
  'name: web',
  'ports:',
  '- port: 80',
  '- a',
  'key',
  'x: "y',
  "q: 'it''s'",
  't: "a\\nb"',
  'l: |',
  'f: >-',
  'text # c',
  '# comment',
  'm: {a: b, c: [d]}',
  'o: [',
  ']',
  '}',
  '---',
  '...',
  '&x y',
  'z: *x',
  '<<: *x',
  'v: {{ .x }}',
  '{{- if .y }}',
  '{{ end }}',
  'e: ${VAR}',
  'u: !!int "1"',
  '? k',
  ': v',
  'tab:\there',
  '@',
  '%YAML 1.2',
  'ü: ☃',
  'on: 0755',
  '{"j": 1}',
  '',
];
const line = fc.tuple(fc.constantFrom('', '', '  ', '  ', '    ', '   ', '\t'), fc.constantFrom(...pieces), fc.constantFrom('', '', '', '  ', ' # d', '\r'));
const texts = fc.array(line, { maxLength: 14 }).map(lines => lines.map(parts => parts.join('')).join('\n'));

/** Walks all that a file offers, as the model and the rules do. */
function walk(file: SourceFile): number {
  let count = commentsOf(file).length;
  const visit = (cursor: Cursor<unknown>, depth: number): void => {
    count++;
    const { span } = cursor.at;
    expect(span.start).toBeGreaterThanOrEqual(0);
    expect(span.end).toBeGreaterThanOrEqual(span.start);
    expect(span.end).toBeLessThanOrEqual(file.text.length);
    if (depth > 20 || count > 2000) return;
    cursor.scalar();
    for (const { value } of cursor.entries()) visit(value, depth + 1);
    for (const item of cursor.items()) visit(item, depth + 1);
  };
  for (const document of file.documents) {
    const root = Cursor.root(document);
    if (root) visit(root, 0);
    for (const { span, related } of document.problems) {
      expect(file.lines.position(span.start).line).toBeGreaterThan(0);
      expect(span.end).toBeGreaterThanOrEqual(span.start);
      if (related) expect(related.span.start).toBeLessThanOrEqual(file.text.length);
    }
  }
  return count;
}

describe('whatever the text', () => {
  test('it is read without a throw, with one fatal problem a document at most', () => {
    fc.assert(
      fc.property(texts, text => {
        const file = readText(text, { secondOpinion: askYaml });
        walk(file);
        for (const { tree, problems } of file.documents) expect(problems.filter(problem => problem.fatal).length).toBe(tree || problems.length === 0 ? 0 : 1);
      }),
      { seed: SEED, numRuns: 600 },
    );
  });

  test('its spans follow each other and cover it', () => {
    fc.assert(
      fc.property(texts, text => {
        const spans = readText(text).documents.map(({ span }) => span);
        const parts = spans.filter((span, i) => span.start !== spans[i - 1]?.start);
        expect(
          parts
            .map(({ start, end }) => text.slice(start, end))
            .join('')
            .trimEnd(),
        ).toBe(text.trimEnd());
      }),
      { seed: SEED, numRuns: 250 },
    );
  });

  test('it says the same with carriage returns', () => {
    fc.assert(
      fc.property(texts, text => {
        const plain = text.replaceAll('\r', '');
        expect(valuesOf(plain.replaceAll('\n', '\r\n'))).toEqual(valuesOf(plain));
        expect(problemsOf(plain.replaceAll('\n', '\r\n')).map(({ cause }) => cause)).toEqual(problemsOf(plain).map(({ cause }) => cause));
      }),
      { seed: SEED, numRuns: 400 },
    );
  });
});

const manifest = `# web
apiVersion: v1
kind: Service
metadata: {name: web, labels: &l {app: web, "tier": 'front end'}}
spec:
  ports:
    - name: http # first
      port: 80
  text: |
    a: b
      {{ .x }}
  folded: >-
    one
    two
  quoted: "tab \\t and
    more"
  alias: *l
---
{"a": [1, {"b": null}]}
--- # last
on: 0755
x: {{ .Values.y }}
`;

describe('a manifest', () => {
  test('cut off at any character is read without a throw', () => {
    for (let end = 0; end <= manifest.length; end++) walk(readText(manifest.slice(0, end), { secondOpinion: askYaml }));
  });

  test('with any character replaced is read without a throw', () => {
    for (let at = 0; at < manifest.length; at += 2) {
      for (const char of ['"', '[', '\t', '\n', '{{']) walk(readText(manifest.slice(0, at) + char + manifest.slice(at + 1)));
    }
  });
});

/** Values of every style, each with the text that a key may take before it. */
const scalars = fc.oneof(
  fc.stringMatching(/^[a-z][a-z0-9 .-]{0,10}[a-z0-9]$/),
  fc.integer().map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.constantFrom('yes', 'null', '~', '0x1F', '1_000', '', '!!str 1', '&a x'),
  fc.string().map(value => JSON.stringify(value)),
  fc.stringMatching(/^[a-z' #:]{0,8}$/).map(value => `'${value.replaceAll("'", "''")}'`),
  fc.array(fc.stringMatching(/^[a-z][a-z #:]{0,6}$/), { minLength: 1, maxLength: 3 }).map(lines => `|\n${lines.map(text => `    ${text}`).join('\n')}`),
);

describe('the span of a scalar', () => {
  test('holds the text that says the same when it is read again', () => {
    fc.assert(
      fc.property(fc.array(scalars, { minLength: 1, maxLength: 5 }), values => {
        const text = values.map((value, i) => `k${i}: ${value}\n`).join('');
        const [document] = readText(text).documents;
        const tree = document?.tree;
        if (!tree) throw new Error(`not read: ${text}`);
        for (let node = 0; node < tree.size; node++) {
          if (tree.kind(node) !== NodeKind.scalar || tree.style(node) > 3 || tree.tag(node) !== undefined) continue;
          const again = text.slice(tree.start(node), tree.end(node));
          expect(rootOf(`v: ${again}\n`).get('v').text ?? '').toBe(tree.scalarText(node));
        }
      }),
      { seed: SEED, numRuns: 250 },
    );
  });
});
