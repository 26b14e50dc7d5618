import { describe, expect, it } from 'vitest';
import { answersOf, buildTexts, objectOf, textOf, writtenIn } from '../../harness/built.ts';

const A = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, labels: {app: web}}\ndata: {x: one}\n';
const B = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\ndata: {x: one}\n';
const OP = '- {op: replace, path: /data/x, value: two}';

function scene(patches: string, more: Readonly<Record<string, string>> = {}): Record<string, string> {
  return { 'kustomization.yaml': `resources: [all.yaml]\n${patches}\n`, 'all.yaml': `${A}---\n${B}`, ...more };
}

/** Names of the objects that a target selects. */
function selected(target: string): string[] {
  const patches = `patches:\n- target: ${target}\n  patch: |-\n    ${OP}`;
  return buildTexts(scene(patches))
    .text.split('---\n')
    .filter(text => text.includes('x: two'))
    .map(text => /\n {2}name: (.*)/.exec(text)?.[1] ?? '');
}

describe('targets (K-081)', () => {
  it('are patterns for the whole of a name', () => {
    expect(selected('{name: a}')).toEqual(['a']);
    expect(selected('{name: a|set.*}')).toEqual(['a', 'settings']);
    expect(selected('{}')).toEqual(['a', 'settings']);
    expect(selected('{version: v1, kind: Config.*, namespace: default}')).toEqual(['a', 'settings']);
    expect(selected('{group: apps}')).toEqual([]);
  });

  it.each([
    ['app=web', ['a']],
    ['app!=web', ['settings']],
    ['app', ['a']],
    ['!app', ['settings']],
    ['app in (api, web)', ['a']],
    ['app notin (web)', ['settings']],
    ['app,app=api', []],
  ])('select by labels: %s', (selector, names) => {
    expect(selected(`{labelSelector: '${selector}'}`)).toEqual(names);
  });

  it('that select nothing are remarked, and no fault', () => {
    const { faults, remarks } = buildTexts(scene(`patches:\n- target: {name: setings}\n  patch: |-\n    ${OP}`));
    expect(faults).toEqual([]);
    expect(remarks.map(({ kind, near }) => [kind, near])).toEqual([['patch-not-applied', 'settings']]);
  });

  it('that are no patterns are faults', () => {
    expect(answersOf(scene(`patches:\n- target: {name: "a["}\n  patch: |-\n    ${OP}`))[0]).toMatch(/^error parsing regexp/);
  });
});

describe('a patch without a target (K-082, K-085)', () => {
  const patch = (name: string): string => `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}}\ndata: {x: two}\n`;

  it('has to fit one object', () => {
    const { faults } = buildTexts(scene('patches: [{path: p.yaml}]', { 'p.yaml': patch('setings') }));
    expect(faults.map(({ kind, near, answer }) => [kind, near, answer])).toEqual([
      [
        'patch-target-missing',
        'settings',
        'no resource matches strategic merge patch "ConfigMap.v1.[noGrp]/setings.[noNs]": no matches for Id ConfigMap.v1.[noGrp]/setings.[noNs]; failed to find unique target for patch ConfigMap.v1.[noGrp]/setings.[noNs]',
      ],
    ]);
    expect(answersOf(scene('patchesStrategicMerge: [p.yaml]', { 'p.yaml': patch('setings') }))[0]).toMatch(/^no matches for Id /);
  });

  it('is found by names from before a prefix', () => {
    const layers = { 'base/kustomization.yaml': 'namePrefix: p-\nresources: [all.yaml]\n', 'base/all.yaml': A, 'p.yaml': patch('a') };
    expect(textOf({ 'kustomization.yaml': 'resources: [base]\npatches: [{path: p.yaml}]\n', ...layers })).toContain('x: two');
  });

  it('may be several documents, of which each is applied', () => {
    expect(textOf(scene('patches: [{path: p.yaml}]', { 'p.yaml': `${patch('a')}---\n${patch('settings')}` })).match(/x: two/g)).toHaveLength(2);
  });
});

describe('what a patch is (K-080)', () => {
  const head = 'trouble configuring builtin PatchTransformer with config: `\n';

  it('is a path or a text', () => {
    expect(answersOf(scene('patches:\n- target: {kind: Service}'))).toEqual([
      `${head}target:\n  kind: Service\n\`: must specify one of patch and path in\ntarget:\n  kind: Service`,
    ]);
    expect(answersOf(scene('patches:\n- {path: s.yaml, patch: x}'))).toEqual([
      `${head}patch: x\npath: s.yaml\n\`: patch and path can't be set at the same time\npatch: x\npath: s.yaml`,
    ]);
  });

  it('is a file that is there', () => {
    const { faults } = buildTexts(scene('patches:\n- path: patch.yml', { 'patch.yaml': A }));
    expect(faults.map(({ kind, near }) => [kind, near])).toEqual([['resource-missing', 'patch.yaml']]);
  });

  it('is an object or a list of operations, and nothing else', () => {
    expect(answersOf(scene('patches:\n- patch: foo'))).toEqual([`${head}patch: foo\n\`: unable to parse SM or JSON patch from [patch: "foo"]`]);
  });

  it('is one document where it has a target', () => {
    const answers = answersOf(scene('patches:\n- {path: p.yaml, target: {kind: ConfigMap}}', { 'p.yaml': `${A}---\n${B}` }));
    expect(answers[0]).toMatch(/^Multiple Strategic-Merge Patches in one `patches` entry/);
  });
});

