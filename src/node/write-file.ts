import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

function replaceFile(file: string, text: string): void {
  const fresh = path.join(path.dirname(file), `.${path.basename(file)}.${String(process.pid)}.tmp`);
  try {
    writeFileSync(fresh, text);
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
