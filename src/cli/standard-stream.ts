import { fstatSync, statSync, writeSync } from 'node:fs';

/** stdout or stderr of the process. */
export interface StandardStream {
  readonly write: (text: string) => void;
  readonly isTty: boolean;
  readonly columns: number | undefined;
}

interface NodeStream {
  readonly isTTY: boolean;
  readonly columns: number | undefined;
  readonly write: (bytes: Uint8Array) => unknown;
  readonly on: (event: 'error', listener: (error: NodeJS.ErrnoException) => void) => unknown;
}

/** A reader that has seen enough (`svclint … | head`) is no fault. */
function stopOnClosedPipe(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) throw error;
  process.exit();
}

/** A file, a pipe or the null device is no terminal; whatever else it is, Node's own stream knows. */
function isPlain(descriptor: number): boolean {
  try {
    const stats = fstatSync(descriptor);
    return stats.isFile() || stats.isFIFO() || (stats.isCharacterDevice() && stats.rdev === statSync('/dev/null').rdev);
  } catch {
    return false;
  }
}

/** What a pipe did not take at once because its reader is slow, or nothing. */
function writeNow(descriptor: number, bytes: Uint8Array): Uint8Array | undefined {
  let rest = bytes;
  try {
    while (rest.length > 0) rest = rest.subarray(writeSync(descriptor, rest));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EAGAIN') return rest;
    stopOnClosedPipe(error);
  }
  return undefined;
}

/** Node's streams are a tenth of a short run's time, so files and pipes are written without them as long as that works. */
export function openStream(descriptor: number, open: () => NodeStream): StandardStream {
  let stream: NodeStream | undefined;
  const slow = (): NodeStream => {
    if (stream) return stream;
    stream = open();
    stream.on('error', stopOnClosedPipe);
    return stream;
  };
  const isFast = isPlain(descriptor);
  return {
    write(text) {
      const bytes = Buffer.from(text);
      const rest = isFast && stream === undefined ? writeNow(descriptor, bytes) : bytes;
      if (rest) slow().write(rest);
    },
    get isTty() {
      return !isFast && slow().isTTY;
    },
    get columns() {
      return isFast ? undefined : slow().columns;
    },
  };
}
