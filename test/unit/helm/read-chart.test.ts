import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { DISK } from '../../../src/node/files.ts';
import { readChart, type ChartContents } from '../../../src/node/helm/read-chart.ts';
import { tarOf } from '../../consumers/tar-of.ts';
import { makeTree } from '../../harness/temp-tree.ts';

const chart = (name: string): string => `apiVersion: v2\nname: ${name}\nversion: 0.1.0\n`;

function packed(files: Readonly<Record<string, string | Uint8Array>>): Buffer {
  return gzipSync(Buffer.concat(Object.entries(files).map(([name, content]) => tarOf({ [name]: content }).subarray(0, -1024))));
}

function read(files: Readonly<Record<string, string | Uint8Array>>, name: string): ChartContents {
  const root = makeTree(files);
  return readChart(path.join(root, name), { place: { cwd: root, path }, files: DISK, reach: DISK.real(root) });
}

function sourcesOf({ files }: ChartContents): Record<string, string> {
  return Object.fromEntries([...files].map(([name, { source }]) => [name, source]));
}

test('an archive is read like the directory that was packed', () => {
  const contents = read({ 'web.tgz': packed({ 'web/Chart.yaml': chart('web'), 'web/Chart.lock': 'x', 'web/templates/a.yaml': 'a: b\n' }) }, 'web.tgz');
  expect(sourcesOf(contents)).toEqual({ 'Chart.yaml': 'web.tgz/Chart.yaml', 'templates/a.yaml': 'web.tgz/templates/a.yaml' });
  expect(contents.leftOut).toEqual([]);
});

test('archives in the charts of an archive are unpacked too', () => {
  const inner = packed({ 'db/Chart.yaml': chart('db'), 'db/templates/b.yaml': 'a: b\n' });
  const contents = read({ 'web.tar.gz': packed({ 'web/Chart.yaml': chart('web'), 'web/charts/db-0.1.0.tgz': inner, 'web/files/x.tgz': inner }) }, 'web.tar.gz');
  expect(sourcesOf(contents)).toEqual({
    'Chart.yaml': 'web.tar.gz/Chart.yaml',
    'charts/db-0.1.0/Chart.yaml': 'web.tar.gz/charts/db-0.1.0.tgz/Chart.yaml',
    'charts/db-0.1.0/templates/b.yaml': 'web.tar.gz/charts/db-0.1.0.tgz/templates/b.yaml',
    'files/x.tgz': 'web.tar.gz/files/x.tgz',
  });
});

test('archives in archives in archives end', () => {
  let inner = packed({ 'web/Chart.yaml': chart('web') });
  for (let depth = 0; depth < 8; depth++) inner = packed({ 'web/Chart.yaml': chart('web'), 'web/charts/web.tgz': inner });
  const contents = read({ 'web.tgz': inner }, 'web.tgz');
  expect(contents.files.size).toBe(5);
  expect(contents.leftOut).toEqual([{ path: `web.tgz${'/charts/web.tgz'.repeat(5)}`, reason: 'it lies too deep' }]);
});

test('many bombs are not all unpacked', () => {
  const bomb = gzipSync(Buffer.alloc(65 * 1024 * 1024));
  const bombs = Object.fromEntries(Array.from({ length: 30 }, (_, number) => [`web/charts/${String(number)}.tgz`, bomb]));
  const { leftOut } = read({ 'web/Chart.yaml': chart('web'), ...bombs }, 'web');
  expect(leftOut).toHaveLength(9);
  expect(leftOut.at(-2)?.reason).toBe('it unpacks to more than 64 MB');
  expect(leftOut.at(-1)?.reason).toBe('it and what follows are more than a chart may hold');
});

test('a file larger than helm takes is left out, and an archive with one is refused', () => {
  const large = 'x'.repeat(6 * 1024 * 1024);
  expect(read({ 'web/Chart.yaml': chart('web'), 'web/templates/a.yaml': large }, 'web').leftOut).toEqual([
    { path: 'web/templates/a.yaml', reason: 'it is larger than 5 MB' },
  ]);
  expect(read({ 'web.tgz': packed({ 'web/Chart.yaml': chart('web'), 'web/a': large }) }, 'web.tgz').leftOut).toEqual([
    { path: 'web.tgz', reason: 'it holds "web/a": it is larger than 5 MB' },
  ]);
});
