import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSchemas } from '../../src/node/read-schemas.ts';
import { makeTree } from '../harness/temp-tree.ts';
import { useCli } from '../harness/run-cli.ts';

const definition = (kind: string): string => `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: ${kind.toLowerCase()}s.example.com
spec:
  group: example.com
  names: { kind: ${kind}, plural: ${kind.toLowerCase()}s }
  scope: Namespaced
  versions:
  - { name: v1, served: true, storage: true, schema: { openAPIV3Schema: { type: object } } }
`;

describe('schemas of the configuration', () => {
  test('are files, directories and patterns with definitions', async () => {
    const root = makeTree({
      'a.yaml': definition('Ant'),
      'crds/b.yaml': definition('Bee'),
      'more/c-1.yml': definition('Cow'),
      'more/d.yml': definition('Dog'),
    });
    const { kinds, faults } = await readSchemas(['a.yaml', 'crds', 'more/c-*.yml'], root);
    expect(kinds?.ofVersion('example.com/v1').map(({ kind }) => kind)).toEqual(['Ant', 'Bee', 'Cow']);
    expect(faults).toEqual([]);
  });

  test('are places of JSON Schema files: as kubeconform writes them, or a directory', async () => {
    const root = makeTree({ 'json/widget.json': '{}' });
    const { locations, faults } = await readSchemas(['json', 'x/{{ .ResourceKind }}.json'], root);
    expect(locations.map(location => path.relative(root, location).replaceAll(path.sep, '/'))).toEqual([
      'x/{{ .ResourceKind }}.json',
      'json/{{ .ResourceKind }}{{ .KindSuffix }}.json',
    ]);
    expect(faults).toEqual([]);
  });

  test('that are not there stop the run', async () => {
    const { faults } = await readSchemas(['crd'], makeTree({ 'crds/a.yaml': definition('Ant') }));
    expect(faults).toEqual(['no such file or directory: crd (did you mean crds?)']);
  });

  test('that do not parse are told', async () => {
    const { notices } = await readSchemas(['a.yaml'], makeTree({ 'a.yaml': 'a: [\n' }));
    expect(notices).toEqual([{ path: 'a.yaml', text: 'the definitions in a.yaml are not known: it does not parse' }]);
  });
});

describe('a run', () => {
  const run = useCli();

  test('finds them beside the configuration', () => {
    const files = {
      'team/.svclint.yaml': 'schemas: crds\n',
      'team/crds/a.yaml': definition('Ant'),
      'team/k8s/ant.yaml': 'apiVersion: example.com/v2\nkind: Ant\nmetadata: { name: a }\n',
    };
    expect(run(files, ['admit', 'team/k8s']).stdout).toContain('no matches for kind "Ant" in version "example.com/v2"');
  });

  test('does not start where one is missing', () => {
    const outcome = run({ '.svclint.yaml': 'schemas: crds\n', 'a.yaml': 'a: 1\n' }, ['a.yaml']);
    expect(outcome).toMatchObject({ code: 2, stdout: '', stderr: 'svclint: schemas of the configuration: no such file or directory: crds\n' });
  });

  test('opens no connection', () => {
    const outcome = run({ '.svclint.yaml': 'schemas: ["https://example.com/{{ .ResourceKind }}.json"]\n', 'a.yaml': 'a: 1\n' }, ['a.yaml']);
    expect(outcome.code).toBe(2);
    expect(outcome.stderr + outcome.stdout).toContain('is an address and not a path');
  });
});
