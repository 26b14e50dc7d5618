import type { Severity } from '../rule/finding.ts';
import { digest } from '../text/digest.ts';
import type { BaselineEntry, ReportedFinding, ResourceName } from './report.ts';

export const BASELINE_VERSION = 1;

/** Digits of a fingerprint. */
export const FINGERPRINT_LENGTH = 32;

const RANKS: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

export function rankOf(severity: Severity): number {
  return RANKS[severity];
}

/** The fingerprint without the number of a repeat. A finding without an object is told by the text of its line alone: its file may be renamed. */
export function pathlessFingerprint({ rule, variant, resource, fingerprint, location }: ReportedFinding): string {
  if (resource) return fingerprint.replace(/:\d+$/, '');
  const line = location.file.lines.lineText(location.start.line).trim();
  return digest(JSON.stringify([rule.id, variant, line])).slice(0, FINGERPRINT_LENGTH);
}

/** `shop/Service/web` */
export function nameObject({ namespace, kind, name }: ResourceName): string {
  return [namespace, kind, name].filter(part => part !== null).join('/');
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function compareEntries(a: BaselineEntry, b: BaselineEntry): number {
  return (
    compareText(a.path, b.path) ||
    compareText(a.rule, b.rule) ||
    compareText(a.object ?? '', b.object ?? '') ||
    compareText(a.fingerprint, b.fingerprint) ||
    rankOf(a.severity) - rankOf(b.severity)
  );
}

/** What tells an entry from all others. */
export function keyOfEntry({ fingerprint, path, severity }: Pick<BaselineEntry, 'fingerprint' | 'path' | 'severity'>): string {
  return JSON.stringify([fingerprint, path, severity]);
}

/** Entries in the order of the file, equal ones counted as one. */
export function joinEntries(entries: readonly BaselineEntry[]): readonly BaselineEntry[] {
  const joined = new Map<string, BaselineEntry>();
  for (const entry of entries) {
    const key = keyOfEntry(entry);
    joined.set(key, { ...entry, count: entry.count + (joined.get(key)?.count ?? 0) });
  }
  return [...joined.values()].sort(compareEntries);
}

export function countEntries(entries: readonly BaselineEntry[]): number {
  return entries.reduce((sum, { count }) => sum + count, 0);
}