describe('labels of a patch with a target (K-084)', () => {
  const patch = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, labels: {app: null}}\n';

  it('are texts, so that none is deleted', () => {
    expect(textOf(scene('patches: [{path: p.yaml, target: {name: a}}]', { 'p.yaml': patch }))).toContain('app: "null"');
    expect(textOf(scene('patches: [{path: p.yaml}]', { 'p.yaml': patch }))).not.toContain('app:');
  });
});

describe('options (K-042, K-083)', () => {
  it('let a patch change the name, whose references follow', () => {
    const pod = 'apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {volumes: [{name: v, configMap: {name: a}}]}\n';
    const patches = 'patches:\n- {path: p.yaml, target: {name: a}, options: {allowNameChange: true}}';
    const text = textOf({ ...scene(patches, { 'p.yaml': A.replace('name: a', 'name: z') }), 'all.yaml': `${A}---\n${pod}` });
    expect(text).toContain('name: z\n');
    expect(text).toContain('configMap:\n      name: z');
  });
});

describe('history (K-043)', () => {
  it('is wiped with the annotations', () => {
    const layers = { 'base/kustomization.yaml': 'namePrefix: p-\nresources: [all.yaml]\n', 'base/all.yaml': A };
    const patch = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, annotations: null}\n';
    const built = buildTexts({ 'kustomization.yaml': 'resources: [base]\npatches: [{path: p.yaml}]\n', 'p.yaml': patch, ...layers });
    expect(objectOf(built, 'ConfigMap').previous).toEqual([]);
  });

  it('gives JSON patches annotations to write to', () => {
    const op = 'patch: |-\n    - {op: add, path: /metadata/annotations/x, value: w}';
    expect(textOf(scene(`patches:\n- target: {name: a}\n  ${op}`))).toContain('annotations:\n    x: w\n');
    expect(answersOf(scene(`patchesJson6902:\n- target: {name: a, kind: ConfigMap, version: v1}\n  ${op}`))).toEqual([
      'add operation does not apply: doc is missing path: "/metadata/annotations/x": missing value',
    ]);
  });
});

describe('JSON patches (K-098)', () => {
  function patched(data: string, ...operations: readonly string[]): string {
    const patch = operations.map(operation => `    - ${operation}`).join('\n');
    const files = {
      ...scene(`patches:\n- target: {kind: Foo}\n  patch: |-\n${patch}`),
      'all.yaml': `apiVersion: e.com/v1\nkind: Foo\nmetadata: {name: a}\nspec: ${data}\n`,
    };
    return textOf(files)
      .replace(/^.*spec:/s, '')
      .trim();
  }

  it.each([
    ['{a: 1}', '{op: add, path: /spec/b, value: x}', 'a: 1\n  b: x'],
    ['{a: [1, 2]}', '{op: add, path: /spec/a/1, value: 9}', 'a:\n  - 1\n  - 9\n  - 2'],
    ['{a: [1, 2]}', '{op: add, path: /spec/a/-, value: 9}', 'a:\n  - 1\n  - 2\n  - 9'],
    ['{a: [1, 2]}', '{op: remove, path: /spec/a/-1}', 'a:\n  - 1'],
    ['{a: 1}', '{op: replace, path: /spec/new, value: 2}', 'a: 1\n  new: 2'],
    ['{"a/b": 1}', '{op: replace, path: /spec/a~1b, value: 2}', 'a/b: 2'],
    ['{a: {b: 1}}', '{op: move, from: /spec/a/b, path: /spec/c}', 'a: {}\n  c: 1'],
    ['{a: {b: 1}}', '{op: copy, from: /spec/a, path: /spec/c}', 'a:\n    b: 1\n  c:\n    b: 1'],
    ['{a: 9007199254740993}', '{op: add, path: /spec/b, value: yes}', 'a: 9007199254740992\n  b: true'],
  ])('%s with %s', (data, operation, expected) => {
    expect(patched(data, operation)).toBe(expected);
  });

  it.each([
    ['{op: test, path: /data/x, value: two}', 'testing value /data/x failed: test failed'],
    ['{op: remove, path: /data/y}', "error in remove for path: '/data/y': Unable to remove nonexistent key: y: missing value"],
    ['{op: add, path: /spec/a/b, value: 1}', 'add operation does not apply: doc is missing path: "/spec/a/b": missing value'],
    ['{op: rename, path: /data/x}', 'Unexpected kind: rename'],
  ])('tells that %s does not apply', (operation, answer) => {
    const { faults, text } = buildTexts(scene(`patches:\n- target: {name: a}\n  patch: |-\n    - ${operation}`));
    expect(faults.map(fault => fault.answer)).toEqual([answer]);
    expect(faults.map(({ at }) => at.file.lines.position(at.span.start).line)).toEqual([5]);
    expect(text).toContain('x: one');
  });

  it('name the value of the operation and what was there', () => {
    const built = buildTexts(scene('patches:\n- {target: {name: a}, path: p.yaml}', { 'p.yaml': `${OP}\n` }));
    expect(writtenIn(objectOf(built, 'ConfigMap'), 'data/x')).toEqual(['p.yaml:1', 'all.yaml:4 a patch replaces "one"']);
  });

  it('stay within bounds where they copy a document into itself', () => {
    const copies = Array.from({ length: 40 }, (_, i) => `    - {op: copy, from: /data, path: /data/c${String(i)}}`).join('\n');
    expect(answersOf(scene(`patches:\n- target: {name: a}\n  patch: |-\n${copies}`))).toEqual(['the copies make too large a document']);
  });
});
