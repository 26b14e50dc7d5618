import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { memoryBuildFiles } from '../harness/memory-build-files.ts';
import { describeShared } from '../harness/shared.ts';
import { build, missingOrigins } from './kustomize.ts';

interface Case {
  readonly files: Readonly<Record<string, string>>;
  readonly dir: string;
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The first lines of what kubectl says; behind them Go prints values of its own. */
const SAME_WORDS = [
  'sm-unknown-directive',
  'sm-namespace-mismatch',
  'jp-replace-missing-parent',
  'jp-remove-missing',
  'jp-index-out',
  'labels-nonstring-value-error',
  'replicas-missing',
  'gen-bad-literal',
  'err-unknown-field',
  'err-unknown-nested-field',
  'err-wrong-kind',
  'err-wrong-apiversion',
  'err-only-header',
  'err-missing-resource',
  'err-outside-root',
  'err-self',
  'err-absolute',
  'err-no-kustomization',
  'err-two-kustomizations',
  'err-base-no-kustomization',
  'err-sort-bad',
  'component-as-resource-error',
  'resource-as-component-error',
  'component-file-error',
  'dup-id',
  'dup-id-same-dir-twice',
  'bad-separator',
  'no-name',
  'no-kind',
  'not-object',
  'kust-anchors',
  'kust-number-name',
];

describeShared('kustomize, case by case', 'conformance/kustomize/cases.json', file => {
  const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { readonly cases: Readonly<Record<string, Case>> };
  const run = ({ files, dir }: Case): ReturnType<typeof build> => {
    const below = Object.fromEntries(Object.entries(files).map(([name, text]) => [`w/${name}`, text]));
    return build(dir === '' ? 'w' : `w/${dir}`, { files: memoryBuildFiles(below) });
  };

  it.each(Object.entries(cases))('%s', (_, recorded) => {
    const built = run(recorded);
    if (recorded.exit !== 0) {
      expect(built.faults).not.toEqual([]);
      return;
    }
    expect(built.faults.map(({ answer }) => answer)).toEqual([]);
    expect(built.text).toBe(recorded.stdout);
    expect(missingOrigins(built)).toEqual([]);
  });

  it.each(SAME_WORDS)('%s, in the words of kubectl', name => {
    const recorded = cases[name];
    if (!recorded) throw new Error(`no case ${name}`);
    const [fault] = run(recorded).faults;
    const told = recorded.stderr.slice(recorded.stderr.indexOf('error: ') + 'error: '.length).trimEnd();
    expect(fault?.answer.replaceAll(/(?<=['\s])w(?=['/\s:]|$)/g, '/w')).toBe(told);
  });

  it('warns as kubectl warns', () => {
    const warned = Object.values(cases).filter(({ exit, stderr }) => exit === 0 && stderr.includes('# Warning'));
    expect(warned.map(each => run(each).warnings.join('\n'))).toEqual(warned.map(({ stderr }) => stderr.trimEnd().replaceAll(/^I\d+ .*?\] /gm, '')));
  });
});
