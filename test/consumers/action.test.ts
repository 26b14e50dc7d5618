import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { projectRoot } from '../harness/shared.ts';
import { readAction, runAction, type ActionRun, type Job } from './composite-action.ts';
import { cloneProject, makeEnvironment, makeFolder, SHOP } from './git-scene.ts';

const folder = makeFolder('action');

let env: Readonly<Record<string, string>> = {};
let action = '';
let first: ActionRun | undefined;

const BROKEN = { ...SHOP, 'k8s/service.yaml': SHOP['k8s/service.yaml'].replace('app: web', 'app: wbe') };

let count = 0;

/** A job whose workspace holds the files. */
function makeJob(files: Readonly<Record<string, string>> = BROKEN): Job {
  const job = path.join(folder, `job${String((count += 1))}`);
  const workspace = path.join(job, 'workspace');
  const temp = path.join(job, 'temp');
  mkdirSync(temp, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(workspace, name)), { recursive: true });
    writeFileSync(path.join(workspace, name), text);
  }
  return { action, workspace, temp, env };
}

beforeAll(() => {
  const home = path.join(folder, 'home');
  mkdirSync(home);
  // Jobs set this for programs of their own: what builds svclint is installed nevertheless.
  env = { ...makeEnvironment(home), NODE_ENV: 'production' };
  action = cloneProject(folder, env);
  first = runAction(makeJob());
});

const commandsOf = (log: string): string[] => log.split('\n').filter(line => line.startsWith('::'));

test('no input reaches a script: a runner would run what it says', () => {
  const scripts = readAction(projectRoot).runs.steps.flatMap(({ run }) => run ?? []);
  expect(scripts.length).toBeGreaterThan(0);
  expect(scripts.filter(script => script.includes('${{'))).toEqual([]);
});

test('actions of others are named by a whole version', () => {
  const uses = readAction(projectRoot).runs.steps.flatMap(({ uses: name }) => name ?? []);
  expect(uses.filter(name => !/@v\d+\.\d+\.\d+$/.test(name))).toEqual([]);
});

describe('of a broken Service', () => {
  test('the step fails, and says where in the log, in annotations, in the summary and in SARIF', () => {
    const job = makeJob();
    const { code, log, outputs, summary } = runAction(job, { sarif: 'out.sarif' });
    expect(code, log).toBe(1);
    expect(log).toContain('k8s/service.yaml:7:5');
    expect(commandsOf(log)).toEqual([expect.stringMatching(/^::error file=k8s\/service\.yaml,line=7,endLine=7,col=5,.*title=service-selects-no-pods::/)]);
    expect(outputs).toMatchObject({ errors: '1', warnings: '0', infos: '0', suppressed: '0', sarif: 'out.sarif' });
    expect(summary).toContain('service-selects-no-pods');
    expect(summary).toContain('k8s/deployment.yaml');
    expect(readFileSync(outputs['markdown'] ?? '', 'utf8')).toBe(summary);
    expect(JSON.parse(readFileSync(outputs['json'] ?? '', 'utf8'))).toMatchObject({ tool: { name: 'svclint' } });
    const { runs } = JSON.parse(readFileSync(path.join(job.workspace, 'out.sarif'), 'utf8')) as { runs: { results: unknown[] }[] };
    expect(runs.map(({ results }) => results.length)).toEqual([1]);
  });

  test('it passes where findings are not to fail it, with the same counts', () => {
    expect(runAction(makeJob(), { 'fail-on': 'never' })).toMatchObject({ code: 0, outputs: { errors: '1', sarif: '' } });
  });

  test('args are words as in a shell', () => {
    const args = `--rule "service-selects-no-pods=warning"\n  --fail-on 'warning'`;
    expect(runAction(makeJob(), { args })).toMatchObject({ code: 1, outputs: { errors: '0', warnings: '1' } });
  });

  test('a baseline hides what is known', () => {
    const job = makeJob();
    expect(runAction(job, { baseline: 'known.json', args: '--update-baseline' }).log).toContain('Wrote 1 finding');
    expect(runAction(job, { baseline: 'known.json' })).toMatchObject({ code: 0, outputs: { errors: '0', suppressed: '1' } });
  });

  test('a directory of its own is where paths start and configurations are looked for', () => {
    const job = makeJob({ 'shop/k8s/service.yaml': BROKEN['k8s/service.yaml'], 'shop/k8s/deployment.yaml': SHOP['k8s/deployment.yaml'] });
    const { outputs, log } = runAction(job, { 'working-directory': 'shop', paths: 'k8s', sarif: 'out.sarif' });
    expect(outputs, log).toMatchObject({ errors: '1', sarif: path.join('shop', 'out.sarif') });
    expect(existsSync(path.join(job.workspace, 'shop/out.sarif'))).toBe(true);
  });
});

