import { closeSync, ftruncateSync, openSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { useCli } from '../harness/run-cli.ts';

const run = useCli();

const settings = (name: string): string => `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: ${name} }\ndata: { a: b }\n`;

describe('svclint build ends with an answer', () => {
  test('for generators of files without end, and of files that no API server takes', () => {
    const files = { 'kustomization.yaml': 'configMapGenerator: [{ name: a, files: [zero] }, { name: b, files: [large], envs: [large] }]\n' };
    const arrange = (root: string): void => {
      symlinkSync('/dev/zero', path.join(root, 'zero'));
      const large = openSync(path.join(root, 'large'), 'w');
      ftruncateSync(large, 100_000_000);
      closeSync(large);
    };
    const { code, stdout, stderr } = run(files, ['build'], { arrange });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain("'zero' is a link that leads out of");
    expect(stderr.match(/'large' is larger than 16 MB/g)).toHaveLength(2);
  });

  test('for a kustomization that is a directory', () => {
    const { code, stderr } = run({ 'base/kustomization.yaml/a.yaml': settings('a'), 'kustomization.yaml': 'resources: [base]\n' }, ['build']);
    expect(code).toBe(1);
    expect(stderr).toContain("unable to find one of 'kustomization.yaml'");
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  test('for files of the system', () => {
    const { code, stderr } = run({ 'kustomization.yaml': 'resources: [../../../../../../../../etc/passwd, /etc/passwd]\n' }, ['build']);
    expect(code).toBe(1);
    expect(stderr).not.toContain('root:');
  });

  test('with control characters escaped', () => {
    const files = {
      'a.yaml': settings('"\\e[31mx"'),
      'kustomization.yaml': 'resources: ["\\e[31mred\\a.yaml", a.yaml]\n"\\e[34mfield": x\nnamePrefix: "\\e[31m"\n',
    };
    for (const args of [['build'], ['.']]) {
      const { code, stdout, stderr } = run(files, args);
      expect({ code, raw: /[\u001b\u0007]/u.test(stdout + stderr) }).toEqual({ code: 1, raw: false });
    }
  });

  test('for names of properties that every object has', () => {
    const generator = 'configMapGenerator: [{ name: constructor, literals: [__proto__=a, constructor=b] }]\n';
    const labels = 'labels: [{ pairs: { __proto__: a, constructor: b } }]\n';
    const { code, stdout } = run({ 'kustomization.yaml': `${generator}${labels}generatorOptions: { disableNameSuffixHash: true }\n` }, ['build']);
    expect(code).toBe(0);
    expect(stdout.match(/__proto__: a$/gm)).toHaveLength(2);
    expect(stdout.match(/constructor: b$/gm)).toHaveLength(2);
  });

  test('for patterns that other engines never finish', () => {
    const patch = JSON.stringify([{ op: 'add', path: '/data/x', value: 'y' }]);
    const files = {
      'a.yaml': settings('a'.repeat(60)),
      'kustomization.yaml': `resources: [a.yaml]\npatches: [{ target: { name: (a+)+b }, patch: '${patch}' }]\n`,
    };
    expect(run(files, ['build']).code).toBe(0);
  });
});

test('secrets of generators and of patches stand in no report', () => {
  const secret = 'apiVersion: v1\nkind: Secret\nmetadata: { name: s }\nstringData: { key: old-hunter2 }\n';
  const files = {
    's.yaml': secret,
    'password.txt': 'file-hunter2\n',
    'kustomization.yaml': `resources: [s.yaml]
namePrefix: Wrong_
secretGenerator:
  - { name: g_, literals: [a=literal-hunter2], files: [password.txt, missing.txt] }
patches:
  - patch: |
      apiVersion: v1
      kind: Secret
      metadata: { name: s }
      stringData: { key: patch-hunter2, wrong key: key-hunter2 }
`,
  };
  for (const format of ['stylish', 'json', 'sarif', 'html']) {
    const { code, stdout, stderr } = run(files, ['--format', format, '.']);
    expect({ format, code, told: /[a-z]+-hunter2|aHVudGVyMg|bGl0ZXJhbC1odW50ZXIy/.exec(stdout + stderr)?.[0] }).toEqual({ format, code: 1, told: undefined });
  }
});
