import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { DISK } from '../../src/node/files.ts';
import type { ChartRequest } from '../../src/core/model/rendered-chart.ts';
import { renderCharts, type RenderedCharts } from '../../src/node/helm/render-charts.ts';

/** A folder of files that is removed when the test ends. */
export function makeScene(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(path.join(realpathSync(tmpdir()), 'svclint-charts-'));
  onTestFinished(() => {
    rmSync(root, { recursive: true, force: true });
  });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.join(root, path.dirname(name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  return root;
}

export const chartFile = (name: string, more = ''): string => `apiVersion: v2\nname: ${name}\nversion: 0.1.0\n${more}`;

export const configMap = (value: string): string => `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shown\ndata:\n  value: ${value}\n`;

/** Renders all charts below a folder, as a run from there does. */
export async function renderIn(root: string, searchPath: string, requests: readonly ChartRequest[] = []): Promise<RenderedCharts> {
  const names = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name === 'Chart.yaml')
    .map(entry => path.relative(root, path.join(entry.parentPath, entry.name)))
    .sort();
  const files = names.map(name => ({ path: name, text: readFileSync(path.join(root, name), 'utf8') }));
  return renderCharts(files, { place: { cwd: root, path }, files: DISK, searchPath, kubernetes: '1.36', inputs: ['.'], requests: () => Promise.resolve(requests) });
}

/** What was rendered, as text. */
export function textsOf({ charts }: RenderedCharts): string {
  return charts.flatMap(({ documents }) => documents.map(({ file, span }) => file.text.slice(span.start, span.end))).join('---\n');
}

/** `path:line` of a place. */
export function lineOf(at: {
  readonly file: { readonly path: string; readonly lines: { position(offset: number): { line: number } } };
  readonly valueSpan: { start: number };
}): string {
  return `${at.file.path}:${String(at.file.lines.position(at.valueSpan.start).line)}`;
}