describe('what does not start', () => {
  test.each([
    ['a flag that does not exist', { args: '--no-such-flag' }],
    ['a quote that nothing closes', { args: '--preset "strict' }],
    ['a path that does not exist', { paths: 'nowhere' }],
    ['a directory that does not exist', { 'working-directory': 'nowhere' }],
    ['a baseline that does not exist', { baseline: 'nowhere.json' }],
  ])('by %s fails the step and claims no counts', (_, inputs) => {
    const job = makeJob({ ...SHOP, 'old.sarif': '{}' });
    const { code, outputs, log } = runAction(job, { ...inputs, sarif: 'old.sarif' });
    expect(code, log).toBe(2);
    expect(log).toContain('svclint: ');
    expect(outputs).toMatchObject({ errors: '', sarif: '' });
  });
});

test('sound manifests pass', () => {
  expect(runAction(makeJob(SHOP))).toMatchObject({ code: 0, outputs: { errors: '0', warnings: '0' } });
});

describe('hostile names', () => {
  const names = ['a b', `it's "here"`, '$(touch pwned)', '`touch pwned`', '; touch pwned', '--plugin=evil.mjs', '${{ inputs.args }}', '%0A::error::'];
  const manifests = Object.fromEntries(
    names.flatMap(name => [
      [`${name}/service.yaml`, BROKEN['k8s/service.yaml']],
      [`${name}/deployment.yaml`, SHOP['k8s/deployment.yaml']],
    ]),
  );

  test('of paths are paths', () => {
    const job = makeJob({ ...manifests, 'evil.mjs': `import { writeFileSync } from 'node:fs';\nwriteFileSync('pwned', '');\n` });
    const { code, log, outputs } = runAction(job, { paths: `${names.join('\n')}\n` });
    expect(code, log).toBe(1);
    expect(outputs['errors']).toBe(String(names.length));
    expect(readdirSync(job.workspace).sort()).toEqual([...names, 'evil.mjs'].sort());
  });

  test.each(['sarif', 'baseline', 'fail-on', 'args', 'working-directory'])('in the input %s run nothing', name => {
    for (const hostile of [
      '$(touch pwned)',
      '`touch pwned`',
      '; touch pwned',
      '" ; touch pwned; "',
      "' ; touch pwned; '",
      '\ntouch pwned\n',
      '${IFS}$(touch${IFS}pwned)',
    ]) {
      const job = makeJob();
      const { log } = runAction(job, { [name]: hostile });
      expect(existsSync(path.join(job.workspace, 'pwned')), log).toBe(false);
      expect(existsSync(path.join(job.action, 'pwned')), log).toBe(false);
    }
  });

  test('of a file that is written forge no output', () => {
    const { outputs, log } = runAction(makeJob(), { sarif: 'a\nerrors=0\nb.sarif' });
    expect(outputs, log).toMatchObject({ errors: '1', sarif: 'a\nerrors=0\nb.sarif' });
  });

  test('in manifests are no commands to the runner', () => {
    const name = '"web\\n::set-env name=PATH::/tmp\\n::add-mask::e"';
    const files = { 'web.yaml': BROKEN['k8s/service.yaml'].replace('name: web', `name: ${name}`), 'k8s/deployment.yaml': SHOP['k8s/deployment.yaml'] };
    const { log } = runAction(makeJob(files));
    expect(commandsOf(log).length).toBeGreaterThan(0);
    expect(commandsOf(log).filter(line => !/^::(?:error|warning|notice) file=/.test(line))).toEqual([]);
  });
});

describe('the program', () => {
  test('is built where the checkout carries none, once', () => {
    expect(first).toMatchObject({ code: 1, uses: [] });
    const program = path.join(action, 'dist/svclint.cjs');
    const built = statSync(program).mtimeMs;
    runAction(makeJob());
    expect(statSync(program).mtimeMs).toBe(built);
  });

  test('runs on the Node of the runner, or where there is none on one that is set up', () => {
    const bare = path.join(folder, 'bin');
    mkdirSync(bare);
    symlinkSync('/bin/bash', path.join(bare, 'bash'));
    symlinkSync('/bin/sh', path.join(bare, 'sh'));
    const job = makeJob();
    expect(runAction(job).uses).toEqual([]);
    expect(runAction({ ...job, env: { ...job.env, PATH: bare } }).uses).toEqual([expect.stringMatching(/^actions\/setup-node@/)]);
  });
});
