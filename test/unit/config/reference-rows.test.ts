import { expect, test } from 'vitest';
import { rules } from '../../../rules/index.ts';
import { readConfiguration } from '../../../src/core/config/read-configuration.ts';

function read(row: string): { readonly rows: unknown; readonly faults: readonly string[] } {
  const text = `references:\n  - ${row}\n`;
  const { configuration, faults } = readConfiguration({ path: '.svclint.yaml', text, form: 'file', forAll: false, relative: path => path }, { rules });
  return { rows: configuration.references, faults: faults.map(({ message, help }) => (help === undefined ? message : `${message} | ${help}`)) };
}

test('a row says all that it can', () => {
  const own = 'from: [example.com/App, example.com/Job], at: "spec.sources[].config", to: /ConfigMap, verb: uses';
  const below = 'name: ref.name, namespace: ref.namespace, key: "ref.items[].key", optional: ref.optional';
  expect(read(`{ ${own}, ${below} }`)).toEqual({
    faults: [],
    rows: [
      {
        id: 'configured-config-map',
        source: 'configuration',
        verb: 'uses',
        from: ['example.com/App', 'example.com/Job'],
        at: 'spec.sources[].config',
        name: 'ref.name',
        namespace: 'ref.namespace',
        key: 'ref.items[].key',
        optional: 'ref.optional',
        to: '/ConfigMap',
      },
    ],
  });
});

test('without a field for the name the text itself is the name', () => {
  expect(read('{from: example.com/App, at: spec.secretName, to: /Secret}').rows).toEqual([
    { id: 'configured-secret', source: 'configuration', verb: 'needs', from: ['example.com/App'], at: 'spec.secretName', name: '', to: '/Secret' },
  ]);
});

test.each([
  ['{at: spec.a, to: /Secret}', 'Key "from" of "references" is absent, so nothing is linted'],
  ['{from: example.com/App, at: spec.a}', 'Key "to" of "references" is absent, so nothing is linted'],
  ['{from: App, at: spec.a, to: /Secret}', 'Value "App" of "references.from" is not a group and kind such as "apps/Deployment" or "/ConfigMap"'],
  [
    '{from: example.com/v1/App, at: spec.a, to: /Secret}',
    'Value "example.com/v1/App" of "references.from" is not a group and kind such as "apps/Deployment" or "/ConfigMap"',
  ],
  ['{from: example.com/App, at: spec.a, to: /Configmap}', 'Kind "/Configmap" of "references.to" is unknown, so nothing is linted | Did you mean "/ConfigMap"?'],
  ['{from: example.com/App, at: $.spec.a, to: /Secret}', 'Value "$.spec.a" of "references.at" is not a path such as "spec.volumes[].configRef"'],
  ['{from: example.com/App, at: spec.a, nmae: name, to: /Secret}', 'Key "nmae" of "references" is unknown, so nothing is linted | Did you mean "name"?'],
  [
    '{from: example.com/App, at: spec.a, to: /Secret, verb: make}',
    'Value "make" of "references.verb" is unknown, so nothing is linted | Did you mean "makes"?',
  ],
  ['example.com/App', 'Value of "references" is a text and not a mapping, so nothing is linted'],
])('%s is a fault', (row, fault) => {
  expect(read(row).faults).toEqual([fault]);
});
