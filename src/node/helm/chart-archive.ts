import { gunzipSync } from 'node:zlib';
import { decodeText, type Decoded } from '../decode.ts';
import type { Files } from '../files.ts';
import { LARGEST_CHART_FILE, readChartBytes, tellTooLarge, type ChartRefusal } from './chart-bytes.ts';

/** A file of a packaged chart, by its path within the chart. */
export interface ArchivedFile {
  readonly path: string;
  readonly bytes: Buffer;
}

const BLOCK = 512;

/** What an archive may hold when it is unpacked; helm itself takes 100 MB. */
export const LARGEST_ARCHIVE = 64 * 1024 * 1024;
const MOST_FILES = 10_000;

const NO_CHART = 'it holds no Chart.yaml';

/** Types of tar entries: a plain file, a folder, and headers that only say more about others. */
const FILE = new Set(['0', '\0']);
const SKIPPED = new Set(['5', 'g']);

function textAt(header: Buffer, start: number, length: number): string {
  const end = header.indexOf(0, start);
  return header.toString('utf8', start, end === -1 || end > start + length ? start + length : end);
}

function octalAt(header: Buffer, start: number, length: number): number {
  const text = textAt(header, start, length).trim();
  return /^[0-7]+$/.test(text) ? Number.parseInt(text, 8) : text === '' ? 0 : NaN;
}

/** `18 path=a/b\n` lines of an extended header. */
function pathOfExtended(bytes: Buffer): string | undefined {
  return /^\d+ path=(.*)$/m.exec(bytes.toString('utf8'))?.[1];
}

/** The path within the chart, without its first folder; undefined for one that leads out of it. */
function safePath(name: string): string | undefined {
  const parts = name.replaceAll('\\', '/').split('/');
  const isSafe = !name.startsWith('/') && !/^[A-Za-z]:/.test(name) && !name.includes('\0') && parts.every(part => part !== '..');
  const kept = parts.filter(part => part !== '' && part !== '.');
  return isSafe && kept.length > 1 ? kept.slice(1).join('/') : undefined;
}

function* readEntries(tar: Buffer): Generator<{ readonly name: string; readonly type: string; readonly bytes: Buffer } | ChartRefusal> {
  let extended: string | undefined;
  for (let at = 0; at + BLOCK <= tar.length;) {
    const header = tar.subarray(at, at + BLOCK);
    if (header.every(byte => byte === 0)) return;
    const size = octalAt(header, 124, 12);
    if (Number.isNaN(size) || at + BLOCK + size > tar.length) {
      yield { reason: 'it is cut off or is no chart archive' };
      return;
    }
    const bytes = tar.subarray(at + BLOCK, at + BLOCK + size);
    const type = header.toString('latin1', 156, 157);
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
    if (type === 'x') extended = pathOfExtended(bytes);
    else if (type === 'L') extended = textAt(bytes, 0, bytes.length);
    else {
      const [prefix, short] = [textAt(header, 345, 155), textAt(header, 0, 100)];
      const name = extended ?? (prefix === '' ? short : `${prefix}/${short}`);
      extended = undefined;
      yield { name, type, bytes };
    }
  }
}

/** Unpacks a `.tgz` chart in memory. Links, devices, and paths that leave the chart refuse the whole: no honest chart has them. */
export function readChartArchive(packed: Buffer): readonly ArchivedFile[] | ChartRefusal {
  let tar: Buffer;
  try {
    tar = gunzipSync(packed, { maxOutputLength: LARGEST_ARCHIVE });
  } catch (error) {
    const isLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return { reason: isLarge ? `it unpacks to more than ${String(LARGEST_ARCHIVE / 1024 / 1024)} MB` : 'it is no gzip archive' };
  }
  const files: ArchivedFile[] = [];
  for (const entry of readEntries(tar)) {
    if ('reason' in entry) return entry;
    if (SKIPPED.has(entry.type)) continue;
    if (!FILE.has(entry.type)) return { reason: `it holds "${entry.name}", which is no file` };
    const path = safePath(entry.name);
    if (path === undefined) return { reason: `it holds "${entry.name}", which leads out of the chart` };
    if (entry.bytes.length > LARGEST_CHART_FILE) return { reason: `it holds "${entry.name}": ${tellTooLarge(LARGEST_CHART_FILE)}` };
    files.push({ path, bytes: entry.bytes });
    if (files.length > MOST_FILES) return { reason: `it holds more than ${String(MOST_FILES)} files` };
  }
  return files.some(({ path }) => path === 'Chart.yaml') ? files : { reason: NO_CHART };
}

/** Unpacks a `.tgz` chart that stands at a path. */
export function openChartArchive(path: string, files: Files): readonly ArchivedFile[] | ChartRefusal {
  const packed = readChartBytes(path, files, LARGEST_ARCHIVE);
  return 'reason' in packed ? packed : readChartArchive(packed);
}

/** Chart.yaml of a packaged chart, by which it is known. */
export function readChartText(path: string, files: Files): Decoded {
  const unpacked = openChartArchive(path, files);
  if ('reason' in unpacked) return unpacked;
  const chart = unpacked.find(file => file.path === 'Chart.yaml');
  return chart ? decodeText(chart.bytes) : { reason: NO_CHART };
}
