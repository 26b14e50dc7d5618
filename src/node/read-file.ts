import { closeSync, constants, fstatSync, openSync, readSync, statSync, type Stats } from 'node:fs';
import { decodeText, type Decoded } from './decode.ts';

/** Larger files hold data, not manifests: the API server takes 3 MB a request. */
export const LARGEST_FILE = 256 * 1024 * 1024;

/** One buffer for all files of a run: ten thousand buffers would be ten thousand allocations outside the heap. */
let scratch = Buffer.allocUnsafe(64 * 1024);

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'it may not be read: permission denied',
  EPERM: 'it may not be read: permission denied',
  ENOENT: 'it was gone when it was to be read',
  ELOOP: 'it is a symbolic link that leads to itself',
  ENXIO: 'it is not a regular file',
  EISDIR: 'it is a directory',
};

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** Whether the file system gave this code, such as `ENOENT`. */
export function isCode(error: unknown, code: string): boolean {
  return codeOf(error) === code;
}

/** Why the file system refused, as a clause in which "it" is the file. */
export function explainError(error: unknown): string {
  const code = codeOf(error);
  return REASONS[code] ?? `it could not be read (${code || String(error)})`;
}

/** Why a symbolic link cannot be followed. */
export function explainLink(path: string, { stat }: { readonly stat: (path: string) => unknown }): string {
  try {
    stat(path);
    return REASONS['ENOENT'] ?? '';
  } catch (error) {
    return isCode(error, 'ENOENT') ? 'it is a symbolic link that leads nowhere' : explainError(error);
  }
}

/** Why a thing is no file to read, or undefined for a regular file. Pipes and devices are never opened: they may block or act. */
function explainKind(stats: Stats): string | undefined {
  if (stats.isFile()) return undefined;
  if (stats.isFIFO()) return 'it is a pipe: pass - to read what comes through a pipe';
  if (stats.isDirectory()) return 'it is a directory';
  return 'it is not a regular file';
}

function readBytes(descriptor: number, size: number): Buffer {
  if (scratch.length <= size) scratch = Buffer.allocUnsafe(size + 64 * 1024);
  let length = 0;
  for (;;) {
    const count = readSync(descriptor, scratch, length, scratch.length - length, null);
    if (count === 0) return scratch.subarray(0, length);
    length += count;
    if (length === scratch.length) scratch = Buffer.concat([scratch, Buffer.allocUnsafe(scratch.length)]);
  }
}

function takeText(descriptor: number, size: number): Decoded {
  return decodeText(readBytes(descriptor, size));
}

/** Opens a regular file that is not too large, and takes something of it. */
function readOpen<T>(descriptor: number, take: (descriptor: number, size: number) => T): T | { readonly reason: string } {
  const stats = fstatSync(descriptor);
  const kind = explainKind(stats);
  if (kind !== undefined) return { reason: kind };
  if (stats.size > LARGEST_FILE) return { reason: `it is ${Math.round(stats.size / 1e6)} MB large, more than ${Math.round(LARGEST_FILE / 1e6)} MB` };
  return take(descriptor, stats.size);
}

/** What is taken of a file, or why not. Never blocks and never throws. */
function readFile<T>(path: string, isRegular: boolean, take: (descriptor: number, size: number) => T): T | { readonly reason: string } {
  try {
    const kind = isRegular ? undefined : explainKind(statSync(path));
    if (kind !== undefined) return { reason: kind };
    // A pipe that took the file's place meanwhile must not block.
    const descriptor = openSync(path, constants.O_RDONLY | (process.platform === 'win32' ? 0 : constants.O_NONBLOCK));
    try {
      return readOpen(descriptor, take);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    return { reason: explainError(error) };
  }
}

/** Reads a text, or says why not. Never blocks and never throws. */
export function readTextFile(path: string, isRegular = false): Decoded {
  return readFile(path, isRegular, takeText);
}

/** Reads a file that may be no text; undefined where it cannot be read. */
export function readFileBytes(path: string): Uint8Array | undefined {
  const read = readFile(path, false, (descriptor, size) => Uint8Array.from(readBytes(descriptor, size)));
  return read instanceof Uint8Array ? read : undefined;
}
