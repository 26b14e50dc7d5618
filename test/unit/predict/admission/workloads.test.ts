import { expect, test } from 'vitest';
import { loadKinds } from '../../../../src/node/load-kinds.ts';
import { reviewCase } from '../../../conformance/admission.ts';

const kinds = loadKinds();

function refusalsOf(yaml: string): readonly string[] {
  return (reviewCase(yaml, kinds)?.causes ?? []).map(({ field, message }) => `${field}: ${message}`);
}

const template = (labels = 'app: web', spec = ''): string => `template: {metadata: {labels: {${labels}}}, spec: {${spec}containers: [{name: web, image: x}]}}`;
const workload = (kind: string, spec: string): string => `apiVersion: apps/v1\nkind: ${kind}\nmetadata: {name: web}\nspec:\n${spec.replace(/^/gm, '  ')}\n`;
const selector = 'selector: {matchLabels: {app: web}}';
const job = (spec: string, name = 'name: run'): string =>
  `apiVersion: batch/v1\nkind: Job\nmetadata: {${name}}\nspec:\n${`${spec}\n${template('', 'restartPolicy: Never, ')}`.replace(/^/gm, '  ')}\n`;

test('a StatefulSet keeps no negative number of revisions', () => {
  expect(refusalsOf(workload('StatefulSet', `${selector}\nrevisionHistoryLimit: -1\n${template()}`))).toEqual([
    'spec.revisionHistoryLimit: Invalid value: -1: must be greater than or equal to 0',
  ]);
});

test('what stands behind a selector that cannot be read is known, and told only when the selector is mended', () => {
  const review = reviewCase(workload('Deployment', `selector: {matchLabels: {app: "a b"}}\n${template('app: web', 'restartPolicy: Never, ')}`), kinds);
  const checksOf = (causes: readonly { readonly check: string }[] = []): readonly string[] => causes.map(({ check }) => check);
  expect(checksOf(review?.told)).toEqual(['selector/value', 'workload/selector-unreadable']);
  expect(checksOf(review?.causes)).toEqual(expect.arrayContaining(['workload/selector-mismatch', 'workload/restart-policy-unsupported']));
});

test('an Indexed Job is bounded', () => {
  const mode = 'completionMode: Indexed';
  expect(refusalsOf(job(`${mode}\nparallelism: 100001\ncompletions: 5`))).toEqual([
    'spec.parallelism: Invalid value: 100001: must be less than or equal to 100000 when completion mode is Indexed',
  ]);
  expect(refusalsOf(job(`${mode}\nparallelism: 1`))).toEqual(['spec.completions: Required value: when completion mode is Indexed']);
  expect(refusalsOf(job(mode))).toEqual([]);
  expect(refusalsOf(job(`${mode}\ncompletions: 100001\nbackoffLimitPerIndex: 1`))).toEqual([
    'spec.maxFailedIndexes: Required value: must be specified when completions is above 100000',
  ]);
  expect(refusalsOf(job('maxFailedIndexes: 1'))).toEqual([
    'spec.backoffLimitPerIndex: Required value: when maxFailedIndexes is specified',
    'spec.maxFailedIndexes: Invalid value: 1: requires indexed completion mode',
  ]);
  expect(refusalsOf(job('completionMode: indexed'))).toEqual(['spec.completionMode: Unsupported value: "indexed": supported values: "NonIndexed", "Indexed"']);
});

test('who manages a Job has a domain', () => {
  expect(refusalsOf(job('managedBy: example.com/queue'))).toEqual([]);
  expect(refusalsOf(job('managedBy: queue'))).toEqual(['spec.managedBy: Invalid value: "queue": must be a domain-prefixed path (such as "acme.io/foo")']);
  expect(refusalsOf(job('managedBy: ""'))).toEqual(['spec.managedBy: Required value']);
  expect(refusalsOf(job('managedBy: "example.com/a b"'))).toEqual([
    `spec.managedBy: Invalid value: "a b": Invalid path (regex used for validation is '[A-Za-z0-9/\\-._~%!$&'()*+,;=:]+')`,
  ]);
});

test('a name that the server makes is judged with its end', () => {
  const cronJob = (name: string): string =>
    `apiVersion: batch/v1\nkind: CronJob\nmetadata: {generateName: ${name}}\nspec: {schedule: "@daily", jobTemplate: {spec: {${template('', 'restartPolicy: Never, ')}}}}\n`;
  expect(refusalsOf(cronJob(`${'a'.repeat(46)}-`))).toEqual([]);
  expect(refusalsOf(cronJob(`${'a'.repeat(47)}-`))).toEqual([`metadata.name: Invalid value: "${'a'.repeat(47)}-<random>": must be no more than 52 characters`]);
  expect(refusalsOf(job('completionMode: Indexed\ncompletions: 2', 'generateName: a.b-'))).toEqual([
    'metadata.name: Invalid value: "a.b-<random>": will not able to create pod with invalid DNS label: a.b-<random>-1',
  ]);
});

test('a claim of a StatefulSet gives its pods a volume', () => {
  const claim = (name: string): string =>
    `volumeClaimTemplates: [{metadata: {name: ${name}}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}]`;
  const mounts = 'template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: x, volumeMounts: [{name: data, mountPath: /d}]}]}}';
  expect(refusalsOf(workload('StatefulSet', `${selector}\n${claim('data')}\n${mounts}`))).toEqual([]);
  expect(refusalsOf(workload('StatefulSet', `${selector}\n${claim('${NAME}')}\n${mounts}`))).toEqual([]);
  expect(refusalsOf(workload('StatefulSet', `${selector}\n${claim('disk')}\n${mounts}`))).toEqual([
    'spec.template.spec.containers[0].volumeMounts[0].name: Not found: "data"',
  ]);
});
