import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { useCli } from '../harness/run-cli.ts';

const run = useCli();

const DEPLOYMENT = `# The shop.
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: web:1
          args:
            - |
              one
              two
`;

const OVERLAY = {
  'base/deployment.yaml': DEPLOYMENT,
  'base/kustomization.yaml': 'resources: [deployment.yaml]\n',
  'overlay/kustomization.yaml': `resources: [../base]
namePrefix: prod-
images:
  - name: web
    newTag: "2"
patches:
  - patch: |
      apiVersion: apps/v1
      kind: Deployment
      metadata: { name: web }
      spec:
        replicas: 3
        template: { spec: { containers: [{ name: web, args: null }] } }
configMapGenerator:
  - name: settings
    literals: [mode=fast]
`,
};

const BUILT = `apiVersion: v1
data:
  mode: fast
kind: ConfigMap
metadata:
  name: prod-settings-t82mkhg8fd
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: prod-web
spec:
  replicas: 3
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
      - image: web:2
        name: web
`;

describe('svclint build', () => {
  test('prints what kubectl kustomize prints', () => {
    const { stdout, stderr, code } = run(OVERLAY, ['build', 'overlay']);
    expect({ stdout, stderr, code }).toEqual({ stdout: BUILT, stderr: '', code: 0 });
  });

  test('builds the working directory where none is named', () => {
    const arrange = (root: string): void => void execFileSync('git', ['init', '-q'], { cwd: root });
    expect(run(OVERLAY, ['build'], { cwd: 'overlay', arrange }).stdout).toBe(BUILT);
  });

  test('--provenance says above each object where it is written, and behind each line what came from elsewhere', () => {
    const { stdout } = run(OVERLAY, ['build', '--provenance', 'overlay']);
    const told = stdout.split('\n').filter(line => line.includes('#'));
    expect(told.map(line => line.trim())).toEqual([
      '# overlay/kustomization.yaml:15',
      expect.stringMatching(/^name: prod-settings-t82mkhg8fd # overlay\/kustomization.yaml:15, namePrefix adds "prod-" \(overlay\/kustomization.yaml:2\)/),
      '# base/deployment.yaml:2',
      '# spec.template.spec.containers.web.args is removed (overlay/kustomization.yaml:13)',
      'name: prod-web # base/deployment.yaml:5, namePrefix adds "prod-" (overlay/kustomization.yaml:2)',
      'replicas: 3 # overlay/kustomization.yaml:12',
      '- image: web:2 # base/deployment.yaml:13, newTag sets the tag "2" (overlay/kustomization.yaml:5)',
    ]);
  });

  test('comments of --provenance leave the objects as they are', () => {
    const [plain, told] = [run(OVERLAY, ['build', 'base']).stdout, run(OVERLAY, ['build', '--provenance', 'base']).stdout];
    expect(
      told
        .split('\n')
        .filter(line => !line.startsWith('#'))
        .join('\n'),
    ).toBe(plain);
  });

  test('says what kustomize says of a fault, with its place, and prints nothing', () => {
    const files = { 'kustomization.yaml': 'resources:\n  - deploymnt.yaml\n', 'deployment.yaml': DEPLOYMENT };
    const missing = "evalsymlink failure on 'deploymnt.yaml' : lstat deploymnt.yaml: no such file or directory";
    expect(run(files, ['build'])).toMatchObject({
      stdout: '',
      code: 1,
      stderr: `error: accumulating resources: accumulation err='accumulating resources from 'deploymnt.yaml': ${missing}': must build at directory: not a valid directory: ${missing}
  kustomization.yaml:2:5
  Did you mean "deployment.yaml"?
`,
    });
  });

  test('goes on behind a fault: one run tells them all', () => {
    const files = { 'kustomization.yaml': 'resources: [a.yaml, b.yaml]\nreplicas: [{ name: web, count: 2 }]\n' };
    const { stderr } = run(files, ['build']);
    expect(stderr.match(/^error: /gm)).toHaveLength(3);
  });

  test('warns of deprecated fields on stderr', () => {
    const { stdout, stderr, code } = run({ 'kustomization.yaml': 'bases: [base]\n', 'base/kustomization.yaml': 'resources: []\nnamespace: a\n' }, ['build']);
    expect({ stdout, code }).toEqual({ stdout: '', code: 0 });
    expect(stderr).toBe(
      "# Warning: 'bases' is deprecated. Please use 'resources' instead. Run 'kustomize edit fix' to update your Kustomization automatically.\n",
    );
  });

  test('a directory without a kustomization does not build', () => {
    const { stderr, code } = run({ 'a.yaml': DEPLOYMENT }, ['build', '.']);
    expect(code).toBe(1);
    expect(stderr).toBe("error: unable to find one of 'kustomization.yaml', 'kustomization.yml' or 'Kustomization' in directory '.'\n");
  });

  test('files outside of their kustomization are refused unless the restriction is lifted', () => {
    const files = { 'a/kustomization.yaml': 'resources: [../deployment.yaml]\n', 'deployment.yaml': DEPLOYMENT };
    expect(run(files, ['build', 'a']).stderr).toContain("security; file 'deployment.yaml' is not in or below 'a'");
    expect(run(files, ['build', '--load-restrictor', 'LoadRestrictionsNone', 'a'])).toMatchObject({ stderr: '', code: 0 });
    expect(run(files, ['build', '--load-restrictor', 'None', 'a'])).toMatchObject({ code: 2 });
  });

  test('one directory at a time', () => {
    expect(run(OVERLAY, ['build', 'base', 'overlay'])).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('what svclint build opens', () => {
  const secret = { 'secret/kustomization.yaml': 'resources: [deployment.yaml]\n', 'secret/deployment.yaml': DEPLOYMENT };

  test('nothing beyond the repository, through a link neither', () => {
    const files = {
      ...secret,
      'repository/kustomization.yaml': 'resources: [linked.yaml, ../secret, linked]\nconfigMapGenerator: [{ name: a, files: [linked.yaml] }]\n',
    };
    const arrange = (root: string): void => {
      execFileSync('git', ['init', '-q'], { cwd: path.join(root, 'repository') });
      symlinkSync('../secret/deployment.yaml', path.join(root, 'repository/linked.yaml'));
      symlinkSync('../secret', path.join(root, 'repository/linked'));
    };
    const { stdout, stderr, code } = run(files, ['build', '--load-restrictor', 'LoadRestrictionsNone'], { cwd: 'repository', arrange });
    expect({ stdout, code }).toEqual({ stdout: '', code: 1 });
    expect(stderr.match(/^error: /gm)).toHaveLength(4);
    expect(stderr).not.toContain('The shop');
  });

  test('no pipe', () => {
    const files = { 'kustomization.yaml': 'resources: [pipe.yaml]\nsecretGenerator: [{ name: a, files: [pipe.yaml] }]\n' };
    const arrange = (root: string): void => void execFileSync('mkfifo', [path.join(root, 'pipe.yaml')]);
    expect(run(files, ['build'], { arrange })).toMatchObject({ stdout: '', code: 1 });
  });

  test('a link that leads to itself is no file', () => {
    const arrange = (root: string): void => {
      symlinkSync('a.yaml', path.join(root, 'a.yaml'));
    };
    expect(run({ 'kustomization.yaml': 'resources: [a.yaml]\n' }, ['build'], { arrange })).toMatchObject({ stdout: '', code: 1 });
  });
});
