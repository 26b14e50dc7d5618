import type { RuleMeta } from '../rule/define-rule.ts';
import { Cursor } from '../yaml/cursor.ts';
import { parseSource } from '../yaml/parse-source.ts';
import type { YamlDocument } from '../yaml/source-file.ts';
import { Budgets } from './baseline-budgets.ts';
import { countEntries, joinEntries, nameObject, pathlessFingerprint, rankOf } from './baseline.ts';
import { withFindings } from './count-findings.ts';
import type { InputFile } from './input.ts';
import type { BaselineEntry, Notice, Report, ReportedFinding, ResourceName } from './report.ts';
import { levelOf, type Settings } from './settings.ts';

/** What is known of the run that a baseline is compared with. Paths are those of the baseline unless something else is said. */
export interface BaselineRun {
  /** The baseline as the user sees it. */
  readonly path: string;
  /** A path of the report as the baseline has it, and back. */
  readonly stored: (reported: string) => string;
  readonly shown: (stored: string) => string;
  /** What was linted, by its path in the report. */
  readonly files: readonly InputFile[];
  readonly isThere: (path: string) => boolean;
  /** Whether the run would have read the file, were it there. */
  readonly isAsked: (path: string) => boolean;
  /** True where the report holds only what a change touches: then the absence of a finding says nothing. */
  readonly narrowed: boolean;
  readonly settings: Settings;
  readonly rules: readonly RuleMeta[];
}

/** A report with what is known hidden, and what a baseline of this run holds. */
export interface Compared {
  readonly report: Report;
  readonly fresh: number;
  readonly gone: readonly BaselineEntry[];
  /** What `--update-baseline` writes: the findings of this run, and what it could not judge. */
  readonly next: readonly BaselineEntry[];
}

interface Candidate {
  readonly finding: ReportedFinding;
  readonly fingerprint: string;
  readonly path: string;
}

function namesObject(root: Cursor, { kind, name }: ResourceName): boolean {
  return root.get('kind').text === kind && root.get('metadata').get('name').text === name;
}

/** Whether a document may hold an object: what cannot be read may hold anything. */
function mayHold(document: YamlDocument, object: ResourceName): boolean {
  if (document.tree === undefined) return true;
  const root = Cursor.root(document);
  if (!root) return false;
  return (
    namesObject(root, object) ||
    root
      .get('items')
      .items()
      .some(item => namesObject(item, object))
  );
}

/** Compares the findings of a run with those that are known. */
class Comparison {
  readonly #run: BaselineRun;
  readonly #budgets: Budgets;
  readonly #files: ReadonlyMap<string, InputFile>;

  constructor(entries: readonly BaselineEntry[], run: BaselineRun) {
    this.#run = run;
    this.#budgets = new Budgets(entries);
    this.#files = new Map(run.files.map(file => [run.stored(file.path), file]));
  }

