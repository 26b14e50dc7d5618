import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { useCli, type CliOptions, type CliRun } from '../harness/run-cli.ts';

const run = useCli();

const PORTS: Readonly<Record<string, number>> = { web: 3000, api: 3001, db: 3002, new: 3003 };

/** A Service whose node port is out of range, unless another one is given. */
const service = (name: string, port = PORTS[name], before = ''): string =>
  `${before}apiVersion: v1\nkind: Service\nmetadata: {name: ${name}}\nspec:\n  type: NodePort\n  ports:\n  - port: 80\n    nodePort: ${String(port)}\n`;

const FILE = '.svclint-baseline.json';

/** A baseline as `--update-baseline` writes it. */
function baselineOf(files: Readonly<Record<string, string>>, args: readonly string[] = ['.']): string {
  const { root } = run(files, ['--update-baseline', ...args]);
  return readFileSync(path.join(root, FILE), 'utf8');
}

const known = (files: Readonly<Record<string, string>>, baseline: string, args: readonly string[] = ['.'], options?: CliOptions): CliRun =>
  run({ ...files, [FILE]: baseline }, ['--baseline', FILE, ...args], options);

describe('--update-baseline', () => {
  test('writes what is found, and the run passes', () => {
    const { root, stdout, stderr, code } = run({ 'k8s/web.yaml': service('web') }, ['--update-baseline', 'k8s']);
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
    expect(stdout).toBe(`note: Wrote 1 finding to ${FILE} (1 new, 0 gone)\n✓ No findings · 1 file, 1 object · 1 suppressed · Kubernetes 1.34-1.37\n`);
    expect(JSON.parse(readFileSync(path.join(root, FILE), 'utf8'))).toMatchObject({
      version: 1,
      findings: [{ rule: 'node-port-out-of-range', path: 'k8s/web.yaml', object: 'Service/web', severity: 'error', count: 1 }],
    });
  });

  test('shrinks and grows the file, and keeps what a run on a part did not look at', () => {
    const files = { 'a/web.yaml': service('web'), 'b/api.yaml': service('api'), 'b/db.yaml': service('db') };
    const baseline = baselineOf(files);
    const next = { ...files, 'b/api.yaml': service('api', 30080), 'b/new.yaml': service('new') };
    const { root, stdout } = known(next, baseline, ['--update-baseline', 'b']);
    expect(stdout).toContain(`note: Wrote 3 findings to ${FILE} (1 new, 1 gone)\n`);
    const written = readFileSync(path.join(root, FILE), 'utf8');
    expect([...written.matchAll(/"path": "([^"]*)"/g)].map(([, file]) => file)).toEqual(['a/web.yaml', 'b/db.yaml', 'b/new.yaml']);
    expect(known(next, written).code).toBe(0);
  });

  test('says what keeps the baseline from being whole, which is not passed over', () => {
    const files = { 'a.yaml': service('web'), 'b.yaml': 'a: \u0000' };
    const baseline = baselineOf({ 'a.yaml': service('web'), 'c.yaml': service('api') });
    const { code, stdout } = known({ ...files, 'c.yaml': service('api', 30080) }, baseline, ['--update-baseline', '.']);
    expect(stdout).toContain(`Wrote 2 findings to ${FILE} (0 new, 0 gone); nothing counts as gone, as not everything was linted\n`);
    expect(code).toBe(3);
  });

  test('is no fault of a change: it needs all findings', () => {
    expect(run({ 'a.yaml': service('web') }, ['--update-baseline', '--since', 'main', '.'])).toMatchObject({
      code: 2,
      stderr: 'svclint: --update-baseline needs the findings of a whole run\n  Run it without --staged and --since\n',
    });
  });

  test('leaves the file alone where its text is broken', () => {
    const { root, code } = known({ 'a.yaml': service('web') }, '<<<<<<< HEAD\n', ['--update-baseline', '.']);
    expect(code).toBe(2);
    expect(readFileSync(path.join(root, FILE), 'utf8')).toBe('<<<<<<< HEAD\n');
  });

  test('says where it cannot write', () => {
    const { code, stderr } = run({ 'a.yaml': service('web') }, ['--update-baseline', '--baseline', 'no/such/folder.json', '.']);
    expect({ code, stderr }).toEqual({ code: 2, stderr: 'svclint: the baseline no/such/folder.json was not read: its directory does not exist\n' });
  });
});

describe('--baseline', () => {
  test('hides what is known and fails for what is new', () => {
    const baseline = baselineOf({ 'a.yaml': service('web') });
    const moved = service('web', undefined, '# a comment\n\n');
    expect(known({ 'a.yaml': moved }, baseline).code).toBe(0);
    const { code, stdout } = known({ 'a.yaml': `${moved}---\n${service('api')}` }, baseline, ['-f', 'compact', '.']);
    expect({ code, stdout: stdout.replace(/:\d+:\d+/, '') }).toEqual({
      code: 1,
      stdout: 'a.yaml: error: nodePort 3001 of Service "api" is outside 30000-32767, so the API server refuses it [node-port-out-of-range]\n',
    });
  });

  test('that nothing names is not used', () => {
    expect(run({ 'a.yaml': service('web'), [FILE]: baselineOf({ 'a.yaml': service('web') }) }, ['.']).code).toBe(1);
  });

  test('keeps what is known in the JSON report, with what is gone', () => {
    const baseline = baselineOf({ 'a.yaml': service('web'), 'b.yaml': service('api') });
    const { stdout } = known({ 'a.yaml': service('web'), 'b.yaml': service('api', 30080) }, baseline, ['-f', 'json', '.']);
    expect(JSON.parse(stdout)).toMatchObject({
      findings: [{ resource: { name: 'web' }, suppressed: { by: 'baseline', reason: null, location: null } }],
      notices: [{ path: 'b.yaml', text: '1 finding of the baseline is gone: --update-baseline shrinks it' }],
      summary: { error: 0, suppressed: 1 },
      baseline: { path: FILE, known: 1, gone: [{ rule: 'node-port-out-of-range', path: 'b.yaml', object: 'Service/api', count: 1 }] },
    });
  });

  test('names each finding that is gone under --verbose', () => {
    const baseline = baselineOf({ 'a.yaml': service('web'), 'b.yaml': service('api') });
    const files = { 'a.yaml': service('web', 30080), 'b.yaml': service('api', 30081) };
    expect(known(files, baseline).stdout).toContain('note: 2 findings of the baseline are gone: --update-baseline shrinks it (a.yaml, b.yaml)\n');
    expect(known(files, baseline).stdout).not.toContain('gone: a.yaml');
    expect(known(files, baseline, ['--verbose', '.']).stdout).toContain('gone: a.yaml: node-port-out-of-range of Service/web\n');
  });

  test('is the same from every folder of the repository', () => {
    const files = { '.git/HEAD': '', 'k8s/web/web.yaml': service('web'), 'k8s/web/broken.yaml': 'kind: Service\nkind: Service\n' };
    const baseline = baselineOf(files);
    for (const [cwd, args] of [
      ['.', ['--baseline', FILE, '.']],
      ['k8s', ['--baseline', `../${FILE}`, 'web']],
      ['k8s/web', ['--baseline', `../../${FILE}`]],
    ] as const) {
      const { code, stdout } = run({ ...files, [FILE]: baseline }, args, { cwd });
      expect({ code, stdout: stdout.slice(0, 13) }).toEqual({ code: 0, stdout: '✓ No findings' });
    }
  });

  test('survives git mv, and files that are renamed without git', () => {
    const files = { 'k8s/web.yaml': service('web'), 'k8s/broken.yaml': 'kind: Service\nkind: Service\n' };
    const baseline = baselineOf(files);
    const git = (root: string, ...args: string[]): void => {
      execFileSync('git', ['-c', 'init.defaultBranch=main', '-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { cwd: root, stdio: 'ignore' });
    };
    const moveWithGit = (root: string): void => {
      for (const args of [['init'], ['add', '.'], ['commit', '-m', 'all'], ['mv', 'k8s', 'deploy']]) git(root, ...args);
    };
    const move = (root: string): void => {
      renameSync(path.join(root, 'k8s'), path.join(root, 'deploy'));
    };
    for (const arrange of [moveWithGit, move]) {
      const { code, stdout } = known(files, baseline, ['.'], { arrange });
      expect({ code, gone: stdout.includes('gone') }).toEqual({ code: 0, gone: false });
    }
  });

  test('knows what comes through stdin', () => {
    const { root } = run({}, ['--update-baseline', '-'], { stdin: service('web') });
    const baseline = readFileSync(path.join(root, FILE), 'utf8');
    expect(known({}, baseline, ['-'], { stdin: service('web') }).code).toBe(0);
    expect(known({}, baseline, ['-'], { stdin: service('api') })).toMatchObject({ code: 1 });
  });

  test('works with suppressions: a known finding with a comment is gone', () => {
    const baseline = baselineOf({ 'a.yaml': service('web') });
    const commented = service('web').replace('nodePort: 3000', 'nodePort: 3000 # svclint-disable-line node-port-out-of-range');
    expect(known({ 'a.yaml': commented }, baseline).stdout).toContain('1 finding of the baseline is gone');
    expect(known({ 'a.yaml': commented }, baseline, ['--no-suppressions', '.'])).toMatchObject({ code: 0 });
  });

  test.each([
    ['no such file', undefined, `no such baseline: ${FILE}\n  --update-baseline writes it\n`],
    ['a broken one', '{ "version": 1,\n  "findings": [x] }\n', `${FILE}:2:16: the baseline was not read: a value is expected and not "x"\n`],
    ['another version', '{ "version": 7 }', `${FILE}:1:14: the baseline was not read: its version is not 1, the only one that this svclint reads\n`],
  ])('stops at %s', (_, baseline, said) => {
    const files = { 'a.yaml': service('web'), ...(baseline === undefined ? {} : { [FILE]: baseline }) };
    const { code, stdout, stderr } = run(files, ['--baseline', FILE, '.']);
    expect({ code, stdout, stderr: stderr.startsWith(`svclint: ${said}`) }).toEqual({ code: 2, stdout: '', stderr: true });
  });

  test('is not read and not written through a link that leads out', () => {
    const outside = path.join(run({ 'stolen.json': '{}' }, ['rules']).root, 'stolen.json');
    const arrange = (root: string): void => {
      mkdirSync(path.join(root, '.git'));
      symlinkSync(outside, path.join(root, FILE));
    };
    mkdirSync(path.dirname(outside), { recursive: true });
    writeFileSync(outside, '{}');
    for (const args of [['--baseline', FILE], ['--update-baseline']]) {
      const { code, stderr } = run({ 'a.yaml': service('web') }, [...args, '.'], { arrange });
      expect({ code, stderr }).toEqual({ code: 2, stderr: `svclint: the baseline ${FILE} was not read: a symbolic link leads out of the repository\n` });
    }
    expect(readFileSync(outside, 'utf8')).toBe('{}');
    rmSync(path.dirname(outside), { recursive: true });
  });

  test('is read and written through a link that stays inside, which stays a link', () => {
    const arrange = (root: string): void => {
      mkdirSync(path.join(root, 'known'));
      symlinkSync(`known/all.json`, path.join(root, FILE));
      writeFileSync(path.join(root, 'known/all.json'), '{ "version": 1, "findings": [] }');
    };
    const { root, code } = run({ 'k8s/a.yaml': service('web'), '.git/HEAD': '' }, ['--update-baseline', 'k8s'], { arrange });
    expect(code).toBe(0);
    expect(readFileSync(path.join(root, 'known/all.json'), 'utf8')).toContain('"path": "k8s/a.yaml"');
  });
});

describe('the key baseline', () => {
  const files = { 'deploy/k8s/a.yaml': service('web') };
  const config = { 'deploy/.svclint.yaml': `baseline: known.json\n` };

  test('names a file beside the configuration, which --update-baseline writes', () => {
    const { root, code } = run({ ...files, ...config }, ['--update-baseline', 'deploy/k8s']);
    const baseline = readFileSync(path.join(root, 'deploy/known.json'), 'utf8');
    expect(code).toBe(0);
    expect(run({ ...files, ...config, 'deploy/known.json': baseline }, ['deploy/k8s']).code).toBe(0);
    expect(run({ ...files, ...config, 'deploy/known.json': baseline }, ['.'], { cwd: 'deploy/k8s' }).code).toBe(1);
    expect(run({ ...files, ...config, 'deploy/known.json': baseline, '.git/HEAD': '' }, ['.'], { cwd: 'deploy/k8s' }).code).toBe(0);
    expect(
      run({ ...files, ...config, 'deploy/known.json': baseline, 'none.json': '{ "version": 1, "findings": [] }' }, ['--baseline', 'none.json', 'deploy']).code,
    ).toBe(1);
  });

  test.each(['../known.json', '/tmp/known.json', 'a/../../b.json', 'C:/a.json', '""', '[a]'])('may not be %s', value => {
    const { code, stdout } = run({ ...files, 'deploy/.svclint.yaml': `baseline: ${value}\n` }, ['-f', 'compact', 'deploy']);
    expect(code).toBe(2);
    expect(stdout).toMatch(/^deploy\/\.svclint\.yaml:1:.*\[configuration-/);
  });

  test('does not follow a link out of the directory of the configuration', () => {
    const arrange = (root: string): void => {
      writeFileSync(path.join(root, 'other.json'), '{ "version": 1, "findings": [] }');
      symlinkSync('../other.json', path.join(root, 'deploy/known.json'));
    };
    expect(run({ ...files, ...config, '.git/HEAD': '' }, ['deploy'], { arrange })).toMatchObject({
      code: 2,
      stderr: 'svclint: the baseline deploy/known.json was not read: a symbolic link leads out of the directory of the configuration\n',
    });
  });

  test('has to mean one file for the whole run', () => {
    const both = {
      'a/.svclint.yaml': 'baseline: known.json\n',
      'b/.svclint.yaml': 'baseline: known.json\n',
      'a/a.yaml': service('web'),
      'b/b.yaml': service('api'),
    };
    const { code, stdout } = run(both, ['-f', 'compact', 'a', 'b']);
    expect(code).toBe(2);
    expect(stdout).toContain('"baseline" differs between two configurations of this run');
  });
});
