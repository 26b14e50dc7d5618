import { gunzipSync } from 'node:zlib';

/** A file of a packaged chart, by its path within the chart. */
export interface ArchivedFile {
  readonly path: string;
  readonly bytes: Buffer;
}

/** Why an archive is not unpacked, as a clause in which "it" is the archive. */
export interface ArchiveFault {
  readonly reason: string;
}

const BLOCK = 512;

/** What an archive may hold when it is unpacked; helm itself takes 100 MB. */
export const LARGEST_ARCHIVE = 64 * 1024 * 1024;
const MOST_FILES = 10_000;

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

function* readEntries(tar: Buffer): Generator<{ readonly name: string; readonly type: string; readonly bytes: Buffer } | ArchiveFault> {
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
export function readChartArchive(packed: Buffer): readonly ArchivedFile[] | ArchiveFault {
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
    files.push({ path, bytes: entry.bytes });
    if (files.length > MOST_FILES) return { reason: `it holds more than ${String(MOST_FILES)} files` };
  }
  return files.some(({ path }) => path === 'Chart.yaml') ? files : { reason: 'it holds no Chart.yaml' };
}
