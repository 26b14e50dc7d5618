import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, test } from 'vitest';

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

const sharedRoot = process.env['SVCLINT_SHARED'] ?? path.join(projectRoot, '../shared');

/** The folder of reference data beside the project, which a plain checkout does not have. */
export function findShared(part = ''): string | undefined {
  const folder = path.join(sharedRoot, part);
  return existsSync(folder) ? folder : undefined;
}

/** A suite over reference data. Where the data is absent the suite is reported as skipped, with the reason in its name. */
export function describeShared(name: string, part: string, suite: (folder: string) => void): void {
  const folder = findShared(part);
  if (folder !== undefined) {
    describe(name, () => {
      suite(folder);
    });
    return;
  }
  // The suite itself is not even collected: it reads the data to know its tests.
  test.skipIf(true)(`${name} (skipped: no ../shared/${part} beside the project; SVCLINT_SHARED names another place)`, () => undefined);
}
