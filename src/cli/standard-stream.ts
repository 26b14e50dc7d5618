import { fstatSync, statSync, writeSync } from 'node:fs';

/** stdout or stderr of the process. */
export interface StandardStream {
  readonly write: (text: string) => void;
  readonly isTty: boolean;
  readonly columns: number | undefined;
  /** Whether all that was written is where it goes: nothing waits in Node's own stream. */
  readonly isDone: boolean;
}

interface NodeStream {
  readonly isTTY: boolean;
  readonly columns: number | undefined;
  readonly write: (bytes: Uint8Array) => unknown;
  readonly on: (event: 'error', listener: (error: NodeJS.ErrnoException) => void) => unknown;
}

/** Code of a system error, as EPIPE; a fault that is none is thrown on. */
function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  throw error;
}

/** A file, a pipe (between programs of Node a socket) or the null device is no terminal; whatever else it is, Node's own stream knows. */
function isPlain(descriptor: number): boolean {
  try {
    const stats = fstatSync(descriptor);
    return stats.isFile() || stats.isFIFO() || stats.isSocket() || (stats.isCharacterDevice() && stats.rdev === statSync('/dev/null').rdev);
  } catch {
    return false;
  }
}

/** Writes as far as the reader of a pipe takes it. Gives what is left, or the code of what went wrong. */
function writeDirectly(descriptor: number, bytes: Uint8Array): Uint8Array | string {
  let rest = bytes;
  try {
    while (rest.length > 0) rest = rest.subarray(writeSync(descriptor, rest));
  } catch (error) {
    const code = codeOf(error);
    if (code !== 'EAGAIN') return code;
  }
  return rest;
}

/**
 * Opens a stream without loading Node's own for files and pipes, which costs a start more than a lint of a small file. Node's stream
 * takes over where a pipe's reader is slow. `onFault` hears once of a write that failed; what follows is dropped, and the run goes on.
 */
export function openStream(descriptor: 1 | 2, nodeStream: () => NodeStream, onFault: (code: string) => void): StandardStream {
  let opened: NodeStream | undefined;
  let isClosed = false;
  const close = (code: string): void => {
    if (!isClosed) onFault(code);
    isClosed = true;
  };
  const open = (): NodeStream => {
    if (opened) return opened;
    opened = nodeStream();
    opened.on('error', error => {
      close(error.code ?? error.message);
    });
    return opened;
  };
  const isDirect = isPlain(descriptor);
  const write = (text: string): void => {
    if (isClosed) return;
    const bytes = Buffer.from(text);
    const rest = isDirect && !opened ? writeDirectly(descriptor, bytes) : bytes;
    if (typeof rest === 'string') close(rest);
    else if (rest.length > 0) open().write(rest);
  };
  return {
    write,
    get isTty() {
      return !isDirect && open().isTTY;
    },
    get columns() {
      return isDirect ? undefined : open().columns;
    },
    get isDone() {
      return !opened;
    },
  };
}
