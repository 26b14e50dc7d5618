import { readSync } from 'node:fs';
import { isCode } from './read-file.ts';

/** Waits without a busy loop: an input that another program has set to non-blocking has nothing to give yet. */
function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

/** All bytes of the process's input. */
export function readStdin(): Buffer {
  const chunks: Buffer[] = [];
  for (;;) {
    const chunk = Buffer.allocUnsafe(64 * 1024);
    try {
      const length = readSync(0, chunk, 0, chunk.length, null);
      if (length === 0) return Buffer.concat(chunks);
      chunks.push(chunk.subarray(0, length));
    } catch (error) {
      if (isCode(error, 'EOF')) return Buffer.concat(chunks);
      if (!isCode(error, 'EAGAIN')) throw error;
      pause(10);
    }
  }
}
