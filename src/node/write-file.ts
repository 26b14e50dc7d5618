import { chmodSync, chownSync, renameSync, rmSync, statSync, writeFileSync, type Stats } from 'node:fs';
import path from 'node:path';

/** The new file belongs to whom the old one belonged to, as far as that is ours to say. */
function likeBefore(fresh: string, stats: Stats): void {
  chmodSync(fresh, stats.mode & 0o7777);
  const own = statSync(fresh);
  if (own.uid === stats.uid && own.gid === stats.gid) return;
  try {
    chownSync(fresh, stats.uid, stats.gid);
    chmodSync(fresh, stats.mode & 0o7777);
  } catch {
    // Only root gives files away; the text is what counts.
  }
}

/** Puts a text in the place of a file at once, with its mode: a reader sees the old text or the new one. Throws what the file system says. */
export function replaceFile(file: string, text: string): void {
  const fresh = path.join(path.dirname(file), `.${path.basename(file)}.${String(process.pid)}.tmp`);
  const stats = statSync(file, { throwIfNoEntry: false });
  rmSync(fresh, { force: true });
  try {
    // Never through a link that somebody has put there.
    writeFileSync(fresh, text, { flag: 'wx', mode: stats ? 0o600 : 0o666 });
    if (stats) likeBefore(fresh, stats);
    renameSync(fresh, file);
  } catch (error) {
    rmSync(fresh, { force: true });
    throw error;
  }
}

/** Writes a whole file or nothing. Devices and pipes get the text as it is. Returns why it was not possible. */
export function writeWhole(file: string, text: string): string | undefined {
  try {
    const stats = statSync(file, { throwIfNoEntry: false });
    if (stats && !stats.isFile()) writeFileSync(file, text);
    else replaceFile(file, text);
    return undefined;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
}
