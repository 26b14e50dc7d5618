import { expect, test } from 'vitest';
import { readHelmError } from '../../../src/node/helm/helm-error.ts';

const HINT = '\n\nUse --debug flag to render out invalid YAML\n';

test('the innermost template of a chain is where it fails, in the words of Helm 3 and of Helm 4', () => {
  const three =
    'Error: template: web/templates/a.yaml:2:3: executing "web/templates/a.yaml" at <include "h" .>: error calling include: template: web/templates/_h.tpl:2:13: executing "h" at <.Values.a.b>: nil pointer evaluating interface {}.b';
  const four =
    'Error: web/templates/a.yaml:2:3\n  executing "web/templates/a.yaml" at <include "h" .>:\n    error calling include:\nweb/templates/_h.tpl:2:13\n  executing "h" at <.Values.a.b>:\n    nil pointer evaluating interface {}.b';
  for (const text of [three, four]) {
    expect(readHelmError(text + HINT)).toMatchObject({
      kind: 'value-required',
      at: { source: 'web/templates/_h.tpl', line: 2, column: 13 },
      expression: '.Values.a.b',
    });
  }
  expect(readHelmError(four + HINT).answer).toBe(
    'web/templates/a.yaml:2:3: executing "web/templates/a.yaml" at <include "h" .>: error calling include: web/templates/_h.tpl:2:13: executing "h" at <.Values.a.b>: nil pointer evaluating interface {}.b',
  );
});

test.each([
  ['Error: execution error at (web/templates/a.yaml:4:11): give a name', 'value-required', 'web/templates/a.yaml', 4],
  ['Error: parse error at (web/templates/a.yaml:1): function "foo" not defined', 'template', 'web/templates/a.yaml', 1],
  [
    'Error: YAML parse error on web/templates/a.yaml: error converting YAML to JSON: yaml: line 4: did not find expected key',
    'yaml',
    'web/templates/a.yaml',
    1,
  ],
  ['Error: chart requires kubeVersion: >=1.99.0-0 which is incompatible with Kubernetes v1.36.0', 'kube-version', undefined, undefined],
  ['Error: cannot load values.yaml: error converting YAML to JSON: yaml: line 2: mapping values are not allowed', 'values', undefined, undefined],
  ['Error: failed to parse /x/values-0.yaml: cannot unmarshal yaml document: yaml: line 2: mapping values', 'values', undefined, undefined],
  ['Error: cannot load Chart.yaml: error converting YAML to JSON: yaml: line 3: mapping values are not allowed', 'chart', undefined, undefined],
  ['Error: found in Chart.yaml, but missing in charts/ directory: common', 'chart', undefined, undefined],
])('%s', (text, kind, source, line) => {
  const error = readHelmError(text + HINT);
  expect([error.kind, error.at?.source, error.at?.line]).toEqual([kind, source, line]);
});
