import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { loadConfig } from 'rolldown/config';
import type { main as Main } from '../cli/main.ts';
import type { Terminal } from '../cli/terminal.ts';
import type { GeneratedFile } from './generated-file.ts';
import { drawTerminal } from './terminal-picture.ts';

/** As wide as its widest picture of code: only the longest sentences are wrapped. */
const COLUMNS = 92;

function isMain(value: unknown): value is { main: typeof Main } {
  return typeof value === 'object' && value !== null && 'main' in value && typeof value.main === 'function';
}

/** Builds the program beside all others and runs it in a terminal of its own. */
async function printExample(folder: string): Promise<string> {
  const config = await loadConfig('rolldown.config.ts');
  if (typeof config === 'function' || Array.isArray(config)) throw new Error('rolldown.config.ts holds one plain configuration');
  const bundle = await rolldown({ ...config, input: { main: 'src/cli/main.ts' }, logLevel: 'silent' });
  await bundle.write({ dir: folder, format: 'cjs', exports: 'named', entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' });
  await bundle.close();
  const loaded: unknown = await import(pathToFileURL(path.join(folder, 'main.cjs')).href);
  if (!isMain(loaded)) throw new Error('the program has no main');
  let printed = '';
  const out = (text: string): void => void (printed += text);
  const terminal: Terminal = { cwd: path.resolve('test/example'), env: {}, out, err: out, isTty: true, errIsTty: false, columns: COLUMNS, today: '2026-01-01' };
  await loaded.main(['--color', 'k8s'], terminal);
  return printed;
}

/** The picture of the README: what the program prints of the example. */
export async function renderExamplePicture(): Promise<GeneratedFile> {
  const folder = mkdtempSync(path.join(tmpdir(), 'svclint-picture-'));
  try {
    return { path: '.github/svclint.svg', text: drawTerminal('svclint k8s', await printExample(folder)) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
