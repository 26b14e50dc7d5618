import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { buildReportSchema } from '../../../src/core/report/report-schema.ts';
import { formatReport, formats, lint, LintError, rules, version, type LintOptions, type LintReport, type Plugin } from '../../../src/library/library.ts';
import { definePlugin, defineRule, valueOf } from '../../../src/library/plugin-api.ts';
import { useCli } from '../../harness/run-cli.ts';
import { makeTree } from '../../harness/temp-tree.ts';

const run = useCli();

const service = `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  type: NodePort
  selector:
    app: wbe
  ports:
  - port: 80
    nodePort: 3000
`;
const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
  labels:
    app: web
spec:
  containers:
  - name: web
    image: web:latest
`;
const secret = `apiVersion: v1
kind: Secret
metadata:
  name: db
data:
  password: 12345678
`;

const team: Plugin = definePlugin({
  name: 'team',
  rules: [
    defineRule({
      id: 'no-latest',
      title: 'The tag latest changes under your feet',
      category: 'images',
      severity: 'warning',
      presets: ['recommended'],
      subject: 'container',
      fix: 'no',
      since: '1.0.0',
      judges: 'object',
      variants: { latest: 'warning' },
      *check({ image }) {
        if (valueOf(image)?.endsWith(':latest') === true) yield { variant: 'latest', message: 'Image is a moving tag', at: image.at };
      },
    }),
  ],
});

/** The error of a run that does not start. */
async function errorOf(options: LintOptions): Promise<LintError> {
  try {
    await lint(options);
  } catch (error) {
    if (error instanceof LintError) return error;
  }
  throw new Error('it started');
}

const idsOf = ({ findings }: LintReport): string[] => findings.map(({ rule }) => rule);

describe('the report', () => {
  test('is what the command line prints as JSON', async () => {
    const files = {
      'k8s/web.yaml': service,
      'k8s/pod.yaml': pod,
      'k8s/db.yaml': secret,
      '.svclint.yaml': 'presets: [recommended, strict]\nkubernetesVersion: "1.34"\n',
    };
    const { root, stdout } = run(files, ['-f', 'json', '--complete', 'k8s']);
    const cwd = makeTree(files);
    expect(root).not.toBe(cwd);
    expect(await lint({ paths: ['k8s'], cwd, complete: true })).toEqual(JSON.parse(stdout));
  });

  test('keeps to its schema, and holds no secret', async () => {
    const files = [
      { path: 'web.yaml', text: service },
      { path: 'db.yaml', text: secret },
      { path: 'broken.yaml', text: 'apiVersion: v1\nkind: Service\nmetadata: [' },
    ];
    const report = await lint({ files, config: { presets: ['recommended', 'strict'] } });
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(buildReportSchema());
    expect([validate(report), validate.errors]).toEqual([true, null]);
    expect(idsOf(report)).toEqual(['yaml-syntax-error', 'wrong-type', 'node-port-out-of-range']);
    expect(JSON.stringify(report)).not.toContain('12345678');
  });

  test.each([
    ['an empty file', ''],
    ['binary', '\u0000\u0001'],
    ['a lone surrogate', 'a: "\ud800"'],
    ['deep lists', '['.repeat(5000)],
    ['hostile keys', '__proto__: {a: 1}\nconstructor: 1\nkind: __proto__\napiVersion: v1'],
  ])('of %s is a report', async (_, text) => {
    expect((await lint({ files: [{ path: 'a.yaml', text }] })).version).toBe(1);
  });

  test('is written in every format', async () => {
    const report = await lint({ files: [{ path: 'web.yaml', text: service }] });
    for (const format of formats) expect(await formatReport(report, format)).toContain('web.yaml');
    expect(JSON.parse(await formatReport(report, 'json'))).toEqual(report);
    expect(await formatReport(report, 'stylish', { color: true })).toContain('\u001b[');
    await expect(formatReport({ ...report }, 'compact')).rejects.toThrow('and no copy of it');
    await expect(formatReport(report, 'pdf' as 'json')).rejects.toThrow('format "pdf" is unknown');
  });
});

describe('options', () => {
  const files = [
    { path: 'web.yaml', text: service },
    { path: 'pod.yaml', text: pod },
  ];

  test('say what the flags say', async () => {
    expect(idsOf(await lint({ files }))).toContain('node-port-out-of-range');
    expect(idsOf(await lint({ files, nodePortRange: '3000-4000' }))).not.toContain('node-port-out-of-range');
    expect(idsOf(await lint({ files, rules: { 'node-port-out-of-range': 'off' } }))).not.toContain('node-port-out-of-range');
    expect((await lint({ files, kubernetesVersion: '1.33-1.34' })).summary.kubernetes).toBe('1.33-1.34');
    const hidden = [{ path: 'web.yaml', text: `# svclint-disable -- until 2026-06-30\n${service}` }];
    expect((await lint({ files: hidden, today: '2026-06-30' })).summary).toMatchObject({ error: 0, suppressed: 1 });
    expect((await lint({ files: hidden, today: '2026-07-01' })).summary.error).toBe(1);
    expect((await lint({ files: hidden, today: '2026-06-30', suppressions: false })).summary.error).toBe(1);
  });

  test('take a configuration as an object, a path or none', async () => {
    const off = { rules: { 'node-port-out-of-range': 'off' } } as const;
    expect(idsOf(await lint({ files, config: off }))).not.toContain('node-port-out-of-range');
    expect(idsOf(await lint({ files, config: { ...off, ignore: 'web.yaml' } }))).toEqual([]);
    expect((await lint({ files, config: { ignore: 'web.yaml' }, ignore: false })).summary.files).toBe(2);
    const cwd = makeTree({ 'web.yaml': service, '.svclint.yaml': 'rules: {node-port-out-of-range: off}', 'ci.yaml': 'failOn: info' });
    expect(idsOf(await lint({ paths: ['web.yaml'], cwd }))).not.toContain('node-port-out-of-range');
    expect(idsOf(await lint({ paths: ['web.yaml'], cwd, config: 'ci.yaml' }))).toContain('node-port-out-of-range');
    expect(idsOf(await lint({ paths: ['web.yaml'], cwd, config: false }))).toContain('node-port-out-of-range');
    expect(idsOf(await lint({ files, cwd, config: '.svclint.yaml' }))).not.toContain('node-port-out-of-range');
  });

  test.each([
    [{}, 'options', 'lint() takes either paths or files'],
    [{ paths: ['.'], files: [] }, 'options', 'lint() takes either paths or files'],
    [{ paths: '.' }, 'options', 'option "paths" is not a list of texts'],
    [{ files: [{ path: 'a' }] }, 'options', 'option "files" is not a list of { path, text }'],
    [{ files: [files[0], files[0]] }, 'options', 'two files have the path "web.yaml"'],
    [{ files: [], today: 'today' }, 'options', 'option "today" is not a day such as "2026-12-31"'],
    [{ files: [], platfrom: 'kind' }, 'options', 'Key "platfrom" of'],
    [{ files: [], platform: 'kinds' }, 'options', 'Value "kinds" of "platform" is unknown'],
    [{ files: [], rules: { 'no-such-rule': 'off' } }, 'options', 'Rule "no-such-rule" is unknown'],
    [{ files: [], config: { rules: { 'node-port-out-of-ranges': 'off' } } }, 'configuration', 'config:3: Rule "node-port-out-of-ranges" is unknown'],
    [{ files: [], config: 'absent.yaml' }, 'configuration', 'no such configuration: absent.yaml'],
    [{ paths: ['absent'] }, 'input', 'no such file or directory: absent'],
    [{ files: [], plugins: [{ name: 'team' }] }, 'plugin', 'the plugin has no rules'],
    [{ files: [], plugins: [team, team] }, 'plugin', 'two plugins have the name "team"'],
  ])('%j are refused', async (options, code, message) => {
    const error = await errorOf({ cwd: makeTree(), ...(options as LintOptions) });
    expect(error.code).toBe(code);
    expect(error.message).toContain(message);
  });

  test('that are no data are refused', async () => {
    const config: { presets?: unknown } = {};
    config.presets = config;
    expect((await errorOf({ files: [], config: config as object })).message).toBe('config cannot be written as JSON');
  });

  test('what is wrong in a configuration comes with its place and the way out', async () => {
    const { findings } = await errorOf({ files: [], config: { platform: 'kinds' } });
    expect(findings).toMatchObject([{ rule: 'configuration-invalid', location: { path: 'config', start: { line: 2 } }, help: 'Did you mean "kind"?' }]);
  });
});

