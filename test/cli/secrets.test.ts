import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { useCli } from '../harness/run-cli.ts';

const run = useCli();

/** Every secret here has this in it, as text or in base64. */
const LEAK = /leak-[\w-]*|bGVhay[\w+/=]*|l[0-9]{6}k/g;

const FORMATS = ['compact', 'json', 'sarif', 'github', 'gitlab', 'junit', 'checkstyle', 'markdown', 'html'];
const PRESETS = ['recommended', 'strict', 'security'].flatMap(name => ['--preset', name]);

/** Other ways in which what is linted is shown. */
const COMMANDS = [
  ['--fix-unsafe', '--fix-dry-run', '.'],
  ['--update-baseline', '--baseline', 'known.json', '.'],
  ['admit', '--format', 'json', '.'],
  ['graph', '--format', 'json', '.'],
  ['build', '.'],
];

const BASE = { 's.yaml': 'apiVersion: v1\nkind: Secret\nmetadata: {name: s}\nstringData: {key: leak-base}\n' };

function leaksOf(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.flatMap(text => text.match(LEAK) ?? []))];
}

/** What of the secrets stands in any report of the files. What builds is printed on stdout by `build`, so that is left out. */
function leaked(files: Readonly<Record<string, string>>): Readonly<Record<string, readonly string[]>> {
  const arrange = (root: string): void => void execFileSync('git', ['init', '--quiet', root]);
  const all = { ...BASE, ...files };
  const outputs = FORMATS.flatMap(format => ['--output', `${format}=report.${format}`]);
  const { root, stdout, stderr } = run(all, [...PRESETS, '--verbose', ...outputs, '.'], { arrange });
  const reports = FORMATS.map((format): [string, readonly string[]] => [format, leaksOf([readFileSync(path.join(root, `report.${format}`), 'utf8')])]);
  const others = COMMANDS.map((args): [string, readonly string[]] => {
    const told = run(all, args, { arrange });
    const baseline = path.join(told.root, 'known.json');
    return [args.join(' '), leaksOf([told.stderr, args[0] === 'build' ? '' : told.stdout, existsSync(baseline) ? readFileSync(baseline, 'utf8') : ''])];
  });
  return Object.fromEntries([['stylish', leaksOf([stdout, stderr])] as const, ...reports, ...others].filter(([, leaks]) => leaks.length > 0));
}

const kustomization = (text: string): Record<string, string> => ({ 'kustomization.yaml': `resources: [s.yaml]\n${text}` });

const patch = (name: string, data: string): string => `apiVersion: v1\nkind: Secret\nmetadata: {name: ${name}}\n${data}\n`;
const indent = (text: string): string => text.trimEnd().replaceAll(/^/gm, '    ');

