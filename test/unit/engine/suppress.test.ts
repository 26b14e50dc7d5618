import { describe, expect, test } from 'vitest';
import { configure, lint } from '../../../src/index.ts';
import type { Report } from '../../../src/core/engine/report.ts';

async function lintWith(text: string, config = '', flags = {}): Promise<Report> {
  const configured = await configure([{ path: '.svclint.yaml', text: config, form: 'file', forAll: true, relative: path => path }], {
    today: '2026-05-05',
    ...flags,
  });
  if ('report' in configured) throw new Error('the configuration has faults');
  return lint({ files: [{ path: 'a.yaml', text }], settings: configured.settings });
}

/** Lines of the errors that are shown and of those that are hidden, and the variants of what is said of suppressions. */
async function outcomeOf(text: string, config?: string, flags?: object): Promise<{ shown: number[]; hidden: number[]; said: string[] }> {
  const { findings } = await lintWith(text, config, flags);
  const own = findings.filter(({ rule }) => rule.id === 'node-port-out-of-range');
  const lines = (hidden: boolean): number[] => own.filter(({ suppressed }) => (suppressed !== null) === hidden).map(({ location }) => location.start.line);
  return { shown: lines(false), hidden: lines(true), said: findings.filter(({ rule }) => rule.id === 'suppression-unused').map(({ variant }) => variant) };
}

/** A Service with the fault, which stands nine lines below its first one. */
function service(name: string, { above = '', trailing = '', metadata = '' } = {}): string {
  return `apiVersion: v1
kind: Service
metadata:
  name: ${name}
${metadata}spec:
  type: NodePort
  ports:
  - port: 80
${above}    nodePort: 3000${trailing}
`;
}

describe('comments', () => {
  test.each([
    ['on the line', service('web', { trailing: ' # svclint-disable-line node-port-out-of-range' })],
    ['on the line, for all rules', service('web', { trailing: ' # svclint-disable-line' })],
    ['on the line, for several rules', service('web', { trailing: ' # svclint-disable-line node-port-taken, node-port-out-of-range -- reason' })],
    ['above the line', service('web', { above: '    # svclint-disable-next-line node-port-out-of-range\n' })],
    ['above other comments', service('web', { above: '    # svclint-disable-next-line node-port-out-of-range\n    # more\n\n' })],
    ['in the document', `${service('web')}# svclint-disable node-port-out-of-range\n`],
    ['before the document', `# svclint-disable node-port-out-of-range\n${service('web')}`],
    ['at the top of the file', `# about\n# svclint-disable-file node-port-out-of-range\n---\n${service('web')}`],
  ])('%s hide', async (_, text) => {
    expect(await outcomeOf(text)).toMatchObject({ shown: [], hidden: [expect.any(Number)] });
  });

  test.each([
    ['of another rule', service('web', { trailing: ' # svclint-disable-line node-port-taken' })],
    ['on another line', service('web', { above: '    # svclint-disable-line node-port-out-of-range\n' })],
    ['of another document', `# svclint-disable\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n---\n${service('web')}`],
    ['that is text', service('web', { metadata: '  annotations:\n    a: |\n      # svclint-disable\n' })],
    ['for the file below its content', `${service('web')}# svclint-disable-file\n`],
  ])('%s do not', async (_, text) => {
    expect(await outcomeOf(text)).toMatchObject({ shown: [expect.any(Number)], hidden: [] });
  });

  test('a document holds for its own findings', async () => {
    expect(await outcomeOf(`# svclint-disable\n${service('a')}---\n${service('b')}`)).toMatchObject({ hidden: [10], shown: [20] });
  });

  test('a file holds for all of its documents', async () => {
    expect(await outcomeOf(`# svclint-disable-file\n${service('a')}---\n${service('b')}`)).toMatchObject({ hidden: [10, 20], shown: [] });
  });

  test('the reason stands in the report', async () => {
    const { findings, summary } = await lintWith(
      service('web', { trailing: ' # svclint-disable-line node-port-out-of-range -- until 2026-12-31 old cluster' }),
    );
    const hidden = findings.find(({ rule }) => rule.id === 'node-port-out-of-range')?.suppressed;
    expect(hidden).toMatchObject({ by: 'comment', reason: 'old cluster', location: { start: { line: 9 } } });
    expect(summary).toMatchObject({ error: 0, suppressed: 1 });
  });
});

