import { describe, expect, it } from 'vitest';
import { build } from '../../../src/core/kustomize/build.ts';
import { readEnvLines } from '../../../src/core/kustomize/generate/env-lines.ts';
import { nodeAt } from '../../../src/core/kustomize/node.ts';
import { answersOf, buildTexts, linesOf, objectOf, textOf, writtenIn } from '../../harness/built.ts';
import { memoryBuildFiles } from '../../harness/memory-build-files.ts';

const PLAIN = 'generatorOptions: {disableNameSuffixHash: true}\n';

function generated(generator: string, files: Readonly<Record<string, string>> = {}): string {
  return textOf({ 'kustomization.yaml': `${PLAIN}${generator}`, ...files });
}

describe('an env file (K-100)', () => {
  it('gives the keys and values of its lines', () => {
    const text = '\uFEFFA=1\r\n# c\n  B = 2 \nC\n\n=x\nD="q"\nE=x=y';
    expect(readEnvLines(text).map(({ key, value }) => [key, value])).toEqual([
      ['A', '1'],
      ['B ', ' 2 '],
      ['C', ''],
      ['D', '"q"'],
      ['E', 'x=y'],
    ]);
  });

  it('is read up to the first line that is too long', () => {
    expect(readEnvLines(`A=1\nB=${'x'.repeat(65_533)}\nC=3`).map(({ key }) => key)).toEqual(['A', 'B', 'C']);
    expect(readEnvLines(`A=1\nB=${'x'.repeat(65_534)}\nC=3`).map(({ key }) => key)).toEqual(['A']);
    expect(readEnvLines(`A=1\nB=${'é'.repeat(32_767)}\nC=3`).map(({ key }) => key)).toEqual(['A']);
  });
});

describe('generators', () => {
  it('take envs, literals and files (K-100)', () => {
    const entry = 'configMapGenerator:\n- name: a\n  literals: ["b=\'q\'", e=]\n  envs: [x.env]\n  files: [dir/f.txt, k=dir/f.txt]\n';
    const files = { 'x.env': 'V=1\n', 'dir/f.txt': 'one\ntwo\n' };
    expect(generated(entry, files)).toBe(
      'apiVersion: v1\ndata:\n  V: "1"\n  b: q\n  e: ""\n  f.txt: |\n    one\n    two\n  k: |\n    one\n    two\nkind: ConfigMap\nmetadata:\n  name: a\n',
    );
  });

  it.each([
    ['literals: [x]', 'loading KV pairs: literal sources [x]: invalid literal source x, expected key=value'],
    ['literals: [=x]', 'loading KV pairs: literal sources [=x]: invalid literal source =x, expected key=value'],
    ['files: [=f]', 'loading KV pairs: file sources: [=f]: missing key name for file path "f" in source "=f"'],
    ['files: [k=]', 'loading KV pairs: file sources: [k=]: missing file path for key name "k" in source "k="'],
    ['files: [a=b=c]', 'loading KV pairs: file sources: [a=b=c]: source "a=b=c" key name or file path contains \'=\''],
    ['literals: [x=1, x=2]', 'configmap a illegally repeats the key `x`'],
  ])('refuse %s (K-100)', (sources, answer) => {
    expect(answersOf({ 'kustomization.yaml': `configMapGenerator:\n- name: a\n  ${sources}\n` })).toEqual([answer]);
  });

  it('need a name (K-100)', () => {
    expect(answersOf({ 'kustomization.yaml': 'secretGenerator:\n- literals: [x=1]\n' })).toEqual(['a secret must have a name']);
  });

  it('keep the object of a file that is missing, with a hash that nobody knows', () => {
    const { faults, text, objects } = buildTexts({ 'kustomization.yaml': 'configMapGenerator:\n- name: a\n  literals: [x=1]\n  files: [nope.txt]\n' });
    expect(faults.map(({ kind, subject }) => [kind, subject])).toEqual([['resource-missing', 'nope.txt']]);
    expect(text).toContain('name: a-${hash}\n');
    expect(objects.map(({ isIncomplete }) => isIncomplete)).toEqual([true]);
  });

  it('put bytes that are no text into binaryData (K-101)', () => {
    const texts = { 'kustomization.yaml': `${PLAIN}configMapGenerator:\n- name: a\n  files: [f, g]\n`, f: '', g: 'text' };
    const memory = memoryBuildFiles(texts);
    const files = { ...memory, bytes: (path: string) => (path === 'f' ? Uint8Array.from([0xff, 0, 0x41]) : memory.bytes(path)) };
    expect(build('.', { files }).text).toBe('apiVersion: v1\nbinaryData:\n  f: /wBB\ndata:\n  g: text\nkind: ConfigMap\nmetadata:\n  name: a\n');
  });

  it('write Secrets in base64, in lines of 70 where it is as long (K-101)', () => {
    expect(generated(`secretGenerator:\n- name: a\n  literals: ["j=${'0'.repeat(51)}", "k=${'0'.repeat(52)}"]\n`)).toBe(
      `apiVersion: v1\ndata:\n  j: ${'MDAw'.repeat(17)}\n  k: |\n    ${'MDAw'.repeat(17)}MA\n    ==\nkind: Secret\nmetadata:\n  name: a\ntype: Opaque\n`,
    );
    expect(generated('secretGenerator:\n- {name: a, type: e.com/x}\n')).toContain('data: {}\nkind: Secret\nmetadata:\n  name: a\ntype: e.com/x\n');
  });

  it('join their options with those of all, and turn nothing off (K-102)', () => {
    const text = textOf({
      'kustomization.yaml':
        'generatorOptions: {labels: {l: all, o: all}, immutable: true, disableNameSuffixHash: true}\nconfigMapGenerator:\n- name: a\n  options: {labels: {l: own}, annotations: {a: own}, disableNameSuffixHash: false, immutable: false}\n',
    });
    expect(text).toBe(
      'apiVersion: v1\nimmutable: true\nkind: ConfigMap\nmetadata:\n  annotations:\n    a: own\n  labels:\n    l: own\n    o: all\n  name: a\n',
    );
  });
});

