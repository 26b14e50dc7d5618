import { describe, expect, test } from 'vitest';
import { rules } from '../../../rules/index.ts';
import { readConfiguration, type ReadConfiguration } from '../../../src/core/config/read-configuration.ts';

function read(text: string, form: 'file' | 'package' = 'file'): ReadConfiguration {
  return readConfiguration({ path: '.svclint.yaml', text, form, forAll: false, relative: path => path }, { rules });
}

/** Faults as `line:column variant message`. */
function faultsOf(text: string): string[] {
  return read(text).faults.map(({ variant, message, at }) => {
    const { line, column } = at.file.lines.position(at.span.start);
    return `${String(line)}:${String(column)} ${variant} ${message}`;
  });
}

describe('values', () => {
  test('of every key', () => {
    const { configuration, faults } = read(`presets: [recommended, strict]
rules:
  node-port-taken: off
  node-port-out-of-range: { severity: warning }
locks: [node-port-taken]
ignore: old/
kubernetesVersion: "1.30-1.32"
platform: kind
nodePortRange: 20000-22767
serviceCidr: [10.96.0.0/12, "fd00::/108"]
clusterDomain: example.org
complete: true
scopes: [{ name: prod, paths: [prod/] }]
requireReasons: true
failOn: never
`);
    expect(faults).toEqual([]);
    expect(configuration).toMatchObject({
      presets: ['recommended', 'strict'],
      locks: ['node-port-taken'],
      ignore: { patterns: [{ negated: false, segments: ['**', 'old'] }] },
      kubernetesVersion: [30, 31, 32],
      platform: 'kind',
      nodePortRange: [20000, 22767],
      serviceCidr: ['10.96.0.0/12', 'fd00::/108'],
      clusterDomain: 'example.org',
      complete: true,
      scopes: [{ name: 'prod' }],
      requireReasons: true,
      failOn: 'never',
    });
    expect(configuration.rules?.get('node-port-taken')?.severity).toBe('off');
    expect(configuration.rules?.get('node-port-out-of-range')?.severity).toBe('warning');
  });

  test.each(['', '# nothing\n', '---\n', 'rules:\n', '{}'])('%j says nothing', text => {
    expect(read(text)).toMatchObject({ faults: [] });
  });

  test('of a package.json stand under its key', () => {
    const { configuration, faults } = read('{ "name": "shop", "rulez": 1, "svclint": { "failOn": "info" } }', 'package');
    expect({ faults, failOn: configuration.failOn }).toEqual({ faults: [], failOn: 'info' });
  });
});

