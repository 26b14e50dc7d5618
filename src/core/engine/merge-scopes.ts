import type { ReportedFinding } from './report.ts';
import type { RawFinding } from './run-rules.ts';

/** One finding for both, in the words of the first scope by name; of several objects in one scope their number is told. */
function join(one: ReportedFinding, other: ReportedFinding): ReportedFinding {
  const isOther = one.scopes.includes(other.scopes[0] ?? '') && JSON.stringify(one.resource) !== JSON.stringify(other.resource);
  const first = (other.scopes[0] ?? '') < (one.scopes[0] ?? '') ? other : one;
  const scopes = [...new Set([...one.scopes, ...other.scopes])].sort();
  return { ...first, scopes, ...(one.objects !== undefined && { objects: one.objects }), ...(isOther && { objects: (one.objects ?? 1) + 1 }) };
}

/** Whether two findings rest on the same places, apart from what their scopes change on the way. */
function placesOf({ location, related }: ReportedFinding): string {
  return [location, ...related.map(end => end.location)].map(({ file, span }) => `${file.path}:${String(span.start)}`).join(' ');
}

/**
 * Findings that several scopes have at the same places are one: overlays give one object several names, and what a reader has to change
 * stands once. So are all that the API server says against one value.
 */
export class MergedFindings {
  readonly #merged = new Map<string, ReportedFinding>();
  readonly #counts = new Map<string, number>();

  /** `raw` tells whether the finding is of something rendered, whose names differ from scope to scope. */
  add(finding: ReportedFinding, { finding: { at, related = [] } }: RawFinding): void {
    const key = [finding.rule.id, finding.variant, finding.location.file.path, finding.location.span.start].join('\u0000');
    const same = finding.related.filter((_, i) => related[i] && related[i].isOfScope !== true);
    const own = at.origin ? this.#rendered(key, { ...finding, related: same }) : `${key}\u0000${finding.message}`;
    const first = this.#merged.get(own);
    this.#merged.set(own, first ? join(first, finding) : finding);
  }

  get all(): ReportedFinding[] {
    return [...this.#merged.values()];
  }

  /** The second finding of one object at one place is another one than the first; other objects are the same thing made several times. */
  #rendered(key: string, finding: ReportedFinding): string {
    const inObject = JSON.stringify([finding.scopes, finding.resource, key, placesOf(finding)]);
    const count = (this.#counts.get(inObject) ?? 0) + 1;
    this.#counts.set(inObject, count);
    return `${key}\u0000${placesOf(finding)}\u0000${String(count)}`;
  }
}
