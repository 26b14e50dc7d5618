import { expect, test } from 'vitest';
import { alignLines, mapLines } from '../../../src/node/helm/map-lines.ts';
import { Marks } from '../../../src/node/helm/mark-template.ts';
import { readTemplateLines } from '../../../src/node/helm/template-lines.ts';

const marks = new Marks('s');
const TEMPLATE = 'kind: A\nlabels: {{- include "l" . | nindent 2 }}\nspec:\n  {{- toYaml .Values.spec | nindent 2 }}\n  fixed: yes\n  last: {{ .x }}\n';
const HELPER = '{{ define "l" }}\napp: web\nrelease: {{ .r }}\n{{ end }}\n';

/** Sources of the lines of a piece; `@file.line` stands for a mark. */
function map(written: string): readonly string[] | undefined {
  const marked = written.replaceAll(/@(\d+)\.(\d+)/g, (_, file: string, line: string) => marks.write({ file: Number(file), line: Number(line) }).trim());
  const lines = marked.split('\n');
  const templates = [readTemplateLines(TEMPLATE), readTemplateLines(HELPER)];
  const found = mapLines({ own: 1, plain: lines.map(line => marks.strip(line)), marked: lines }, marks, file => templates[file - 1] ?? []);
  return found?.map(source => {
    if (!source) return '-';
    const caller = source.includedBy ? ` by ${String(source.includedBy.file)}.${String(source.includedBy.line)}` : '';
    return `${String(source.file)}.${String(source.line)}${source.isCertain ? '' : '?'}${caller}`;
  });
}

test('the first mark of a line is its own, that of the template which includes it is its caller', () => {
  expect(map('kind: A @1.1\nlabels: @1.2\n  app: web @2.2\n  release: r @2.3 @1.2\nspec: @1.3')).toEqual(['1.1', '1.2', '2.2 by 1.2', '2.3 by 1.2', '1.3']);
});

test('a line without a mark belongs to the action whose mark comes next, or to the text that it equals', () => {
  expect(map('spec: @1.3\n  replicas: 1\n  paused: no @1.4\n  fixed: yes\n  last: x @1.6')).toEqual(['1.3', '1.4?', '1.4', '1.5?', '1.6']);
});

test('a line that writes nothing is not what a value came from', () => {
  expect(map('spec: @1.3\n  replicas: 1\n  fixed: yes @1.5')).toEqual(['1.3', '1.4?', '1.5']);
});

test('without a mark below, the one above counts', () => {
  expect(map('kind: A @1.1\n  more: 1')).toEqual(['1.1', '1.1?']);
});

test('blank lines at the ends, where a mark alone was trimmed, are passed over', () => {
  const found = mapLines(
    { own: 1, plain: ['kind: A'], marked: [marks.write({ file: 1, line: 9 }), `kind: A${marks.write({ file: 1, line: 1 })}`, ''] },
    marks,
    () => [],
  );
  expect(found).toEqual([{ file: 1, line: 1, isCertain: true }]);
});

test('two that differ in their lines are not mapped', () => {
  expect(mapLines({ own: 1, plain: ['a', 'b'], marked: ['a'] }, marks, () => [])).toBeUndefined();
});

test('without marks, lines are found by their text, in their order', () => {
  const found = alignLines(1, ['kind: A', 'labels:', '  app: web', 'spec:', '  fixed: yes', '  last: 7'], readTemplateLines(TEMPLATE));
  expect(found.map(({ line }) => line)).toEqual([1, 2, 2, 3, 5, 6]);
});