describe('keys that are read as no text (K-005)', () => {
  const UNPRINTABLE = ['json: unsupported type: map[interface {}]interface {}'];
  const answers = (generator: string, files = {}): string[] => answersOf({ 'kustomization.yaml': generator, ...files });

  it('of data, labels and annotations end the build, quoted or not', () => {
    expect(answers('configMapGenerator: [{name: a, literals: ["8080=x"]}]\n')).toEqual(UNPRINTABLE);
    expect(answers('secretGenerator: [{name: a, literals: ["true=x"]}]\n')).toEqual(UNPRINTABLE);
    expect(answers("configMapGenerator: [{name: a, options: {labels: {'8080': x}}}]\n")).toEqual(UNPRINTABLE);
    expect(answers("configMapGenerator: [{name: a, options: {annotations: {'1.5': x}}}]\n")).toEqual(UNPRINTABLE);
    expect(answers('configMapGenerator: [{name: a, literals: ["on=x", "y=z"]}]\n')).toEqual([]);
  });

  it('of an object that is merged lose their quotes', () => {
    const generator = 'resources: [a.yaml]\nconfigMapGenerator: [{name: a, behavior: merge}]\n';
    const object = (data: string): Record<string, string> => ({ 'a.yaml': `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {${data}: x}\n` });
    expect(answers(generator, object("'true'"))).toEqual(UNPRINTABLE);
    expect(answers(generator, object("'truth'"))).toEqual([]);
  });
});

