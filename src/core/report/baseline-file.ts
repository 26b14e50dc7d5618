import { BASELINE_VERSION, joinEntries } from '../engine/baseline.ts';
import type { BaselineEntry } from '../engine/report.ts';
import { safeJsonLine } from './escape.ts';

/** The text of a baseline: sorted and one finding a line, so that changes and merges of it can be read. */
export function renderBaseline(entries: readonly BaselineEntry[]): string {
  const lines = joinEntries(entries).map(({ rule, path, object, severity, count, fingerprint }) => {
    const fields = Object.entries({ rule, path, object, severity, count, fingerprint });
    return `\n    { ${fields.map(([key, value]) => `"${key}": ${safeJsonLine(value)}`).join(', ')} }`;
  });
  return `{\n  "version": ${String(BASELINE_VERSION)},\n  "findings": [${lines.join(',')}${lines.length > 0 ? '\n  ' : ''}]\n}\n`;
}