describe('charts', () => {
  const CHART = {
    'web/Chart.yaml': 'apiVersion: v2\nname: web\nversion: 0.1.0\n',
    'web/values.yaml': 'port: 8080\n',
    'web/templates/web.yaml':
      'apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {type: NodePort, ports: [{port: 80, nodePort: {{ .Values.port }}}]}\n',
  };
  const NOTICES = [{ path: 'web', text: 'charts are not rendered, so their templates are not linted' }];
  const files = Object.entries(CHART).map(([path, text]) => ({ path, text }));

  test('are named and not linted, as texts and on the disk', async () => {
    expect(await lint({ files })).toMatchObject({ findings: [], incomplete: [], notices: NOTICES });
    expect(await lint({ paths: ['web'], cwd: makeTree(CHART) })).toMatchObject({ findings: [], incomplete: [], notices: NOTICES });
  });

  test('prove nothing absent beside them', async () => {
    const service = 'apiVersion: v1\nkind: Service\nmetadata: {name: shop}\nspec: {selector: {app: shop}, ports: [{port: 80}]}\n';
    const beside = [{ path: 'web.yaml', text: service }];
    expect(idsOf(await lint({ files: beside, complete: true }))).toEqual(['service-selects-no-pods']);
    expect(idsOf(await lint({ files: [...beside, ...files], complete: true }))).toEqual([]);
  });
});

describe('plugins', () => {
  const files = [{ path: 'pod.yaml', text: pod }];

  test('are objects of the program', async () => {
    expect(idsOf(await lint({ files, plugins: [team] }))).toEqual(['team/no-latest']);
    expect(idsOf(await lint({ files, plugins: [team], config: { rules: { 'team/no-latest': 'off' } } }))).toEqual([]);
    expect(await formatReport(await lint({ files, plugins: [team] }), 'sarif')).toContain('"id": "team/no-latest"');
  });

  test('of a configuration run only where the program allows it', async () => {
    const module = `export default ({ defineRule }) => ({ name: 'own', rules: [defineRule({ id: 'none', title: 't', category: 'style', severity: 'info', presets: ['strict'],
      subject: 'cluster', fix: 'no', since: '1', judges: 'object', variants: { a: 'info' }, *check() {} })] });`;
    const cwd = makeTree({ 'pod.yaml': pod, 'own.mjs': module, '.svclint.yaml': 'plugins: [./own.mjs]\nrules: {own/none: info}' });
    const refused = await errorOf({ paths: ['.'], cwd });
    expect(refused.message).toContain('Plugins of ".svclint.yaml" run only with --allow-plugins');
    expect((await lint({ paths: ['.'], cwd, allowPlugins: true })).incomplete).toEqual([]);
  });
});

test('the rules and the version are told', () => {
  expect(rules.length).toBeGreaterThan(100);
  expect(version).toMatch(/^\d+\.\d+\.\d+/);
});
