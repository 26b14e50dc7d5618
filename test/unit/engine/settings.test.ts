import { describe, expect, test } from 'vitest';
import { rules } from '../../../rules/index.ts';
import { readConfiguration, type ConfigurationInput } from '../../../src/core/config/read-configuration.ts';
import { checkConfigurations } from '../../../src/core/engine/check-configuration.ts';
import { buildSettings, isActive, levelOf, type Flags, type Settings } from '../../../src/core/engine/settings.ts';
import { readDocument } from '../../../src/core/model/read-documents.ts';
import type { Resource } from '../../../src/core/model/resource.ts';
import type { RuleMeta } from '../../../src/core/rule/define-rule.ts';
import { parseSource } from '../../../src/core/yaml/parse-source.ts';

function inputOf(text: string, directory = '', path = `${directory}.svclint.yaml`): ConfigurationInput {
  return { path, text, form: 'file', forAll: false, relative: file => (file.startsWith(directory) ? file.slice(directory.length) : `../${file}`) };
}

function settle(texts: readonly ConfigurationInput[], flags: Flags = {}): Settings {
  const read = texts.map(input => readConfiguration(input, { rules }));
  expect(read.flatMap(({ faults }) => faults)).toEqual([]);
  return buildSettings(read, flags);
}

function ruleOf(id: string): RuleMeta {
  const rule = rules.find(known => known.id === id);
  if (!rule) throw new Error(`no rule ${id}`);
  return rule;
}

const taken = ruleOf('node-port-taken');
const hardcoded = ruleOf('cluster-ip-hardcoded');

function service(name: string, namespace: string): Resource {
  const text = `apiVersion: v1\nkind: Service\nmetadata: { name: ${name}, namespace: ${namespace}, labels: { tier: dev } }\n`;
  const resource = parseSource('a.yaml', text).documents.flatMap(document => readDocument(document).resources)[0];
  if (!resource) throw new Error('no Service');
  return resource;
}

const at = (path: string, resource?: Resource): { path: string; resource: Resource | undefined } => ({ path, resource });

describe('levels', () => {
  test('flags win over overrides, overrides over rules, rules over the rule itself', () => {
    const input = inputOf('rules: { node-port-taken: warning }\noverrides: [{ paths: [test/], rules: { node-port-taken: info } }]');
    expect(levelOf(taken, 'error', settle([]), at('a.yaml'))).toBe('error');
    expect(levelOf(taken, 'error', settle([input]), at('a.yaml'))).toBe('warning');
    expect(levelOf(taken, 'error', settle([input]), at('test/a.yaml'))).toBe('info');
    expect(levelOf(taken, 'error', settle([input], { levels: new Map([['node-port-taken', 'off']]) }), at('test/a.yaml'))).toBe('off');
  });

  test('the last override that fits decides', () => {
    const input = inputOf('overrides: [{ paths: [a/], rules: { node-port-taken: info } }, { paths: [a/b/], rules: { node-port-taken: error } }]');
    expect(levelOf(taken, 'error', settle([input]), at('a/x.yaml'))).toBe('info');
    expect(levelOf(taken, 'error', settle([input]), at('a/b/x.yaml'))).toBe('error');
  });

  test.each([
    ['{ kind: Service }', 'off'],
    ['{ kind: [Ingress, Service], name: deb* }', 'off'],
    ['{ namespace: kube-* }', 'off'],
    ['{ labels: { tier: dev } }', 'off'],
    ['{ kind: Service, name: web }', 'error'],
    ['{ labels: { tier: prod } }', 'error'],
    ['{ namespace: default }', 'error'],
  ])('an override for the resources %s', (conditions, level) => {
    const settings = settle([inputOf(`overrides: [{ resources: ${conditions}, rules: { node-port-taken: off } }]`)]);
    expect(levelOf(taken, 'error', settings, at('a.yaml', service('debug', 'kube-system')))).toBe(level);
    expect(levelOf(taken, 'error', settings, at('a.yaml'))).toBe('error');
  });

  test('a rule outside of the presets is off until it is named', () => {
    expect(isActive(hardcoded, settle([]))).toBe(false);
    expect(levelOf(hardcoded, 'info', settle([]), at('a.yaml'))).toBe('off');
    expect(isActive(hardcoded, settle([], { presets: ['strict'] }))).toBe(true);
    const settings = settle([inputOf('overrides: [{ paths: [a/], rules: { cluster-ip-hardcoded: warning } }]')]);
    expect(isActive(hardcoded, settings)).toBe(true);
    expect([levelOf(hardcoded, 'info', settings, at('a/x.yaml')), levelOf(hardcoded, 'info', settings, at('b/x.yaml'))]).toEqual(['warning', 'off']);
  });

  test('advice of a recommended rule stays hidden without strict, whatever its level', () => {
    const input = inputOf('rules: { node-port-taken: error }');
    expect(levelOf(taken, 'info', settle([input]), at('a.yaml'))).toBe('off');
    expect(levelOf(taken, 'info', settle([input], { presets: ['recommended', 'strict'] }), at('a.yaml'))).toBe('error');
  });
});

describe('several configurations', () => {
  test('each holds for what lies below it, the nearest one first', () => {
    const settings = settle([inputOf('rules: { node-port-taken: info }'), inputOf('rules: { node-port-taken: off }\nignore: [old/]', 'team/')]);
    expect(levelOf(taken, 'error', settings, at('a.yaml'))).toBe('info');
    expect(levelOf(taken, 'error', settings, at('team/a.yaml'))).toBe('off');
    expect([settings.ignores('team/old/a.yaml'), settings.ignores('old/a.yaml')]).toEqual([true, false]);
  });

  test.each(['platform: kind', 'complete: true', 'presets: [strict]', 'failOn: never'])('have to agree on %s', text => {
    const checked = checkConfigurations([inputOf('rules: {}'), inputOf(text, 'team/')], {}, { rules });
    expect(checked).toMatchObject({ faulty: { faults: [{ variant: 'conflict' }] } });
    expect(checkConfigurations([inputOf(text), inputOf(text, 'team/')], {}, { rules })).not.toHaveProperty('faulty');
  });
});

describe('the target', () => {
  test('is that of the configuration, then that of flags', () => {
    const input = inputOf('platform: kind\nkubernetesVersion: "1.30"\nnodePortRange: 1000-2000\nserviceCidr: 10.0.0.0/8\nclusterDomain: x.org\ncomplete: true');
    const own = { platform: 'kind', minors: [30], nodePortRange: [1000, 2000], serviceCidrs: ['10.0.0.0/8'], clusterDomain: 'x.org', complete: true };
    expect(settle([input]).target).toEqual(own);
    expect(settle([input], { platform: 'k3s', kubernetesVersion: [34, 35] }).target).toEqual({ ...own, platform: 'k3s', minors: [34, 35] });
  });

  test('scopes are those of the configuration, seen from its directory', () => {
    const [prod] = settle([inputOf('scopes: [{ name: prod, paths: [base/, overlays/prod/] }]', 'deploy/')]).scopes;
    expect(
      ['deploy/base/a.yaml', 'deploy/overlays/prod/a.yaml', 'deploy/overlays/dev/a.yaml', 'overlays/prod/a.yaml'].map(path => prod?.includes(path)),
    ).toEqual([true, true, false, false]);
  });
});

test('--no-ignore ignores nothing', () => {
  expect(settle([inputOf('ignore: [old/]')], { ignore: false }).ignores('old/a.yaml')).toBe(false);
});
