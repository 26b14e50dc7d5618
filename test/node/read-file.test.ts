import { execFileSync } from 'node:child_process';
import { chmodSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../src/node/decode.ts';
import { readTextFile } from '../../src/node/read-file.ts';
import { makeTree } from '../harness/temp-tree.ts';

describe('text', () => {
  test.each([
    ['ASCII', Buffer.from('a: b\n'), 'a: b\n'],
    ['UTF-8', Buffer.from('a: grün 🚀\n'), 'a: grün 🚀\n'],
    ['a replacement character that is written', Buffer.from('a: \uFFFD\n'), 'a: \uFFFD\n'],
    ['a byte order mark', Buffer.from('\uFEFFa: b'), '\uFEFFa: b'],
    ['nothing', Buffer.alloc(0), ''],
  ])('%s is read', (_, bytes, text) => {
    expect(decodeText(bytes)).toEqual({ text });
  });

  test.each([
    [
      'one bad byte',
      Buffer.concat([Buffer.from('a: b\nc: ü'), Buffer.from([0xff]), Buffer.from('d')]),
      'it holds byte 0xFF at line 2, column 5, which is not UTF-8',
    ],
    ['Latin-1', Buffer.from('name: grün\n', 'latin1'), 'it holds byte 0xFC at line 1, column 9, which is not UTF-8'],
    [
      'after a written replacement character',
      Buffer.concat([Buffer.from('\uFFFD\n'), Buffer.from([0x80])]),
      'it holds byte 0x80 at line 2, column 1, which is not UTF-8',
    ],
    ['a sequence cut at the end', Buffer.from([0x61, 0xe2, 0x82]), 'it holds byte 0xE2 at line 1, column 2, which is not UTF-8'],
    ['UTF-16', Buffer.from('\uFEFFa: b', 'utf16le'), 'it is UTF-16 text: save it as UTF-8'],
    ['a binary file', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1]), 'it is a binary file'],
  ])('%s is not', (_, bytes, reason) => {
    expect(decodeText(bytes)).toEqual({ reason });
  });
});

describe('files', () => {
  test('a pipe is never opened', () => {
    const pipe = path.join(makeTree(), 'pipe.yaml');
    execFileSync('mkfifo', [pipe]);
    expect(readTextFile(pipe)).toEqual({ reason: 'it is a pipe: pass - to read what comes through a pipe' });
    // Even where a walk took it for a file.
    expect(readTextFile(pipe, true)).toEqual({ reason: 'it is a pipe: pass - to read what comes through a pipe' });
  });

  test('a device is not read', () => {
    expect(readTextFile('/dev/zero')).toEqual({ reason: 'it is not a regular file' });
  });

  test('a directory, a file that is gone and a link to itself say so', () => {
    const root = makeTree();
    symlinkSync('loop.yaml', path.join(root, 'loop.yaml'));
    expect(readTextFile(root)).toEqual({ reason: 'it is a directory' });
    expect(readTextFile(path.join(root, 'gone.yaml'), true)).toEqual({ reason: 'it was gone when it was to be read' });
    expect(readTextFile(path.join(root, 'loop.yaml'))).toEqual({ reason: 'it is a symbolic link that leads to itself' });
  });

  test('a file without permission says so', () => {
    const file = path.join(makeTree({ 'a.yaml': 'a: b\n' }), 'a.yaml');
    chmodSync(path.dirname(file), 0o755);
    chmodSync(file, 0);
    const isRoot = process.geteuid?.() === 0;
    if (isRoot) process.seteuid?.(65534);
    const decoded = readTextFile(file);
    if (isRoot) process.seteuid?.(0);
    expect(decoded).toEqual({ reason: 'it may not be read: permission denied' });
  });

  test('files of all sizes come whole, one after the other', () => {
    const sizes = [0, 1, 65535, 65536, 65537, 1_000_000, 3];
    const root = makeTree(Object.fromEntries(sizes.map((size, index) => [`${index}.yaml`, 'x'.repeat(size)])));
    const read = sizes.map((_, index) => readTextFile(path.join(root, `${index}.yaml`), true));
    expect(read.map(decoded => ('text' in decoded ? decoded.text.length : decoded.reason))).toEqual(sizes);
  });
});
