import path from 'node:path';
import { decodeText, type Decoded } from '../decode.ts';

/** What git holds in place of a file that Git LFS keeps. */
const POINTER = /^version https:\/\/git-lfs\.github\.com\/spec\/v1\n(?:ext-[^\n]*\n)*oid sha256:([0-9a-f]{64})\nsize (\d+)\n?$/;

/** Name of the content that a text points to, if it is a pointer of Git LFS. */
export function pointedTo(text: string): string | undefined {
  return text.startsWith('version https://git-lfs') ? POINTER.exec(text)?.[1] : undefined;
}

function readObject(file: string): Buffer | undefined {
  try {
    return process.getBuiltinModule('node:fs').readFileSync(file);
  } catch {
    return undefined;
  }
}

/** The content that a pointer names, from the store beside the objects of git. Nothing is fetched. */
export function readLargeFile(oid: string, gitDirectory: string): Decoded {
  const bytes = readObject(path.join(gitDirectory, 'lfs', 'objects', oid.slice(0, 2), oid.slice(2, 4), oid));
  if (!bytes) return { reason: 'Git LFS holds its content, which is not here: run git lfs fetch' };
  const { createHash } = process.getBuiltinModule('node:crypto');
  if (createHash('sha256').update(bytes).digest('hex') !== oid) return { reason: 'its content in the store of Git LFS is damaged' };
  return decodeText(bytes);
}
