import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire, Module } from 'node:module';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { CompiledCode } from '../../../src/cli/compiled-code.ts';
import { makeTree } from '../../harness/temp-tree.ts';

const FILES = {
  'program.cjs': "exports.sum = require('./chunks/core-1.cjs').add(1, 2);\nexports.late = () => require('./chunks/late-1.cjs').name;\n",
  'chunks/core-1.cjs': "const path = require('node:path');\nexports.add = (a, b) => a + b;\nexports.here = path.basename(__filename);\n",
  'chunks/late-1.cjs': "exports.name = require('./core-1.cjs').here;\n",
};

interface Program {
  readonly sum: number;
  readonly late: () => string;
}

/** One run of the program: as in a process of its own, nothing is loaded yet. */
function start(root: string): { readonly program: Program; readonly code: CompiledCode } {
  const { cache } = createRequire(path.join(root, 'program.cjs'));
  for (const file of Object.keys(cache)) if (file.startsWith(root)) Reflect.deleteProperty(cache, file);
  const code = new CompiledCode(root, new Module(path.join(root, 'svclint.cjs')), cache);
  return { code, program: code.require(path.join(root, 'program.cjs')) as Program };
}

function keptIn(root: string): Readonly<Record<string, { readonly file: string; readonly inode: number }>> {
  const folder = path.join(root, '.cache', `${process.version}-${process.arch}`);
  const entries = readdirSync(folder).map(name => [name, { file: path.join(folder, name), inode: statSync(path.join(folder, name)).ino }] as const);
  return Object.fromEntries(entries);
}

function startAndKeep(root: string): number {
  const { code, program } = start(root);
  code.keep();
  return program.sum;
}

describe('compiled code', () => {
  test('chunks run as required ones do, once, also late', () => {
    const root = makeTree(FILES);
    const { program } = start(root);
    expect([program.sum, program.late()]).toEqual([3, 'core-1.cjs']);
    const require = createRequire(path.join(root, 'program.cjs'));
    const core: unknown = require('./chunks/core-1.cjs');
    expect(new CompiledCode(root, new Module('svclint.cjs'), require.cache).require(path.join(root, 'chunks/core-1.cjs'))).toBe(core);
  });

  test('what ran is kept, and left alone while it holds', () => {
    const root = makeTree(FILES);
    startAndKeep(root);
    const first = keptIn(root);
    expect(Object.keys(first)).toEqual(['core-1.cjs.bin']);
    expect(startAndKeep(root)).toBe(3);
    expect(keptIn(root)).toEqual(first);
  });

  test('a chunk that is new has all of the run kept again', () => {
    const root = makeTree(FILES);
    startAndKeep(root);
    const first = keptIn(root);
    const { code, program } = start(root);
    program.late();
    code.keep();
    expect(Object.keys(keptIn(root))).toEqual(['core-1.cjs.bin', 'late-1.cjs.bin']);
    expect(keptIn(root)['core-1.cjs.bin']).not.toEqual(first['core-1.cjs.bin']);
  });

  test.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, 100)],
    ['empty', () => Buffer.alloc(0)],
    ['of zeros', (bytes: Buffer) => Buffer.alloc(bytes.length)],
    ['with a wrong byte', (bytes: Buffer) => Buffer.from(bytes.map((byte, index) => (index === 300 ? byte ^ 0x55 : byte)))],
    ['of another V8', (bytes: Buffer) => Buffer.from(bytes.map((byte, index) => (index % (bytes.length / 2) === 4 ? byte ^ 0x55 : byte)))],
  ])('kept code %s is replaced', (_, damage) => {
    const root = makeTree(FILES);
    startAndKeep(root);
    const { file = '' } = keptIn(root)['core-1.cjs.bin'] ?? {};
    const whole = readFileSync(file).length;
    writeFileSync(file, damage(readFileSync(file)));
    expect(startAndKeep(root)).toBe(3);
    const mended = keptIn(root);
    expect(readFileSync(file)).toHaveLength(whole);
    startAndKeep(root);
    expect(keptIn(root)).toEqual(mended);
  });

  test('a place that cannot be written is left as it is', () => {
    const root = makeTree({ ...FILES, '.cache': 'a file where the folder would be' });
    expect(startAndKeep(root)).toBe(3);
    expect(readFileSync(path.join(root, '.cache'), 'utf8')).toBe('a file where the folder would be');
  });
});