describe('annotations', () => {
  const annotated = (value: string): string => service('web', { metadata: `  annotations:\n    svclint.dev/ignore: ${value}\n` });

  test.each(['node-port-out-of-range', 'node-port-taken, node-port-out-of-range', '"*"', '"node-port-out-of-range -- reason"'])('%s hides', async value => {
    expect(await outcomeOf(annotated(value))).toMatchObject({ shown: [], hidden: [11] });
  });

  test('of another rule or without names hide nothing', async () => {
    expect(await outcomeOf(annotated('node-port-taken'))).toMatchObject({ shown: [11] });
    expect(await outcomeOf(annotated('""'))).toMatchObject({ shown: [11], said: ['misplaced'] });
  });

  test('of the pod template hide what is found in it', async () => {
    const pod = (annotations: string): string => `apiVersion: v1
kind: Service
metadata: { name: web }
spec: { selector: { app: web }, ports: [{ name: http, port: 80, targetPort: 8080 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata:
      labels: { app: web }
${annotations}    spec:
      containers:
      - name: web
        image: web
        args: ["--bind=127.0.0.1:8080"]
        ports: [{ containerPort: 8080 }]
`;
    const hiddenOf = async (text: string): Promise<boolean[]> =>
      (await lintWith(text)).findings.filter(({ rule }) => rule.id === 'container-listens-on-localhost').map(({ suppressed }) => suppressed !== null);
    expect(await hiddenOf(pod(''))).toEqual([false]);
    expect(await hiddenOf(pod('      annotations: { svclint.dev/ignore: container-listens-on-localhost }\n'))).toEqual([true]);
  });
});

describe('what is said of suppressions', () => {
  const trailing = (comment: string): string => service('web', { trailing: ` # svclint-disable-line ${comment}` });

  test('a question that is answered is not asked', async () => {
    const lonely = 'apiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec: { selector: { app: web }, ports: [{ port: 80 }] }\n';
    expect((await lintWith(lonely)).undecided).toHaveLength(1);
    const strict = { presets: ['recommended', 'strict'] };
    const { undecided, findings } = await lintWith(`# svclint-disable service-selects-no-pods\n${lonely}`, '', strict);
    expect({ undecided, findings }).toEqual({ undecided: [], findings: [] });
  });

  test('nothing where it did its work', async () => {
    expect(await outcomeOf(trailing('node-port-out-of-range'), 'presets: [recommended, strict]')).toMatchObject({ said: [] });
  });

  test('an expired one hides nothing from the next day on', async () => {
    expect(await outcomeOf(trailing('node-port-out-of-range -- until 2026-05-05 x'))).toMatchObject({ shown: [], said: [] });
    expect(await outcomeOf(trailing('node-port-out-of-range -- until 2026-05-04 x'))).toMatchObject({ shown: [9], said: ['expired'] });
    expect(await outcomeOf(trailing('node-port-out-of-range -- until 2026-05-04 x'), '', { today: undefined })).toMatchObject({ shown: [] });
  });

  test('one without a required reason hides nothing', async () => {
    expect(await outcomeOf(trailing('node-port-out-of-range'), 'requireReasons: true')).toMatchObject({ shown: [9], said: ['reason-missing'] });
    expect(await outcomeOf(trailing('node-port-out-of-range -- x'), 'requireReasons: true')).toMatchObject({ shown: [], said: [] });
  });

  test('a locked rule is not hidden, others of the same comment are', async () => {
    expect(await outcomeOf(trailing('node-port-out-of-range'), 'locks: [node-port-out-of-range]')).toMatchObject({ shown: [9], said: ['locked'] });
    expect(await outcomeOf(trailing(''), 'locks: [node-port-out-of-range]')).toMatchObject({ shown: [9] });
  });

  test('an idle or unknown one is told under strict', async () => {
    const strict = 'presets: [recommended, strict]';
    expect(await outcomeOf(trailing('node-port-taken'))).toMatchObject({ said: [] });
    expect(await outcomeOf(trailing('node-port-taken'), strict)).toMatchObject({ said: ['unused'] });
    expect(await outcomeOf(trailing('node-port-out-of-range, node-port-taken'), strict)).toMatchObject({ shown: [], said: ['unused'] });
    expect(await outcomeOf(trailing('node-port-out-of-rang'), strict)).toMatchObject({ said: ['unknown-rule'] });
    expect(await outcomeOf(trailing('node-port-taken'), `${strict}\nrules: { node-port-taken: off }`)).toMatchObject({ said: [] });
  });

  test('a word that is none is told', async () => {
    expect(await outcomeOf(service('web', { trailing: ' # svclint-disable-lin node-port-out-of-range' }))).toMatchObject({ shown: [9], said: ['misplaced'] });
  });

  test('nothing with --no-suppressions', async () => {
    expect(await outcomeOf(trailing('node-port-out-of-range'), '', { suppressions: false })).toEqual({ shown: [9], hidden: [], said: [] });
  });
});

test('a document that does not parse is hidden by a comment on a line of its own', async () => {
  const broken = 'apiVersion: v1\nkind: Service\nmetadata:\n\tname: web\n';
  const variants = async (text: string): Promise<(string | null)[]> => (await lintWith(text)).findings.map(({ suppressed }) => suppressed?.by ?? null);
  expect(await variants(broken)).toEqual([null]);
  expect(await variants(`# svclint-disable-file\n${broken}`)).toEqual(['comment']);
  expect(await variants(`# svclint-disable yaml-tab-indentation\n${broken}`)).toEqual(['comment']);
});
