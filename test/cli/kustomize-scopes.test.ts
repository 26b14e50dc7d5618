import { describe, expect, test } from 'vitest';
import { useCli } from '../harness/run-cli.ts';

const run = useCli();

const binding = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: web
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: view
subjects:
- kind: ServiceAccount
  name: web
`;

describe('a base without the kustomization that takes it in', () => {
  const base = { 'app/base/kustomization.yaml': 'resources: [binding.yaml]\n', 'app/base/binding.yaml': binding };
  const overlay = 'namespace: shop\nresources: [../../base]\n';
  const refused = 'Subject "web" of ClusterRoleBinding "web" has no namespace';

  test.each([
    ['beside it', 'app/prod', overlay.replace('../../', '../')],
    ['a directory further', 'app/overlays/prod', overlay],
    ['around it', 'app', overlay.replace('../../', '')],
    ['above the directory around it', '.', overlay.replace('../../', 'app/')],
  ])('is not blamed for what it lacks where one stands %s', (_, directory, text) => {
    const { code, stdout, stderr } = run({ ...base, [`${directory}/kustomization.yaml`]: text }, ['app/base']);
    expect(stdout + stderr).not.toContain('refused');
    expect(stdout + stderr).toContain(`${directory === '.' ? '' : `${directory}/`}kustomization.yaml takes this kustomization in`);
    expect(code).toBe(0);
  });

  test('is found from inside of it, in a repository', () => {
    const files = { ...base, '.git/HEAD': 'ref: refs/heads/main\n', 'app/overlays/prod/kustomization.yaml': overlay };
    const { stdout, stderr } = run(files, ['.'], { cwd: 'app/base' });
    expect(stdout + stderr).toContain('../overlays/prod/kustomization.yaml takes this kustomization in');
  });

  test('is blamed where none takes it in, and where another base is taken in', () => {
    expect(run(base, ['app/base']).stdout).toContain(refused);
    const other = { 'app/other/kustomization.yaml': 'resources: [binding.yaml]\n', 'app/other/binding.yaml': binding };
    expect(run({ ...base, ...other, 'app/prod/kustomization.yaml': 'resources: [../other]\n' }, ['app/base']).stdout).toContain(refused);
  });
});

test('a kustomization below a directory that Flux applies is no scope of its own', () => {
  const files = {
    'cluster/flux/flux-system/kustomization.yaml': 'resources: [sync.yaml]\n',
    'cluster/flux/flux-system/sync.yaml': `apiVersion: kustomize.toolkit.fluxcd.io/v1beta2
kind: Kustomization
metadata:
  name: sync
  namespace: flux-system
spec:
  interval: 10m
  path: ./cluster/flux
  prune: true
  sourceRef:
    kind: GitRepository
    name: sync
`,
    'cluster/flux/settings.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\n',
  };
  const { stdout } = run(files, ['-f', 'compact', 'cluster']);
  expect(stdout.match(/custom-api-version-removed/g)).toHaveLength(1);
});