  /** The findings that are known. Of equal ones the last in order are new, and a finding is known as long as the one that it was. */
  findKnown(findings: readonly ReportedFinding[]): ReadonlySet<ReportedFinding> {
    const candidates = findings
      .map((finding): Candidate => ({ finding, fingerprint: pathlessFingerprint(finding), path: this.#run.stored(finding.location.file.path) }))
      .sort((a, b) => rankOf(b.finding.severity) - rankOf(a.finding.severity));
    const stayed = candidates.filter(({ finding, fingerprint, path }) => this.#budgets.take(fingerprint, finding.severity, entry => entry.path === path));
    const known = new Set(stayed);
    for (const candidate of candidates) {
      if (known.has(candidate)) continue;
      const { fingerprint, finding } = candidate;
      if (this.#budgets.take(fingerprint, finding.severity, entry => this.#hasMoved(entry, candidate))) known.add(candidate);
    }
    return new Set([...known].map(({ finding }) => finding));
  }

  /** What is left of the baseline: what this run would have found, and what it could not judge. */
  split(isComplete: boolean): { readonly gone: readonly BaselineEntry[]; readonly kept: readonly BaselineEntry[] } {
    const { left } = this.#budgets;
    if (!isComplete || this.#run.narrowed) return { gone: [], kept: left };
    const gone = left.filter(entry => this.#covers(entry) && this.#judges(entry));
    return { gone, kept: left.filter(entry => !gone.includes(entry)) };
  }

  /** Whether what an entry lists may stand in another file now: its file is gone, or holds the object no more. */
  #hasMoved(entry: BaselineEntry, { finding, path }: Candidate): boolean {
    const file = this.#files.get(entry.path);
    const isGone = !file && !this.#run.isThere(entry.path);
    // The text of a line says little: only a file that nothing is known of can be the one that was renamed.
    if (!finding.resource) return isGone && !this.#budgets.knows(path);
    return isGone || (file !== undefined && this.#hasLost(file, finding.resource));
  }

  #hasLost(file: InputFile, object: ResourceName): boolean {
    return object.name !== null && !parseSource(file.path, file.text).documents.some(document => mayHold(document, object));
  }

  #covers({ path }: BaselineEntry): boolean {
    return this.#files.has(path) || (!this.#run.isThere(path) && this.#run.isAsked(path));
  }

  /** A rule that this run does not know is gone; one that is off found nothing, and nobody knows what it would have found. */
  #judges({ rule, severity, path }: BaselineEntry): boolean {
    const { rules, settings, shown } = this.#run;
    const meta = rules.find(({ id }) => id === rule);
    return !meta || levelOf(meta, severity, settings, { path: shown(path), resource: undefined }) !== 'off';
  }
}

function entryOf(finding: ReportedFinding, { stored }: BaselineRun): BaselineEntry {
  const { rule, severity, resource, location } = finding;
  return {
    rule: rule.id,
    path: stored(location.file.path),
    object: resource && nameObject(resource),
    severity,
    count: 1,
    fingerprint: pathlessFingerprint(finding),
  };
}

function goneNotices(gone: readonly BaselineEntry[]): Notice[] {
  const count = countEntries(gone);
  const text = `${count === 1 ? '1 finding of the baseline is' : `${String(count)} findings of the baseline are`} gone: --update-baseline shrinks it`;
  return [...new Set(gone.map(({ path }) => path))].map(path => ({ path, text }));
}

const BY_BASELINE = { by: 'baseline', reason: null, location: null } as const;

/** Hides what a baseline lists. What is hidden already, and rules that are locked, are none of its business. */
export function compareWithBaseline(report: Report, entries: readonly BaselineEntry[], run: BaselineRun): Compared {
  const { locks } = run.settings;
  const own = report.findings.filter(({ suppressed, rule }) => !suppressed && !locks.has(rule.id) && rule.subject !== 'configuration');
  const comparison = new Comparison(
    entries.filter(entry => !locks.has(entry.rule)),
    run,
  );
  const known = comparison.findKnown(own);
  const { gone, kept } = comparison.split(report.incomplete.length === 0);
  const shown = gone.map(entry => ({ ...entry, path: run.shown(entry.path) }));
  const hidden = report.findings.map(finding => (known.has(finding) ? { ...finding, suppressed: BY_BASELINE } : finding));
  return {
    report: {
      ...withFindings(report, hidden),
      notices: [...report.notices, ...goneNotices(shown)],
      baseline: { path: run.path, known: known.size, gone: shown },
    },
    fresh: own.length - known.size,
    gone,
    next: joinEntries([...own.map(finding => entryOf(finding, run)), ...kept]),
  };
}

/** The report of a run whose findings were just written into the baseline: all that it can hide is known. */
export function withWrittenBaseline(report: Report, written: readonly BaselineEntry[], run: BaselineRun, said: string): Report {
  const { report: hidden } = compareWithBaseline(report, written, run);
  return { ...hidden, notices: [...report.notices, { path: run.path, text: said }] };
}
