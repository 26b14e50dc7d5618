import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { InputFile } from '../core/engine/input.ts';
import type { Incomplete } from '../core/engine/report.ts';

const MANIFEST = /\.(?:ya?ml|json)$/i;

export interface ReadInput {
  readonly files: readonly InputFile[];
  readonly incomplete: readonly Incomplete[];
}

function walk(directory: string, found: string[]): void {
  for (const entry of readdirSync(directory, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name === 'node_modules' || entry.name.startsWith('.git')) continue;
    const path = join(directory, entry.name);
    if (entry.isDirectory()) walk(path, found);
    else if (entry.isFile() && MANIFEST.test(entry.name)) found.push(path);
  }
}

/** Reads the files that the arguments name. */
export function readInput(paths: readonly string[], cwd: string): ReadInput {
  const found: string[] = [];
  for (const path of paths) {
    const absolute = resolve(cwd, path);
    if (statSync(absolute).isDirectory()) walk(absolute, found);
    else found.push(absolute);
  }
  const files = [...new Set(found)].map(path => ({ path: relative(cwd, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }));
  return { files, incomplete: [] };
}
