import { expect, test } from 'vitest';
import { findSecrets } from '../../../src/core/report/secret-spans.ts';
import { parseSource } from '../../../src/core/yaml/parse-source.ts';

const VALUES = `name: web
password: "one"
db:
  user: admin
  passwordLength: 12
  url: taken
tokens: {a: two, b: three}
tlsSecret: a-name
existingSecret: a-name
automountServiceAccountToken: true
tolerations:
- key: disktype
env:
- name: API_TOKEN
  value: four
- name: USER
  valueFrom: {secretKeyRef: {name: web, key: user}}
tls:
  key: "-----BEGIN PRIVATE KEY-----"
`;

test('of values what Secrets take is hidden, and text whose key says that it is a secret', () => {
  const taken = new Set(['db.url', 'tokens']);
  const file = parseSource('values.yaml', VALUES, { takesSecret: path => taken.has(path.join('.')) });
  const hidden = findSecrets(file).map(({ span, value }) => [VALUES.slice(span.start, span.end), value]);
  expect(hidden).toEqual([
    ['"one"', 'one'],
    ['taken', 'taken'],
    ['{a: two, b: three}', undefined],
    // It may be a name, which messages may tell.
    ['a-name', undefined],
    ['four', 'four'],
    ['"-----BEGIN PRIVATE KEY-----"', undefined],
  ]);
});

test.each([
  'kind: HelmRelease\nspec:\n  values:\n    db:\n      password: one\n      user: two\n',
  'kind: Application\nspec:\n  sources:\n    - helm:\n        valuesObject: {db: {password: one, user: two}}\n',
])('values in an object of a GitOps tool: %s', text => {
  expect(findSecrets(parseSource('a.yaml', text)).map(({ value }) => value)).toEqual(['one']);
});
