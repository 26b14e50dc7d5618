import { describe, expect, it } from 'vitest';
import { answersOf, buildTexts, linesOf, objectOf, textOf, writtenIn } from '../../harness/built.ts';
import { nodeAt } from '../../../src/core/kustomize/node.ts';

const POD = (spec: string): string => `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n${spec.trim().replaceAll(/^/gm, '  ')}\n`;
const CUSTOM = (spec: string): string => `apiVersion: e.com/v1\nkind: Foo\nmetadata: {name: a}\nspec:\n${spec.trim().replaceAll(/^/gm, '  ')}\n`;

function scene(base: string, patch: string): Record<string, string> {
  return { 'kustomization.yaml': 'resources: [a.yaml]\npatches:\n- path: p.yaml\n', 'a.yaml': base, 'p.yaml': patch };
}

/** What stands under `spec:` after the merge. */
function merged(base: string, patch: string, of = POD): string {
  const text = textOf(scene(of(base), of(patch)));
  const spec = text.slice(text.indexOf('spec:\n') + 'spec:\n'.length);
  return spec.replaceAll(/^ {2}/gm, '').trimEnd();
}

describe('a strategic merge (K-090 to K-092)', () => {
  it('merges mappings, replaces scalars, and deletes what is null', () => {
    expect(merged('a: {b: 1, c: 2}\nd: 3', 'a: {b: 5, c: null, e: 6}', CUSTOM)).toBe('a:\n  b: 5\n  e: 6\nd: 3');
  });

  it('keeps a null that is written out beside a patched field, and drops one that is not', () => {
    expect(merged('a: {b: ~, c: , d: 1}'.replace('{b: ~, c: , d: 1}', '\n  b: ~\n  c:\n  d: 1'), 'a: {d: 2}', CUSTOM)).toBe('a:\n  b: null\n  d: 2');
  });

  it('drops nulls from what it adds', () => {
    expect(merged('a: 1', 'b: {c: null, d: 1}', CUSTOM)).toBe('a: 1\nb:\n  d: 1');
  });

  it('replaces and deletes mappings by directive', () => {
    expect(merged('a: {b: 1, c: 2}\nd: {e: 1}', 'a: {$patch: replace, z: 9}\nd: {$patch: delete}', CUSTOM)).toBe('a:\n  z: 9');
  });

  it('refuses a word that is no directive, and a value of another kind', () => {
    expect(answersOf(scene(CUSTOM('a: {b: 1}'), CUSTOM('a: {$patch: remove}')))).toEqual(["unknown patch strategy 'remove'"]);
    expect(answersOf(scene(CUSTOM('a: x'), CUSTOM('a: {b: 1}')))[0]).toMatch(/^wrong node kind: expected ScalarNode but got MappingNode/);
  });

  it('leaves an object as it was where the patch does not fit', () => {
    const built = buildTexts(scene(CUSTOM('a: x\nb: 1'), CUSTOM('a: {c: 1}\nb: 2')));
    expect(built.text).toContain('a: x\n  b: 1\n');
  });
});

