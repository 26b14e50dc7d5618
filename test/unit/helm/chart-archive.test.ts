import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readChartArchive } from '../../../src/node/helm/chart-archive.ts';
import { tarOf } from '../../consumers/tar-of.ts';

const CHART = { 'web/Chart.yaml': 'name: web\n' };

function reasonOf(packed: Buffer): string | undefined {
  const read = readChartArchive(packed);
  return 'reason' in read ? read.reason : undefined;
}

test('files are told by their path within the chart', () => {
  const read = readChartArchive(gzipSync(tarOf({ ...CHART, 'web/templates/a.yaml': 'a: b\n' })));
  expect('reason' in read ? read : read.map(({ path, bytes }) => [path, bytes.toString()])).toEqual([
    ['Chart.yaml', 'name: web\n'],
    ['templates/a.yaml', 'a: b\n'],
  ]);
});

test.each(['web/../../etc/x', '../x', '/etc/x', 'web/..\\..\\x', 'C:/x/y'])('%s leads out of the chart', name => {
  expect(reasonOf(gzipSync(tarOf({ ...CHART, [name]: 'x' })))).toBe(`it holds "${name}", which leads out of the chart`);
});

test('links, bombs, parts and other things are refused', () => {
  expect(reasonOf(gzipSync(Buffer.concat([tarOf({ 'web/link': '/etc/passwd' }, '2')])))).toBe('it holds "web/link", which is no file');
  expect(reasonOf(gzipSync(Buffer.alloc(70 * 1024 * 1024)))).toBe('it unpacks to more than 64 MB');
  expect(reasonOf(gzipSync(tarOf(CHART).subarray(0, 513)))).toBe('it is cut off or is no chart archive');
  expect(reasonOf(Buffer.from('no gzip'))).toBe('it is no gzip archive');
  expect(reasonOf(gzipSync(tarOf({ 'web/values.yaml': '' })))).toBe('it holds no Chart.yaml');
});
