import { describe, expect, it } from 'vitest';
import { answersOf, buildTexts, objectOf, textOf, writtenIn } from '../../harness/built.ts';

const LIST_IT = 'resources: [a.yaml]\n';
const HEAD = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n';

/** What is printed of a ConfigMap with this data, without its head. */
function dataOf(data: string): string {
  return textOf({ 'kustomization.yaml': LIST_IT, 'a.yaml': `${HEAD}data:\n${data}` })
    .replace(/^[^]*?data:/, 'data:')
    .replace(/kind: [^]*$/, '');
}

describe('anchors and merge keys (K-002)', () => {
  it('an alias is a copy, and tells the anchor and the alias', () => {
    const built = buildTexts({ 'kustomization.yaml': LIST_IT, 'a.yaml': `${HEAD}data:\n  one: &x "1"\n  two: *x\n` });
    expect(built.text).toContain('one: "1"\n  two: "1"\n');
    expect(writtenIn(objectOf(built, 'ConfigMap'), 'data/two')).toEqual(['a.yaml:5', 'a.yaml:6 an alias repeats it here']);
  });

  it('keys of the mapping win, and of a list of mappings the first', () => {
    const data = '  x: &x {a: ax, b: bx}\n  y: &y {b: by, c: cy}\n  z: {<<: [*x, *y], a: az}\n';
    expect(dataOf(data)).toContain('z:\n    a: az\n    b: bx\n    c: cy\n');
  });

  it('a second merge key is refused', () => {
    expect(answersOf({ 'kustomization.yaml': LIST_IT, 'a.yaml': `${HEAD}x: &x {a: b}\ndata:\n  <<: *x\n  <<: *x\n` })).toHaveLength(1);
  });

  it('aliases of aliases end at a budget', () => {
    const bomb = Array.from({ length: 30 }, (_, i) => `  k${String(i + 1)}: &k${String(i + 1)} [*k${String(i)}, *k${String(i)}, *k${String(i)}]\n`).join('');
    const { faults } = buildTexts({ 'kustomization.yaml': LIST_IT, 'a.yaml': `${HEAD}data:\n  k0: &k0 [a, b]\n${bomb}` });
    expect(faults[0]?.answer).toContain('excessive aliasing');
  });
});

describe('plain scalars (K-003, K-006)', () => {
  it.each([
    ['yes', '"yes"'],
    ['True', 'true'],
    ['0x1F', '31'],
    ['017', '15'],
    ['08', '8'],
    ['1_000', '1000'],
    ['1.0', '1'],
    ['1e3', '1000'],
    ['1e400', '1e400'],
    ['0.00001', '1e-05'],
    ['1234567.5', '1.2345675e+06'],
    ['18446744073709551615', '18446744073709551615'],
    ['2024-01-02', '"2024-01-02T00:00:00Z"'],
    ['2024-02-30', '2024-02-30'],
    ['1:30', '"1:30"'],
    ['~', 'null'],
    ['"on"', '"on"'],
    ['plain', 'plain'],
  ])('%s is printed as %s', (written, printed) => {
    expect(dataOf(`  k: ${written}\n`)).toBe(`data:\n  k: ${printed}\n`);
  });

  it('infinity has no JSON', () => {
    expect(answersOf({ 'kustomization.yaml': LIST_IT, 'a.yaml': `${HEAD}data: {a: .inf}\n` })).toEqual(['json: unsupported value: +Inf']);
  });

  it('a null in braces that is written as nothing is an empty text', () => {
    expect(dataOf('  k: {a: , b: ~}\n')).toBe('data:\n  k:\n    a: ""\n    b: null\n');
  });
});

describe('block text (K-007)', () => {
  it('at the end of a file without a line break has none', () => {
    expect(textOf({ 'kustomization.yaml': LIST_IT, 'a.yaml': 'kind: ConfigMap\nmetadata: {name: a}\ndata:\n  k: |\n    text' })).toContain('k: text\n');
  });

  it('folded text gains a line at each step to deeper lines', () => {
    expect(dataOf('  k: >\n    a\n      b\n    c\n')).toContain('k: |\n    a\n\n      b\n    c\n');
  });
});

describe('keys (K-005)', () => {
  it('that stand twice are refused', () => {
    expect(answersOf({ 'kustomization.yaml': LIST_IT, 'a.yaml': `${HEAD}data: {a: b}\ndata: {}\n` })[0]).toContain(
      'line 5: mapping key "data" already defined at line 4',
    );
  });

  it('that are no texts are refused below the root', () => {
    const { faults } = buildTexts({ 'kustomization.yaml': LIST_IT, 'a.yaml': `${HEAD}data:\n  8080: x\n` });
    expect(faults.map(({ kind, at }) => [kind, at.file.path, at.file.lines.position(at.span.start).line])).toEqual([['value', 'a.yaml', 5]]);
  });
});

describe('documents and lists (K-008, K-009, K-010)', () => {
  it('empty documents are dropped, and items of lists come behind', () => {
    const list = `kind: ConfigMapList\nitems: [{kind: ConfigMap, metadata: {name: z}}]\n---\n# nothing\n---\nnull\n---\n{}\n---\n${HEAD}`;
    const text = textOf({ 'kustomization.yaml': `${LIST_IT}sortOptions: {order: fifo}\n`, 'a.yaml': list });
    expect(text.match(/name: ./g)).toEqual(['name: a', 'name: z']);
  });

  it('text behind --- is refused, with its line', () => {
    const [fault] = buildTexts({ 'kustomization.yaml': LIST_IT, 'a.yaml': `${HEAD}--- b\n${HEAD}` }).faults;
    expect(fault?.answer).toContain('invalid document separator: --- b');
    expect(fault?.at.file.lines.position(fault.at.span.start).line).toBe(4);
  });

  it('objects without a name are refused, and those beside them are built', () => {
    const { faults, objects } = buildTexts({ 'kustomization.yaml': LIST_IT, 'a.yaml': `kind: Job\nmetadata: {generateName: a-}\n---\n${HEAD}` });
    expect(faults.map(({ kind }) => kind)).toEqual(['object-malformed']);
    expect(objects).toHaveLength(1);
  });
});

describe('places in a patch that stands in the kustomization', () => {
  const files = (patch: string): Record<string, string> => ({ 'kustomization.yaml': `${LIST_IT}patches:\n${patch}`, 'a.yaml': HEAD });

  it.each([
    ['a block', '- patch: |-\n    kind: ConfigMap\n    apiVersion: v1\n    metadata: {name: a}\n    data:\n      k: v\n', 'kustomization.yaml:8', 'v'],
    [
      'a block behind blank lines',
      '- patch: |\n\n    kind: ConfigMap\n    apiVersion: v1\n    metadata: {name: a}\n    data: {k: v}\n',
      'kustomization.yaml:8',
      'v',
    ],
    ['one line', '- patch: "{kind: ConfigMap, apiVersion: v1, metadata: {name: a}, data: {k: v}}"\n', 'kustomization.yaml:3', 'v'],
  ])('%s', (_, patch, line, written) => {
    const built = buildTexts(files(patch));
    const object = objectOf(built, 'ConfigMap');
    expect(writtenIn(object, 'data/k')).toEqual([line]);
    const [document] = built.documents;
    const tree = document?.tree;
    const value = Array.from({ length: tree?.size ?? 0 }, (_unused, node) => node).find(node => tree?.scalarText(node) === 'v') ?? 0;
    const at = document?.origins?.of(value).at;
    expect(at?.file.text.slice(at.valueSpan.start, at.valueSpan.end)).toBe(written);
  });
});