describe('behavior (K-103)', () => {
  const BASE = { 'base/kustomization.yaml': 'namePrefix: p-\nconfigMapGenerator:\n- name: a\n  literals: [x=1, y=2]\n  options: {labels: {b: "1"}}\n' };
  const over = (entry: string): Record<string, string> => ({
    ...BASE,
    'kustomization.yaml': `resources: [base]\nconfigMapGenerator:\n- name: a\n  ${entry}\n`,
  });

  it('merge takes the old data under its own, by the name before prefixes', () => {
    expect(textOf(over('{behavior: merge, literals: [y=3]}'.slice(1, -1).replace(', ', '\n  ')))).toContain(
      'data:\n  x: "1"\n  "y": "3"\nkind: ConfigMap\nmetadata:\n  labels:\n    b: "1"\n  name: p-a-',
    );
  });

  it('replace takes the old labels alone', () => {
    const text = textOf(over('behavior: replace\n  literals: [z=3]'));
    expect(text).toContain('data:\n  z: "3"\nkind: ConfigMap\nmetadata:\n  labels:\n    b: "1"\n  name: p-a-');
  });

  it('create is refused where there is one, which stays', () => {
    const { faults, text } = buildTexts(over('literals: [z=3]'));
    expect(faults.map(({ kind, answer }) => [kind, answer])).toEqual([
      [
        'generator-behavior',
        'merging from generator &{0x0 <nil>}: id resid.ResId{Gvk:resid.Gvk{Group:"", Version:"v1", Kind:"ConfigMap", isClusterScoped:false}, Name:"a", Namespace:""} exists; behavior must be merge or replace',
      ],
    ]);
    expect(text).toContain('x: "1"\n');
  });

  it('merge is refused where there is none, and the object is made of what there is', () => {
    const { faults, text } = buildTexts({ 'kustomization.yaml': 'configMapGenerator:\n- {name: a, behavior: merge, literals: [z=3]}\n' });
    expect(faults[0]?.answer).toMatch(/ does not exist; cannot merge or replace$/);
    expect(text).toContain('name: a-${hash}\n');
  });

  it('merge makes texts of what it finds, and drops what it does not take over', () => {
    const text = textOf({
      'kustomization.yaml': 'resources: [all.yaml]\nsecretGenerator:\n- {name: a, behavior: merge}\n',
      'all.yaml': 'apiVersion: v1\nkind: Secret\nmetadata: {name: a, labels: {n: 5}}\nstringData: {q: r}\ndata: {x: null, y: MQ==}\ntype: e.com/x\n',
    });
    expect(text).toBe('apiVersion: v1\ndata:\n  x: ""\n  "y": MQ==\nkind: Secret\nmetadata:\n  labels:\n    "n": "5"\n  name: a\ntype: Opaque\n');
  });

  it('adds the hash where both want one', () => {
    expect(textOf(over('behavior: merge\n  options: {disableNameSuffixHash: true}'))).toContain('name: p-a\n');
  });
});

describe('the source of what is generated', () => {
  it('is the literal, the line of the env file, the first line of the file', () => {
    const built = buildTexts({
      'kustomization.yaml': 'configMapGenerator:\n- name: a\n  literals:\n  - l=1\n  envs: [x.env]\n  files: [f.txt]\n',
      'x.env': '# c\nV=1\n',
      'f.txt': 'one\ntwo\n',
    });
    const object = objectOf(built, 'ConfigMap');
    const data = nodeAt(object.root, 'data');
    const sourceOf = (key: string): readonly string[] | undefined => {
      const entry = data?.kind === 'map' ? data.entries.get(key) : undefined;
      return entry && linesOf(entry.value.origin);
    };
    expect(['l', 'V', 'f.txt'].map(sourceOf)).toEqual([['kustomization.yaml:4'], ['x.env:2'], ['f.txt:1']]);
    expect(writtenIn(object, 'metadata/name')).toEqual(['kustomization.yaml:2', 'kustomization.yaml:2 adds the hash of its content to the name']);
  });

  it('is the last writer of a key', () => {
    const built = buildTexts({
      'kustomization.yaml': 'resources: [base]\nconfigMapGenerator:\n- name: a\n  behavior: merge\n  literals:\n  - x=2\n',
      'base/kustomization.yaml': 'configMapGenerator:\n- name: a\n  literals:\n  - x=1\n  - y=1\n',
    });
    const object = objectOf(built, 'ConfigMap');
    expect(writtenIn(object, 'data/x')).toEqual(['kustomization.yaml:6', 'base/kustomization.yaml:4 was "1" here']);
    expect(writtenIn(object, 'data/y')).toEqual(['base/kustomization.yaml:5']);
    expect([...built.files].sort()).toEqual(expect.arrayContaining(['base/kustomization.yaml', 'kustomization.yaml']));
  });
});
