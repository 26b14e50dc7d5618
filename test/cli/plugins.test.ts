import { describe, expect, test } from 'vitest';
import { useCli } from '../harness/run-cli.ts';
import { found, hasRun, pod, team, traced } from '../harness/team-plugin.ts';

const run = useCli();
const compact = ['-f', 'compact'];

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

  test('are called with the references that they name', () => {
    const check = "yield { variant: 'latest', message: 'Secret ' + valueOf(container.name) + ' is named', at: container.at.at };";
    const plugin = team(check, "references: ['volume-secret'],")
      .replace("subject: 'container'", "subject: 'reference'")
      .replace('const { image } = container;', '');
    const text = `${pod}  volumes:\n  - name: key\n    secret: { secretName: web-key }\n  - name: more\n    configMap: { name: web }\n`;
    expect(run({ 'web.yaml': text, 'team.mjs': plugin }, [...compact, '--plugin', 'team.mjs', '.'])).toMatchObject({
      stdout: 'web.yaml:11:15: warning: Secret web-key is named [team/no-latest]\n',
      stderr: '',
    });
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
    ['yields no object of a manifest', "yield { variant: 'latest', message: 'm', at: image.at, resource: { kind: 'Pod' } }", 'a "resource" that is no object'],
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
    expect({ code, ran: hasRun(root) }).toEqual({ code: 2, ran: false });
  });
});