describe('no report shows', () => {
  test.each<[string, Readonly<Record<string, string>>]>([
    [
      'literals of a generator',
      kustomization(`secretGenerator:
- name: g_
  literals:
  - leak-without-key
  - a=leak-one
  - a=leak-two
  - "8080=leak-three"
- name: h
  literals: [password=leak-flow, l123456k]
configMapGenerator:
- {name: c_, literals: [DB_PASSWORD=leak-of-config-map, DB_PASSWORD=leak-again]}
`),
    ],
    [
      'literals of a kustomization that does not parse',
      kustomization(`secretGenerator:
- name: g
  literals:
  - a=leak-one
  bad: [
  - b=leak-two
`),
    ],
    [
      'files of a generator',
      {
        ...kustomization(`secretGenerator:
- name: g_
  envs: [.env, conf.yaml]
  files: [conf.yaml, "bad key=pw.txt", missing.txt]
- {name: s, behavior: merge, literals: [key=leak-merge-one]}
- {name: s, behavior: merge, literals: [key=leak-merge-two]}
`),
        '.env': 'A=leak-one\nB C=leak-two\nA=leak-three\n',
        'conf.yaml': 'key: leak-four\nbroken: [leak-five\n',
        'pw.txt': 'leak-six\n',
      },
    ],
    [
      'old patches',
      {
        ...kustomization(`patchesStrategicMerge:
- |-
${indent(patch('s', 'stringData: {key: leak-inline, bad key: leak-two}\nwrong: leak-three'))}
- |-
${indent(patch('nowhere', 'stringData: {key: leak-four}'))}
- file.yaml
`),
        'file.yaml': patch('nowhere', 'stringData: {key: leak-five}\ndata: {a: leak-six}'),
      },
    ],
    [
      'operations',
      {
        ...kustomization(`patches:
- target: {name: s}
  patch: |-
    - {op: replace, path: /stringData/key, value: leak-inline}
    - {op: add, path: /data, value: {bad key: leak-two}}
    - {op: remove, path: /nothing/there}
- target: {kind: Secret}
  path: operations.yaml
- target: {kind: Secret, name: nobody}
  patch: '[{"op": "add", "path": "/data/x", "value": "leak-three"}]'
patchesJson6902:
- target: {version: v1, kind: Secret, name: s}
  path: operations.json
`),
        'operations.yaml': '- {op: replace, path: /stringData/key, value: leak-file}\n- {op: tst, path: /stringData/key, value: leak-test}\n',
        'operations.json': '[{"op": "add", "path": "/stringData/a key", "value": "leak-json"}, {"op": "remove", "path": "/x/y"}]\n',
      },
    ],
    [
      'patches that call the Secret by another name, and broken ones',
      {
        ...kustomization(`patches:
- {target: {kind: Secret}, path: any.yaml}
- target: {kind: Secret}
  patch: |-
    apiVersion: v1
    kind: whatever
    metadata: {name: any}
    stringData: {bad key: leak-inline}
- patch: |-
    kind: Secret
    apiVersion: v1
    metadata: {name: s}
    stringData: {key: leak-broken
`),
        'any.yaml': 'apiVersion: v1\nkind: Any\nmetadata: {name: any}\nstringData: {bad key: leak-two}\ndata: {k: leak-three}\n',
      },
    ],
    [
      'replacements into Secrets and out of them',
      {
        'c.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: Bad_Name}\ndata: {copy: x}\n',
        'kustomization.yaml': `resources: [s.yaml, c.yaml]
replacements:
- sourceValue: leak-source
  targets:
  - select: {kind: Secret}
    fieldPaths: [stringData.key, stringData.nothing.there]
- source: {kind: Secret, name: s, fieldPath: stringData.key}
  targets:
  - select: {kind: ConfigMap}
    fieldPaths: [data.copy]
  - select: {kind: Secret}
    fieldPaths: [metadata.labels.x]
    options: {create: true}
`,
      },
    ],
    [
      'Secrets of manifests',
      {
        'a.yaml': `apiVersion: v1
kind: Secret
metadata: {name: Bad_name}
type: kubernetes.io/tls
data:
  tls.crt: leak-not-base64
  tls.key: bGVhay1iYXNlNjQtdmFsdWU
  bad key: bGVhay1iYXNlNjQ=
stringData:
  tls.crt: leak-one
  tls.crt: leak-two
`,
      },
    ],
    [
      'a base and its overlay',
      {
        'base/s.yaml': patch('w', 'type: kubernetes.io/dockerconfigjson\ndata: {".dockerconfigjson": bGVhay1kb2NrZXI=}'),
        'base/kustomization.yaml': 'resources: [s.yaml]\nsecretGenerator: [{name: gen, literals: [token=leak-base]}]\n',
        'kustomization.yaml': `resources: [base]
namePrefix: Up_
secretGenerator: [{name: gen, behavior: merge, literals: [token=leak-over, "bad key=leak-two"]}]
patches:
- patch: |-
${indent(patch('w', 'data: {".dockerconfigjson": leak-docker}\nstringData: {"a key": leak-string}'))}
`,
      },
    ],
  ])('%s', (_, files) => {
    expect(leaked(files)).toEqual({});
  });
});

test('what is no secret of the same files is shown', () => {
  const files = kustomization('configMapGenerator:\n- {name: c_, literals: [level=debug, level=info]}\n');
  const { stdout } = run({ ...BASE, ...files }, ['.']);
  expect(stdout).toContain('literals: [level=debug, level=info]');
});
