import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { useCli } from '../harness/run-cli.ts';

const cli = useCli();

const files = {
  '.git/HEAD': 'ref: refs/heads/main\n',
  'k8s/web.yaml': `apiVersion: v1
kind: Service
metadata: {name: web}
spec:
  type: NodePort
  selector: {app: web}
  ports: [{port: 80, nodePort: 80}]
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec: {containers: [{name: web, image: "web:1", ports: [{containerPort: 80}]}]}
`,
};

test('one run writes all that a pipeline reads', () => {
  const written = ['gitlab=gl.json', 'junit=junit.xml', 'checkstyle=checkstyle.xml', 'markdown=comment.md'];
  const { root, stdout, code } = cli(files, ['k8s', ...written.flatMap(each => ['-o', each])]);
  expect(code).toBe(1);
  expect(stdout).toContain('nodePort 80 of Service "web"');
  const read = (name: string): string => readFileSync(path.join(root, name), 'utf8');
  expect(JSON.parse(read('gl.json'))).toMatchObject([{ check_name: 'node-port-out-of-range', location: { path: 'k8s/web.yaml', lines: { begin: 7 } } }]);
  expect(read('junit.xml')).toContain('<testsuite name="k8s/web.yaml" tests="1" failures="1" errors="0" skipped="0" time="0">');
  expect(read('checkstyle.xml')).toContain('<file name="k8s/web.yaml">\n    <error line="7" column="22" severity="error" ');
  expect(read('comment.md')).toContain('### ❌ svclint: 1 error\n');
});

describe('the places of a Markdown report', () => {
  const github = {
    GITHUB_ACTIONS: 'true',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: 'shop/web',
    GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
  };
  const gitlab = {
    GITLAB_CI: 'true',
    CI_SERVER_URL: 'https://git.example:8443/gitlab',
    CI_PROJECT_PATH: 'team/shop/web',
    CI_COMMIT_SHA: '0123456789abcdef0123456789abcdef01234567',
  };
  const placeIn = (env: Readonly<Record<string, string>>): string =>
    /\[`[^`]*`\]\([^)]*\)/.exec(cli(files, ['-f', 'markdown', '.'], { env, cwd: 'k8s' }).stdout)?.[0] ?? '';

  test.each([
    ['GitHub', github, '[`k8s/web.yaml:7`](https://github.com/shop/web/blob/0123456789abcdef0123456789abcdef01234567/k8s/web.yaml#L7)'],
    ['GitLab', gitlab, '[`k8s/web.yaml:7`](https://git.example:8443/gitlab/team/shop/web/-/blob/0123456789abcdef0123456789abcdef01234567/k8s/web.yaml#L7)'],
  ])('link to the commit on %s', (_, env, place) => {
    expect(placeIn(env)).toBe(place);
  });

  test.each([
    ['no job', {}],
    ['another job', { ...github, GITHUB_ACTIONS: 'false' }],
    ['an address that is none', { ...github, GITHUB_SERVER_URL: 'javascript:alert(1)' }],
    ['an address with an end of a link in it', { ...github, GITHUB_SERVER_URL: 'https://a.example)[x](https://b.example' }],
    ['a repository that is none', { ...github, GITHUB_REPOSITORY: 'shop/web) @team (' }],
    ['a commit that is none', { ...github, GITHUB_SHA: 'main#' }],
    ['a project that is none', { ...gitlab, CI_PROJECT_PATH: 'web\n# Heading' }],
  ])('are relative with %s', (_, env) => {
    expect(placeIn(env)).toBe('[`web.yaml:7`](web.yaml#L7)');
  });
});
