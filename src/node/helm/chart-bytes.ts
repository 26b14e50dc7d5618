import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import type { Files } from '../files.ts';
import { explainError } from '../read-file.ts';

/** Why something of a chart is not taken, as a clause in which "it" is the file. */
export interface ChartRefusal {
  readonly reason: string;
}

/** What helm takes of one file of a chart. */
export const LARGEST_CHART_FILE = 5 * 1024 * 1024;

export function tellTooLarge(largest: number): string {
  return `it is larger than ${String(largest / 1024 / 1024)} MB`;
}

/** The bytes of a regular file, or why there are none. Never waits: a pipe may have taken the file's place. */
export function readChartBytes(path: string, files: Files, largest = LARGEST_CHART_FILE): Buffer | ChartRefusal {
  if (files.name !== undefined) {
    const bytes = files.readBytes(path);
    if (!bytes) return { reason: `it is not in ${files.name}` };
    return bytes.length > largest ? { reason: tellTooLarge(largest) } : Buffer.from(bytes);
  }
  try {
    const descriptor = openSync(path, constants.O_RDONLY | (process.platform === 'win32' ? 0 : constants.O_NONBLOCK));
    try {
      const stats = fstatSync(descriptor);
      if (!stats.isFile()) return { reason: 'it is not a regular file' };
      return stats.size > largest ? { reason: tellTooLarge(largest) } : readFileSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    return { reason: explainError(error) };
  }
}
