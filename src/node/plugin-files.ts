import { readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { findRepositoryTop } from './git/find-git.ts';
import { isInside } from './paths.ts';

/** Where the module of a plugin is, or why it is not taken. */
export type Located = { readonly file: string } | { readonly fault: string };

const MODULE = /\.[cm]?[jt]s$/;

/** False also for what cannot be reached. */
function isFile(file: string): boolean {
  try {
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** The path without links; undefined for what is not there. */
function realPath(file: string): string | undefined {
  try {
    return realpathSync(file);
  } catch {
    return undefined;
  }
}

/** A module that the command line names: the user's own word, so it may be anywhere. */
export function locateNamed(written: string, cwd: string): Located {
  const file = path.resolve(cwd, written);
  if (!isFile(file)) return { fault: 'no such file' };
  return MODULE.test(file) ? { file } : { fault: 'it is no module: its name ends in none of .mjs, .cjs and .js' };
}

type Exports = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Exports => typeof value === 'object' && value !== null;

/** The target of `exports` that Node takes for an import. */
function pickExport(target: unknown): string | undefined {
  if (typeof target === 'string') return target;
  if (!isRecord(target)) return undefined;
  for (const [condition, value] of Object.entries(target)) {
    const found = Array.isArray(target) || ['node', 'import', 'default'].includes(condition) ? pickExport(value) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function entriesOf(manifest: unknown): readonly string[] {
  if (!isRecord(manifest)) return [];
  const { exports, main } = manifest;
  if (exports !== undefined && exports !== null) {
    const entry = pickExport(isRecord(exports) && '.' in exports ? exports['.'] : exports);
    return entry === undefined ? [] : [entry];
  }
  return typeof main === 'string' ? [main, `${main}.js`, `${main}/index.js`] : ['index.js'];
}

function readManifest(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function locatePackage(name: string, directory: string, top: string): Located {
  for (let at = directory; ; at = path.dirname(at)) {
    const folder = path.join(at, 'node_modules', name);
    if (isFile(path.join(folder, 'package.json'))) {
      const entries = entriesOf(readManifest(path.join(folder, 'package.json'))).map(entry => path.resolve(folder, entry));
      const file = entries.find(entry => isInside(entry, folder, { path }) && isFile(entry));
      return file === undefined ? { fault: 'the package has no module as its entry' } : { file };
    }
    if (at === top || path.dirname(at) === at) return { fault: 'no such package in node_modules; a path starts with ./' };
  }
}

/**
 * What a configuration names: a path or a package as seen from its directory. Nothing outside of its repository, or of its directory
 * where there is no repository, also not through a link.
 */
export function locateConfigured(name: string, directory: string): Located {
  const top = findRepositoryTop(directory, { path }) ?? directory;
  const isPath = name.startsWith('./') || name.startsWith('../');
  const file = path.resolve(directory, name);
  if (isPath && !isInside(file, top, { path })) return { fault: `it lies outside of ${path.basename(top)}/, which holds the configuration` };
  const located = isPath ? locateNamed(name, directory) : locatePackage(name, directory, top);
  if ('fault' in located) return located;
  const [real, realTop] = [realPath(located.file), realPath(top)];
  if (real !== undefined && realTop !== undefined && isInside(real, realTop, { path })) return { file: real };
  return { fault: `a link leads it out of ${path.basename(top)}/, which holds the configuration; --plugin may name it` };
}
