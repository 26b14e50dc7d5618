import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { useCli } from '../harness/run-cli.ts';
import { makeTree } from '../harness/temp-tree.ts';

const run = useCli();

const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
  - name: web
    image: web:latest
`;

/** A plugin as the function form writes it. `traits` are further members of its rule, `check` is the body of its check. */
const team = (check = '', traits = ''): string => `export default ({ defineRule, setScalar, valueOf }) => ({
  name: 'team',
  rules: [
    defineRule({
      id: 'no-latest', title: 'The tag latest changes under your feet', category: 'images', severity: 'warning', presets: ['recommended'],
      subject: 'container', fix: 'unsafe', since: '1.0.0', judges: 'object', variants: { latest: 'warning' },
      ${traits}
      *check(container, context) {
        const { image } = container;
        ${check === '' ? "if (valueOf(image)?.endsWith(':latest')) yield { variant: 'latest', message: 'Image \"' + valueOf(image) + '\" is a moving tag', at: image.at };" : check}
      },
    }),
  ],
});
`;
const found = 'web.yaml:8:5: warning: Image "web:latest" is a moving tag [team/no-latest]\n';
const compact = ['-f', 'compact'];

/** A module that leaves a trace of having run, in the directory of the run. */
const traced = `import { writeFileSync } from 'node:fs';\nwriteFileSync('ran', '');\n${team()}`;
const findTrace = (root: string): string[] => [root].filter(folder => existsIn(folder, 'ran'));

function existsIn(folder: string, name: string): boolean {
  return existsSync(path.join(folder, name));
}

describe('rules of a plugin', () => {
  test.each([
    ['team.mjs', team()],
    ['team.cjs', team().replace('export default', 'module.exports =')],
    ['lint/team.js', team().replace('export default', 'module.exports =')],
    ['compiled.cjs', team().replace('export default', 'exports.__esModule = true; exports.default =')],
    [
      'object.mjs',
      `const make = ${team().replace('export default ', '').replace(/;\n$/, '')};\nexport default make({ defineRule: rule => rule, valueOf: field => field.value });`,
    ],
    ['later.mjs', team().replace('({ defineRule', 'async ({ defineRule')],
  ])('%s runs', (name, text) => {
    expect(run({ 'web.yaml': pod, [name]: text }, [...compact, '--plugin', name, '.'])).toMatchObject({ stdout: found, stderr: '', code: 0 });
  });

  test('run again from compiled code', () => {
    for (let round = 0; round < 3; round++) {
      expect(run({ 'web.yaml': pod, 'team.mjs': team() }, [...compact, '--plugin', 'team.mjs', '.']).stdout).toBe(found);
    }
  });

  test('are configured: level, options, overrides, locks', () => {
    const options = "options: { tag: { default: 'latest', about: 'The tag' } },";
    const check = "if (valueOf(image)?.endsWith(':' + context.options.tag)) yield { variant: 'latest', message: 'Image is moving', at: image.at };";
    const files = { 'web.yaml': pod.replace('latest', 'edge'), 'team.mjs': team(check, options) };
    const lint = (config: string, ...args: readonly string[]): string =>
      run({ ...files, '.svclint.yaml': config }, [...(args.includes('-f') ? [] : compact), '--plugin', 'team.mjs', ...args, '.']).stdout;
    expect(lint('')).toBe('');
    expect(lint('rules: {team/no-latest: {severity: error, options: {tag: edge}}}')).toBe('web.yaml:8:5: error: Image is moving [team/no-latest]\n');
    expect(lint('rules: {team/no-latest: {options: {tag: edge}}}', '--rule', 'team/no-latest=off')).toBe('');
    expect(lint('rules: {team/no-latest: {options: {tags: edge}}}', '-f', 'stylish')).toContain('Did you mean "tag"?');
    expect(lint('rules: {team/no-latst: off}', '-f', 'stylish')).toContain('Did you mean "team/no-latest"?');
    const override = 'rules: {team/no-latest: {options: {tag: edge}}}\noverrides: [{paths: [web.yaml], rules: {team/no-latest: off}}]\n';
    expect(lint(override)).toBe('');
    expect(lint(`${override}locks: [team/no-latest]\n`)).toContain('is locked at "warning"');
  });

  test('are suppressed, and a suppression of a plugin that is not loaded is no fault', () => {
    const text = pod.replace(':latest', ':latest # svclint-disable-line team/no-latest -- a demo');
    expect(run({ 'web.yaml': text, 'team.mjs': team() }, ['--plugin', 'team.mjs', '.']).stdout).toContain('1 suppressed');
    expect(run({ 'web.yaml': text }, [...compact, '--preset', 'strict', '.']).stdout).not.toContain('suppression-unused');
  });

  test('are listed and explained', () => {
    const docs = "docs: '# Moving tags\\n\\n## How to fix it\\n\\nName a version.\\n',";
    const files = { 'team.mjs': team('', docs) };
    expect(run(files, ['rules', '--plugin', 'team.mjs', '--category', 'images']).stdout).toContain('team/no-latest  warning  The tag latest');
    expect(run(files, ['explain', 'team/no-latest', '--plugin', 'team.mjs']).stdout).toContain('Name a version.');
    expect(run(files, ['explain', 'team/no-latest'])).toMatchObject({ code: 2, stderr: expect.stringContaining('--plugin FILE') as string });
    const configured = { ...files, '.svclint.yaml': 'plugins: ./team.mjs' };
    expect(run(configured, ['explain', 'team/no-latest', '--allow-plugins']).stdout).toContain('Name a version.');
  });

  test('have a fix and a page of their own in the report', () => {
    const check = `yield { variant: 'latest', message: 'm', at: image.at, fixes: [{ title: 'Name a version', safety: 'unsafe', edits: [setScalar(image.at, 'web:1')] }] };`;
    const files = { 'web.yaml': pod, 'team.mjs': team(check, "url: 'https://example.com/no-latest',") };
    const { findings } = JSON.parse(run(files, ['-f', 'json', '--plugin', 'team.mjs', '.']).stdout) as { findings: unknown[] };
    expect(findings).toMatchObject([{ rule: 'team/no-latest', docs: 'https://example.com/no-latest', fixes: [{ edits: [{ newText: '"web:1"' }] }] }]);
    const { findings: bare } = JSON.parse(run({ ...files, 'team.mjs': team() }, ['-f', 'json', '--plugin', 'team.mjs', '.']).stdout) as { findings: unknown[] };
    expect(bare).toMatchObject([{ docs: null }]);
  });

  test('are declared in SARIF', () => {
    expect(run({ 'web.yaml': pod, 'team.mjs': team() }, ['-f', 'sarif', '--plugin', 'team.mjs', '.']).stdout).toContain('"id": "team/no-latest"');
  });
});

describe('a faulty plugin', () => {
  test.each([
    ['throws', "throw new Error('boom')", 'Error: boom'],
    ['yields no finding', 'yield 7', 'it yields something else than a finding'],
    ['yields another variant', "yield { variant: 'other', message: 'm', at: image.at }", 'of variant "other", which it does not declare'],
    ['yields no place', "yield { variant: 'latest', message: 'm', at: 'web.yaml' }", 'whose "at" is no place'],
    ['yields no message', "yield { variant: 'latest', at: image.at }", 'without a message'],
    ['asks what it does not declare', "yield { undecided: 'why', at: image.at }", 'asks the question "why"'],
    ['yields a broken fix', "yield { variant: 'latest', message: 'm', at: image.at, fixes: [{ title: 't', safety: 'safe', edits: [{}] }] }", 'setScalar'],
  ])('that %s leaves the run incomplete, in its name', (_, check, reason) => {
    const { code, stderr } = run({ 'web.yaml': pod, 'team.mjs': team(check) }, [...compact, '--plugin', 'team.mjs', '.']);
    expect(stderr).toContain('rule team/no-latest crashed, which is a fault of plugin "team"');
    expect(stderr).toContain(reason);
    expect(code).toBe(3);
  });

  test.each([
    ['is not there', {}, 'plugin team.mjs: no such file'],
    ['is no module', { 'team.mjs/index.js': '' }, 'plugin team.mjs: no such file'],
    ['does not parse', { 'team.mjs': 'export default {' }, 'plugin team.mjs could not be loaded: SyntaxError'],
    ['throws', { 'team.mjs': "throw new Error('boom\\u001b[31m')" }, 'could not be loaded: Error: boom\\x1b[31m'],
    ['exports nothing', { 'team.mjs': 'export const a = 1;' }, 'it exports no plugin: export default { name, rules: [ … ] }'],
    ['never ends to load', { 'team.mjs': 'await new Promise(() => {});' }, 'it waits for something that never comes'],
    ['imports what is not there', { 'team.mjs': "import 'svclint/rule';" }, 'export a function, which is handed the API instead'],
    ['has no name', { 'team.mjs': 'export default { rules: [] };' }, 'the plugin has no name'],
  ])('that %s starts nothing', (_, files, reason) => {
    const { code, stdout, stderr } = run({ 'web.yaml': pod, ...files }, ['--plugin', 'team.mjs', '.']);
    expect(stderr).toContain(reason);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  test('two of one name are refused, one file twice is one plugin', () => {
    const files = { 'web.yaml': pod, 'a.mjs': team(), 'b.mjs': team() };
    expect(run(files, ['--plugin', 'a.mjs', '--plugin', 'b.mjs', '.'])).toMatchObject({ code: 2, stderr: 'svclint: two plugins have the name "team"\n' });
    expect(run(files, [...compact, '--plugin', 'a.mjs', '--plugin', './a.mjs', '.']).stdout).toBe(found);
  });

  test('where one is missing, none runs', () => {
    const { root, code } = run({ 'web.yaml': pod, 'a.mjs': traced }, ['--plugin', 'a.mjs', '--plugin', 'b.mjs', '.']);
    expect({ code, trace: findTrace(root) }).toEqual({ code: 2, trace: [] });
  });
});

describe('trust: code runs because of words on the command line', () => {
  const manifest = { 'web.yaml': pod };

  test.each([
    ['.svclint.yaml', 'plugins: [./team.mjs]'],
    ['.svclint.yaml', 'plugins: ./team.mjs\nrules: {team/no-latest: error}'],
    ['.svclint.yaml', 'plugins: [./absent.mjs, no-such-package]'],
    ['package.json', '{"svclint": {"plugins": ["./team.mjs"]}}'],
  ])('a discovered %s that says %s is refused and nothing of it is touched', (name, config) => {
    const { root, code, stdout } = run({ ...manifest, 'team.mjs': traced, [name]: config }, [...compact, '.']);
    expect(stdout).toContain(`Plugins of "${name}" run only with --allow-plugins, so nothing is linted [configuration-invalid]`);
    expect(stdout).not.toContain('no-latest');
    expect({ code, trace: findTrace(root) }).toEqual({ code: 2, trace: [] });
  });

  test('--config alone, --plugin of another file and variables of the environment are no permission', () => {
    const files = { ...manifest, 'team.mjs': traced, 'other.mjs': team().replace("'team'", "'other'"), 'ci.yaml': 'plugins: [./team.mjs]' };
    const env = { SVCLINT_ALLOW_PLUGINS: '1', ALLOW_PLUGINS: 'true', npm_config_allow_plugins: 'true' };
    for (const more of [[], ['--plugin', 'other.mjs']]) {
      const { root, code } = run(files, ['--config', 'ci.yaml', ...more, '.'], { env });
      expect({ code, trace: findTrace(root) }).toEqual({ code: 2, trace: [] });
    }
  });

  test('--allow-plugins lets the configuration name them', () => {
    const files = { ...manifest, 'team.mjs': traced, '.svclint.yaml': 'plugins: [./team.mjs]' };
    const { root, stdout } = run(files, [...compact, '--allow-plugins', '.']);
    expect({ stdout, trace: findTrace(root) }).toEqual({ stdout: found, trace: [root] });
  });

  test('no configuration is code', () => {
    const names = ['.svclint.js', '.svclint.mjs', '.svclint.cjs', 'svclint.config.js', 'svclint.config.mjs', '.svclint.yaml.js'];
    const files = Object.fromEntries(names.map(name => [name, name.endsWith('.cjs') ? "require('node:fs').writeFileSync('ran', '')" : traced]));
    const { root, code } = run({ ...manifest, ...files }, ['--allow-plugins', '.']);
    expect({ code, trace: findTrace(root) }).toEqual({ code: 0, trace: [] });
    const named = run({ ...manifest, 'evil.mjs': traced }, ['--allow-plugins', '--config', 'evil.mjs', '.']);
    expect({ code: named.code, trace: findTrace(named.root) }).toEqual({ code: 2, trace: [] });
  });

  test('schemas are data', () => {
    const { root } = run({ ...manifest, 'crd.mjs': traced, '.svclint.yaml': 'schemas: [./crd.mjs]' }, ['--allow-plugins', '.']);
    expect(findTrace(root)).toEqual([]);
  });

  test.each([
    'lint/team.mjs',
    '/etc/team.mjs',
    'file:///team.mjs',
    'data:text/javascript,1',
    'https://example.com/a.mjs',
    'C:\\team.mjs',
    'node:fs',
    '..',
    './a\\b.mjs',
  ])('plugins: [%s] names nothing that is looked for', name => {
    const { code, stdout } = run({ ...manifest, '.svclint.yaml': `plugins: ['${name}']` }, [...compact, '--allow-plugins', '.']);
    expect(stdout).toContain(`Value "${name}" of "plugins" is not a path such as`);
    expect(code).toBe(2);
  });

  test('predictions run no rules: they neither refuse nor run plugins', () => {
    const files = { ...manifest, 'team.mjs': traced, '.svclint.yaml': 'plugins: [./team.mjs]\nrules: {team/no-latest: error}' };
    for (const command of ['endpoints', 'admit']) {
      const { root, stderr } = run(files, [command, '.']);
      expect({ stderr, trace: findTrace(root) }).toEqual({ stderr: '', trace: [] });
    }
  });
});

describe('where plugins of a configuration may lie', () => {
  const lint = (files: Readonly<Record<string, string>>, arrange?: (root: string) => void): ReturnType<typeof run> =>
    run({ 'repo/web.yaml': pod, 'repo/.git/HEAD': '', ...files }, [...compact, '--allow-plugins', '.'], { cwd: 'repo', ...(arrange ? { arrange } : {}) });
  const packaged = (manifest: object): Record<string, string> => ({
    'repo/node_modules/team-rules/package.json': JSON.stringify({ name: 'team-rules', ...manifest }),
    'repo/node_modules/team-rules/lib/a.mjs': team(),
    'repo/.svclint.yaml': 'plugins: [team-rules]',
  });

  test('in the repository, also above the configuration', () => {
    const files = { 'repo/lint/team.mjs': team(), 'repo/app/.svclint.yaml': 'plugins: [../lint/team.mjs]', 'repo/app/web.yaml': pod };
    const { stdout } = run({ 'repo/.git/HEAD': '', ...files }, [...compact, '--allow-plugins', '.'], { cwd: 'repo/app' });
    expect(stdout).toBe(found);
  });

  test('not outside of it', () => {
    const { code, stderr } = lint({ 'team.mjs': traced, 'repo/.svclint.yaml': 'plugins: [../team.mjs]' });
    expect({ code, stderr }).toEqual({ code: 2, stderr: 'svclint: plugin ../team.mjs: it lies outside of repo/, which holds the configuration\n' });
  });

  test('without a repository not above the configuration', () => {
    const files = { 'lint/team.mjs': traced, 'app/.svclint.yaml': 'plugins: [../lint/team.mjs]', 'app/web.yaml': pod };
    expect(run(files, ['--allow-plugins', '.'], { cwd: 'app' })).toMatchObject({ code: 2, stderr: expect.stringContaining('outside of app/') as string });
  });

  test.each([
    ['a file', (root: string): void => symlinkSync('../team.mjs', path.join(root, 'repo/team.mjs')), './team.mjs'],
    ['a folder', (root: string): void => symlinkSync('..', path.join(root, 'repo/up')), './up/team.mjs'],
  ])('not through a link of %s that leads out', (_, arrange, name) => {
    const { code, stderr } = lint({ 'team.mjs': traced, 'repo/.svclint.yaml': `plugins: [${name}]` }, arrange);
    expect(stderr).toContain('a link leads it out of repo/');
    expect(code).toBe(2);
  });

  test('through a link that stays inside', () => {
    const files = { 'repo/lint/team.mjs': team(), 'repo/.svclint.yaml': 'plugins: [./team.mjs]' };
    expect(lint(files, root => symlinkSync('lint/team.mjs', path.join(root, 'repo/team.mjs'))).stdout).toBe(found);
  });

  test.each([
    { exports: './lib/a.mjs' },
    { exports: { '.': { types: './lib/a.d.mts', import: './lib/a.mjs' } } },
    { exports: { '.': [{ browser: './b.mjs' }, './lib/a.mjs'] } },
    { exports: { node: { default: './lib/a.mjs' } } },
    { main: 'lib/a.mjs' },
  ])('a package with %j', manifest => {
    expect(lint(packaged(manifest)).stdout).toBe(found);
  });

  test('a package of a workspace', () => {
    const files = { 'repo/packages/team-rules/package.json': '{"exports": "./a.mjs"}', 'repo/packages/team-rules/a.mjs': team() };
    const { stdout } = lint({ ...files, 'repo/.svclint.yaml': 'plugins: [team-rules]' }, root => {
      mkdirSync(path.join(root, 'repo/node_modules'));
      symlinkSync('../packages/team-rules', path.join(root, 'repo/node_modules/team-rules'));
    });
    expect(stdout).toBe(found);
  });

  test.each([
    [{ exports: '../../../team.mjs' }, 'the package has no module as its entry'],
    [{ exports: {} }, 'the package has no module as its entry'],
    [{ main: '/etc/passwd' }, 'the package has no module as its entry'],
  ])('not a package with %j', (manifest, fault) => {
    expect(lint({ ...packaged(manifest), 'team.mjs': traced }).stderr).toBe(`svclint: plugin team-rules: ${fault}\n`);
  });

  test('not a package above the repository, and not one that is linked from elsewhere', () => {
    const above = { 'node_modules/team-rules/package.json': '{"exports": "./a.mjs"}', 'node_modules/team-rules/a.mjs': traced };
    const config = { 'repo/.svclint.yaml': 'plugins: [team-rules]' };
    expect(lint({ ...above, ...config }).stderr).toContain('no such package in node_modules');
    const linked = lint({ ...above, ...config }, root => symlinkSync('../node_modules', path.join(root, 'repo/node_modules')));
    expect(linked.stderr).toContain('a link leads it out of repo/');
  });
});

test('a plugin may stand anywhere where the command line names it', () => {
  const elsewhere = makeTree();
  writeFileSync(path.join(elsewhere, 'team.mjs'), team());
  expect(run({ 'web.yaml': pod }, [...compact, '--plugin', path.join(elsewhere, 'team.mjs'), '.']).stdout).toBe(found);
});
