import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A file that a program writes, whole. The path is from the project root. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}

export function readText(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8').replaceAll('\r\n', '\n') : undefined;
}

/** Paths of the files whose text on disk is another one. */
export function findStale(files: readonly GeneratedFile[]): string[] {
  return files.filter(file => readText(file.path) !== file.text).map(file => file.path);
}

/** Writes what is stale and returns its paths. */
export function writeStale(files: readonly GeneratedFile[]): string[] {
  const stale = new Set(findStale(files));
  for (const file of files.filter(({ path: name }) => stale.has(name))) {
    mkdirSync(path.dirname(file.path), { recursive: true });
    writeFileSync(file.path, file.text);
  }
  return [...stale];
}