describe('lists that are merged (K-093 to K-096)', () => {
  const ENV = 'containers:\n- name: app\n  env:\n  - {name: A, value: a}\n  - {name: B, value: b}';
  const env = (patch: string): string =>
    merged(ENV, `containers:\n- name: app\n  env:\n${patch}`)
      .replace(/^.*env:\n/s, '')
      .replace(/\n {2}name: app$/, '');

  it('hold elements of the patch first, and then the others', () => {
    expect(env('  - {name: C, value: c}\n  - {name: B, value: x}')).toBe('  - name: C\n    value: c\n  - name: B\n    value: x\n  - name: A\n    value: a');
  });

  it('lose elements by directive', () => {
    expect(env('  - {name: A, $patch: delete}')).toBe('  - name: B\n    value: b');
    expect(env('  - $patch: replace\n  - {name: C, value: c}')).toBe('  - name: C\n    value: c');
  });

  it('are emptied by an element without its key', () => {
    expect(merged('containers:\n- {name: app, image: a}', 'containers:\n- image: x')).toBe('containers: []');
  });

  it('lose a patch of a port whose protocol only one side names', () => {
    const ports = merged(
      'containers:\n- name: app\n  ports: [{containerPort: 80, protocol: TCP}]',
      'containers:\n- name: app\n  ports: [{containerPort: 80, name: web}]',
    );
    expect(ports).toBe('containers:\n- name: app\n  ports:\n  - containerPort: 80\n    protocol: TCP');
  });

  it('are a set of scalars where they have no key', () => {
    const base = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n  finalizers: [e.com/a, e.com/b]\n';
    const patch = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n  finalizers: [e.com/c, e.com/b]\n';
    expect(textOf(scene(base, patch))).toContain('finalizers:\n  - e.com/c\n  - e.com/b\n  - e.com/a\n');
  });

  it('are replaced as a whole in kinds without a schema, and where they have no key at all', () => {
    expect(merged('list: [{name: a}, {name: b}]', 'list: [{name: c}]', CUSTOM)).toBe('list:\n- name: c');
    expect(merged('containers: [{name: app, args: [a, b]}]', 'containers: [{name: app, args: [c]}]')).toContain('args:\n  - c\n  name');
  });

  it('are merged in an object of a known kind inside one of an unknown kind', () => {
    const inner = (container: string): string => `template:\n  apiVersion: v1\n  kind: Pod\n  spec:\n    containers:\n    - ${container}`;
    expect(merged(inner('{name: app, image: a}'), inner('{name: side, image: b}'), CUSTOM)).toContain('name: side\n    - image: a\n      name: app');
  });
});

describe('styles (K-097)', () => {
  it('are those of the value that is replaced, with its type', () => {
    expect(merged('a: "8080"\nb: \'x\'\nc: 1', 'a: 9090\nb: true\nc: "2"\nd: 5', CUSTOM)).toBe('a: "9090"\nb: "true"\nc: "2"\nd: 5');
  });
});

describe('origins of a merge (section 4)', () => {
  const built = buildTexts(scene(CUSTOM('a: 1\nb: [x]\nc: 3\nd: 4'), CUSTOM('a: 2\nb: [y]\nc: null')));
  const object = objectOf(built, 'Foo');

  it('are the patch for what it writes, with what was there', () => {
    expect(writtenIn(object, 'spec/a')).toEqual(['p.yaml:5', 'a.yaml:5 a patch replaces "1"']);
    expect(writtenIn(object, 'spec/b')).toEqual(['p.yaml:6', 'a.yaml:6 this list is replaced by a patch']);
    expect(writtenIn(object, 'spec/d')).toEqual(['a.yaml:8']);
  });

  it('are kept for what it takes away', () => {
    expect(object.removals.map(({ path, was }) => [path.join('/'), linesOf(was.origin)])).toEqual([['spec/c', ['a.yaml:7']]]);
  });

  it('stay those of the base for a name that is put back', () => {
    const targeted = {
      ...scene(CUSTOM('a: 1'), CUSTOM('a: 2').replace('{name: a}', '{name: other}')),
      'kustomization.yaml': 'resources: [a.yaml]\npatches:\n- path: p.yaml\n  target: {kind: Foo}\n',
    };
    expect(writtenIn(objectOf(buildTexts(targeted), 'Foo'), 'metadata/name')).toEqual(['a.yaml:3']);
  });

  it('lead into the lines of a patch that is written in the kustomization', () => {
    const inline = `resources: [a.yaml]\npatches:\n- target: {kind: Foo}\n  patch: |-\n${CUSTOM('a: 2').replaceAll(/^/gm, '    ')}`;
    expect(writtenIn(objectOf(buildTexts({ 'kustomization.yaml': inline, 'a.yaml': CUSTOM('a: 1') }), 'Foo'), 'spec/a')[0]).toBe('kustomization.yaml:9');
    expect(nodeAt(objectOf(buildTexts({ 'kustomization.yaml': inline, 'a.yaml': CUSTOM('a: 1') }), 'Foo').root, 'spec', 'a')?.kind).toBe('scalar');
  });
});