describe('faults', () => {
  test.each([
    ['rulez: {}', '1:1 unknown-key Key "rulez" of the configuration is unknown, so nothing is linted'],
    ['rules: { node-port-take: off }', '1:10 unknown-rule Rule "node-port-take" is unknown, so nothing is linted'],
    ['rules: { node-port-taken: of }', '1:10 unknown-value Value "of" of "rules.node-port-taken" is unknown, so nothing is linted'],
    ['rules: { node-port-taken: { level: off } }', '1:29 unknown-key Key "level" of "rules.node-port-taken" is unknown, so nothing is linted'],
    ['rules: { node-port-taken: { options: { a: 1 } } }', '1:40 unknown-option Option "a" of rule "node-port-taken" is unknown, so nothing is linted'],
    ['rules: [node-port-taken]', '1:1 wrong-type Value of "rules" is a list and not a mapping, so nothing is linted'],
    ['presets: recommended', '1:1 wrong-type Value of "presets" is a text and not a list, so nothing is linted'],
    ['presets: [recomended]', '1:11 unknown-value Value "recomended" of "presets" is unknown, so nothing is linted'],
    ['locks: [node-port-take]', '1:9 unknown-rule Rule "node-port-take" is unknown, so nothing is linted'],
    ['ignore: ["a/{b,c}"]', '1:10 pattern Pattern "a/{b,c}" holds brackets or braces, so nothing is linted'],
    ['complete: "true"', '1:1 wrong-type Value of "complete" is a text and not true or false, so nothing is linted'],
    ['kubernetesVersion: 1.30', '1:1 wrong-type Value 1.30 of "kubernetesVersion" is a number and not a text, so nothing is linted'],
    ['kubernetesVersion: "1.99"', '1:1 unknown-value Value "1.99" of "kubernetesVersion" is not a minor or range such as "1.33-1.36"'],
    ['nodePortRange: "9-1"', '1:1 unknown-value Value "9-1" of "nodePortRange" is not a range such as "30000-32767", so nothing is linted'],
    ['scopes: [{ name: prod }]', '1:10 wrong-type Key "paths" of "scopes" is absent, so nothing is linted'],
    ['overrides: [{ rules: {} }]', '1:13 wrong-type Entry of "overrides" names neither paths nor resources, so nothing is linted'],
    ['platform: ${PLATFORM}', '1:1 unknown-value Value "${PLATFORM}" of "platform" is unknown, so nothing is linted'],
    ['clusterDomain: ${DOMAIN}', '1:1 wrong-type Value of "clusterDomain" is a placeholder and not a domain such as "cluster.local"'],
    ['- a', '1:1 wrong-type Configuration ".svclint.yaml" is a list and not a mapping, so nothing is linted'],
    ['failOn: info\n---\nfailOn: info', '2:1 syntax Configuration ".svclint.yaml" has a second document, so nothing is linted'],
    ['failOn: "{{ x }}"', '1:1 syntax Configuration ".svclint.yaml" holds template actions, so nothing is linted'],
    ['failOn: info\nfailOn: info', '2:1 duplicate-key Configuration ".svclint.yaml" is ambiguous, key "failOn" stands twice, so nothing is linted'],
    [
      'locks: [node-port-taken]\noverrides:\n- { paths: a, rules: { node-port-taken: warning } }',
      '3:24 lock Rule "node-port-taken" is locked at "error", so an override cannot set it to "warning"',
    ],
  ])('%j', (text, fault) => {
    expect(faultsOf(text)).toEqual([fault]);
  });

  test('say what was meant, and mend it', () => {
    const [fault] = read('platfrom: kind').faults;
    expect(fault?.help).toBe('Did you mean "platform"?');
    expect(fault?.fixes?.[0]?.edits[0]).toMatchObject({ newText: 'platform', span: { start: 0, end: 8 } });
  });

  test('an override may be stronger than a lock', () => {
    const text = 'rules: { node-port-taken: warning }\nlocks: [node-port-taken]\noverrides: [{ paths: a, rules: { node-port-taken: error } }]';
    expect(faultsOf(text)).toEqual([]);
  });
});

describe('hostile input', () => {
  test('names of the prototype are names like any other', () => {
    expect(faultsOf('__proto__: { complete: true }\nconstructor: 1').map(fault => fault.split(' ')[1])).toEqual(['unknown-key', 'unknown-key']);
    expect(faultsOf('rules: { __proto__: off, toString: off }')).toHaveLength(2);
    expect(faultsOf('rules: { node-port-taken: { options: { __proto__: { a: 1 }, constructor: 1 } } }')).toHaveLength(2);
    expect(Object.prototype).not.toHaveProperty('complete');
    const labels = read('overrides: [{ resources: { labels: { __proto__: x } }, rules: {} }]').configuration.overrides?.[0]?.resources?.labels;
    expect([...(labels ?? [])]).toEqual([['__proto__', 'x']]);
  });

  test('aliases within aliases are not followed', () => {
    const levels = Array.from({ length: 30 }, (_, level) => `a${String(level + 1)}: &a${String(level + 1)} [${`*a${String(level)},`.repeat(10)}]`);
    expect(faultsOf(['a0: &a0 [x]', ...levels, 'ignore: *a30'].join('\n')).length).toBeLessThan(100);
  });

  test('merges within merges are bounded', () => {
    const levels = Array.from({ length: 30 }, (_, level) => `m${String(level + 1)}: &m${String(level + 1)} {<<: [${`*m${String(level)},`.repeat(10)}]}`);
    expect(faultsOf(['m0: &m0 {x: 1}', ...levels, 'rules: *m30'].join('\n')).length).toBeLessThan(100);
  });
});
