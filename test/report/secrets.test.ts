import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/core/engine/report.ts';
import { FORMAT_NAMES, renderReport } from '../../src/core/report/formats.ts';
import { MASK } from '../../src/core/report/mask.ts';
import { findSecrets } from '../../src/core/report/secret-spans.ts';
import { setScalar } from '../../src/core/rule/edits.ts';
import { parseSource } from '../../src/core/yaml/parse-source.ts';
import { OPTIONS, placeOf, reportOf } from './report-of.ts';

async function renderAll(report: Report): Promise<string> {
  return (await Promise.all(FORMAT_NAMES.map(format => renderReport(format, report, OPTIONS)))).join('\n');
}

const secretTexts = (text: string): string[] => {
  const file = parseSource('a.yaml', text);
  return findSecrets(file).map(({ span }) => text.slice(span.start, span.end));
};

const secret = `apiVersion: v1
kind: Secret
metadata:
  name: db
stringData:
  user: hunter
  password: hunter2
  pem: |
    BEGIN KEY
    abcdefgh
data:
  blob: aHVudGVyMg==
`;

describe('what is a secret', () => {
  test('all values of a Secret', () => {
    expect(secretTexts(secret)).toEqual(['hunter', 'hunter2', expect.stringContaining('abcdefgh') as string, 'aHVudGVyMg==']);
  });

  test.each([
    ['in a List', 'apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: Secret, data: {a: s3cret}}\n'],
    ['as JSON', '{"apiVersion":"v1","kind":"Secret","data":{"a":"s3cret"}}'],
    ['through an anchor', 'kind: Secret\nmetadata: {annotations: {x: &a s3cret}}\ndata: {a: *a}\n'],
    ['merged in', 'x: &a {a: s3cret}\nkind: Secret\ndata: {<<: *a}\n'],
    ['under a key that stands twice', 'kind: Secret\ndata: {a: s3cret, a: other}\n'],
    ['as a list', 'kind: Secret\ndata: [s3cret]\n'],
    ['of a variable', 'kind: Pod\nspec: {containers: [{env: [{name: DB_PASSWORD, value: s3cret}]}]}\n'],
    ['of an entry of a ConfigMap', 'kind: ConfigMap\ndata: {DB_PASSWORD: s3cret}\n'],
    ['in what kubectl applied last', 'kind: Pod\nmetadata:\n  annotations:\n    kubectl.kubernetes.io/last-applied-configuration: \'{"x":"s3cret"}\'\n'],
    ['in a document that does not parse', 'kind: Secret\nstringData:\n  password: s3cret\n\tx: y\n'],
    ['of a variable in a document that does not parse', 'kind: Pod\nenv:\n- name: DB_PASSWORD\n  value: s3cret\n\tx: y\n'],
  ])('a value %s', (_, text) => {
    expect(secretTexts(text).join(' ')).toContain('s3cret');
  });

  test.each([
    ['names of variables', 'kind: Pod\nspec: {containers: [{env: [{name: LOG_LEVEL, value: debug}]}]}\n'],
    ['references', 'kind: Pod\nspec: {containers: [{env: [{name: DB_PASSWORD, valueFrom: {secretKeyRef: {name: db, key: password}}}]}]}\n'],
    ['entries of a ConfigMap', 'kind: ConfigMap\ndata: {nginx.conf: x}\n'],
    ['keys of selectors', 'kind: Pod\nspec: {tolerations: [{key: a, value: b}]}\n'],
  ])('not %s', (_, text) => {
    expect(secretTexts(text)).toEqual([]);
  });
});

describe('no format prints one', () => {
  test('in a frame that happens to show its line', async () => {
    const report = reportOf({ 'a.yaml': secret }, cluster => [
      { message: 'Message', at: placeOf(cluster, 'Secret', ['stringData', 'pem']) },
      { message: 'Message', at: placeOf(cluster, 'Secret', ['data', 'blob']) },
      { message: 'Message', at: placeOf(cluster, 'Secret', ['data']) },
    ]);
    const printed = await renderAll(report);
    expect(printed).not.toMatch(/hunter|aHVudGVyMg|abcdefgh/);
    expect(printed).toContain(` 7 │   password: ${MASK}\n 8 │   pem: |\n   │   ^^^^^^\n`);
    expect(printed).toContain(` 12 │   blob: ${MASK}\n    │   ^^^^^^^^^^\n`);
    // The line above is the secret's last one.
    expect(printed).toContain(` 10 │     ${MASK}\n 11 │ data:\n`);
  });

  test('in a message, a note, a help or a fix that is about it', async () => {
    const report = reportOf({ 'a.yaml': secret }, cluster => {
      const at = placeOf(cluster, 'Secret', ['stringData', 'password']);
      const fixes = [{ title: 'Quote "hunter2"', safety: 'unsafe', edits: [setScalar(at, 'hunter2')] }] as const;
      return [{ message: 'Value "hunter2" is weak', at, help: 'Replace "hunter2"', related: [{ at, note: '"hunter2" stands here' }], fixes }];
    });
    const printed = await renderAll(report);
    expect(printed).not.toContain('hunter2');
    expect(printed).toContain(`Value "${MASK}" is weak`);
  });

  test('in a message about another field of the Secret', async () => {
    const report = reportOf({ 'a.yaml': secret }, cluster => [
      { message: 'Key "blob" decodes to aHVudGVyMg==', at: placeOf(cluster, 'Secret', ['metadata', 'name']) },
    ]);
    expect(await renderAll(report)).not.toContain('aHVudGVyMg');
  });

  test('in a URL', async () => {
    const text =
      'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n  - env:\n    - name: DATABASE_URL\n      value: postgres://web:s3cret@db:5432/x\n';
    const report = reportOf({ 'a.yaml': text }, cluster => [
      { message: 'URL "postgres://web:s3cret@db:5432/x" leads nowhere', at: placeOf(cluster, 'Pod', ['spec', 'containers', 0, 'env', 0, 'value']) },
    ]);
    const printed = await renderAll(report);
    expect(printed).not.toContain('s3cret');
    expect(printed).toContain(`value: postgres://web:${MASK}@db:5432/x`);
  });

  test('while names that equal a value stay readable elsewhere', async () => {
    const service = 'apiVersion: v1\nkind: Service\nmetadata: {name: hunter}\n';
    const report = reportOf({ 'a.yaml': `${secret}---\n${service}` }, cluster => [
      { message: 'Service "hunter" is lost', at: placeOf(cluster, 'Service', ['metadata', 'name']) },
    ]);
    expect(await renderReport('compact', report, OPTIONS)).toContain('Service "hunter" is lost');
  });
});
