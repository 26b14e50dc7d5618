import { expect, test } from 'vitest';
import { loadKinds } from '../../../../src/node/load-kinds.ts';
import { reviewCase } from '../../../conformance/admission.ts';

const kinds = loadKinds();

function refused(yaml: string): readonly string[] {
  return (reviewCase(yaml, kinds)?.causes ?? []).map(({ field, message }) => `${field}: ${message}`);
}

function warned(yaml: string): readonly string[] {
  return (reviewCase(yaml, kinds)?.warnings ?? []).map(({ message }) => message);
}

const volume = (spec: string, annotations = '{}'): string =>
  `apiVersion: v1\nkind: PersistentVolume\nmetadata: {name: pv, annotations: ${annotations}}\nspec: {capacity: {storage: 1Gi}, accessModes: [ReadWriteOnce], ${spec}}\n`;

test('mount options of an annotation go with types whose mounts take options', () => {
  const annotations = '{volume.beta.kubernetes.io/mount-options: ro}';
  const field = 'metadata.annotations.volume.beta.kubernetes.io/mount-options';
  expect(refused(volume('hostPath: {path: /a}', annotations))).toEqual([`${field}: Forbidden: may not specify mount options for this volume type`]);
  expect(refused(volume('nfs: {server: a, path: /a}', annotations))).toEqual([]);
  expect(warned(volume('nfs: {server: a, path: /a}', annotations))).toEqual([
    'metadata.annotations[volume.beta.kubernetes.io/mount-options]: deprecated since v1.31; use "mountOptions" attribute instead',
  ]);
});

test('the root of a node is not recycled, however it is written', () => {
  const spec = (path: string): string => `persistentVolumeReclaimPolicy: Recycle, hostPath: {path: ${path}}`;
  const said = "spec.persistentVolumeReclaimPolicy: Forbidden: may not be 'recycle' for a hostPath mount of '/'";
  for (const path of ['/', '//', '/./']) expect(refused(volume(spec(path)))).toEqual([said]);
  for (const path of ['/a', 'a']) expect(refused(volume(spec(path)))).toEqual([]);
});

test('a class of attributes wants a CSI volume', () => {
  const spec = 'volumeAttributesClassName: fast, nfs: {server: a, path: /a}';
  expect(refused(volume(spec))).toEqual(['spec.csi: Required value: has to be specified when using volumeAttributesClassName']);
});

const claim = (spec: string): string =>
  `apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: c}\nspec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}, ${spec}}\n`;

test('a data source of a kind that the server drops is not judged', () => {
  expect(refused(claim('dataSource: {apiGroup: example.com, kind: X, name: ""}'))).toEqual([]);
  expect(refused(claim('dataSourceRef: {apiGroup: example.com, kind: X, name: ""}'))).toEqual([
    'spec.dataSource.name: Required value',
    'spec.dataSourceRef.name: Required value',
  ]);
});

test('a data source whose kind is not known is not judged', () => {
  expect(refused(claim('dataSource: {kind: "${KIND}", name: ""}'))).toEqual([]);
  expect(refused(claim('dataSourceRef: {kind: PersistentVolumeClaim, name: "", namespace: "${NAMESPACE}"}'))).toEqual([]);
});
