import { expect, test } from 'vitest';
import { build } from '../../../src/core/kustomize/build.ts';
import { memoryBuildFiles } from '../../harness/memory-build-files.ts';

const KUSTOMIZATION = 'resources: [object.yaml]\npatches:\n- path: patch.yaml\n';

/** What is told of a patch of a Service with these ports. */
function lossesOf(ports: string, patched: string): readonly string[] {
  const service = (list: string): string => `apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec:\n  ports:\n${list}\n`;
  const files = memoryBuildFiles({ 'kustomization.yaml': KUSTOMIZATION, 'object.yaml': service(ports), 'patch.yaml': service(patched) });
  return build('.', { files }).remarks.map(({ kind, subject }) => `${kind}: ${subject}`);
}

// K-096 (b): the keys of a port are its number and its protocol, and both sides have to write the same of them.
test.each([
  [
    'the protocol stands in the patch alone',
    '  - {port: 80, targetPort: http}',
    '  - {port: 80, protocol: TCP, targetPort: 1}',
    ['patch-element-lost: port 80, protocol TCP'],
  ],
  [
    'the protocol stands in the object alone',
    '  - {port: 80, protocol: TCP, targetPort: http}',
    '  - {port: 80, targetPort: 1}',
    ['patch-element-lost: port 80'],
  ],
  ['neither has a protocol', '  - {port: 80, targetPort: http}', '  - {port: 80, targetPort: 1}', []],
  ['both have the protocol', '  - {port: 80, protocol: TCP, targetPort: http}', '  - {port: 80, protocol: TCP, targetPort: 1}', []],
  ['the patch adds a port', '  - {port: 80, targetPort: http}', '  - {port: 81, targetPort: 1}', []],
  ['the patch says what is there', '  - {port: 80, targetPort: http}', '  - {port: 80, targetPort: http}', []],
  ['the patch names a port by its name', '  - {name: http, port: 80}', '  - {name: http, targetPort: 1}', ['patch-element-keyless: port']],
])('%s', (_, ports, patched, told) => {
  expect(lossesOf(ports, patched)).toEqual(told);
});
