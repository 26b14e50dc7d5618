import { applyEdits, type TextEdit } from '../../text/edit.ts';
import type { InputFile } from '../input.ts';
import type { Fixed, Incomplete, Notice, Report } from '../report.ts';
import { chooseFixes, editOf, pathsOf, type AllowedFixes, type ChosenFix } from './choose-fixes.ts';
import { findHarm, findTextHarm, type Harm, type Linted } from './judge-fixes.ts';

export interface FixOptions {
  readonly allowed: AllowedFixes;
  /** Why a file cannot be changed, as a clause in which "it" is the file; asked once for each file that has something to fix. */
  readonly explainClosed?: ((path: string) => string | undefined) | undefined;
}

/** What fixing came to. */
export interface FixOutcome {
  /** The texts as they are now, in their order. */
  readonly files: readonly InputFile[];
  /** Paths of those that changed. */
  readonly changed: readonly string[];
  /** Whether nothing is left to be done; false where the rounds were not enough or fixes went in a circle. */
  readonly isSettled: boolean;
  /** Fixes that were not made, and why. */
  readonly told: readonly Notice[];
  /** Files that could not be fixed as they cannot be written. */
  readonly closed: readonly Incomplete[];
  /** What is left in the texts, with what is told of the fixes. */
  readonly report: Report;
  /** What was found before. */
  readonly before: Report;
}

interface Trial {
  readonly chosen: readonly ChosenFix[];
  /** False where some of what could be made waits, because it may do harm. */
  readonly isWhole: boolean;
  readonly files: readonly InputFile[];
}

/** Rounds after which fixes that always find something to do are left alone. */
export const MOST_ROUNDS = 10;

const MOST_TRIALS = 200;

/** A finding is told from others by its fingerprint, which survives the fixes of other ones. */
function keyOf({ finding, fix }: ChosenFix): string {
  return `${finding.fingerprint}\u0000${fix.title}`;
}

function applyChosen(files: readonly InputFile[], chosen: readonly ChosenFix[]): readonly InputFile[] {
  const byPath = new Map<string, TextEdit[]>();
  for (const edit of chosen.flatMap(({ fix }) => fix.edits)) {
    const { path } = edit.location.file;
    const edits = byPath.get(path);
    if (edits) edits.push(editOf(edit));
    else byPath.set(path, [editOf(edit)]);
  }
  return files.map(file => {
    const edits = byPath.get(file.path);
    return edits ? { path: file.path, text: applyEdits(file.text, edits) } : file;
  });
}

function ruleIds(chosen: readonly ChosenFix[]): string[] {
  return [...new Set(chosen.map(({ finding }) => finding.rule.id))].sort();
}

/**
 * Makes fixes round by round. It lints nothing itself: `next` takes what was found in the texts that it gave last (at first in those that
 * it was made with) and gives the texts to lint next, or undefined when all is done. So the same engine serves callers that wait and that do not.
 */
export class Fixing {
  readonly #first: readonly InputFile[];
  readonly #options: FixOptions;
  /** The texts and findings that hold; undefined before the first lint. */
  #start: Linted | undefined;
  #now: Linted | undefined;
  #trial: Trial | undefined;
  /** What was applied in each round that holds, and the states before them. */
  #rounds: ChosenFix[][] = [];
  #states: string[] = [];
  #wholeRounds = 0;
  #trials = 0;
  #isSettled = true;
  readonly #barred = new Set<string>();
  readonly #closed = new Map<string, string | undefined>();
  readonly #notices: Notice[] = [];

  constructor(files: readonly InputFile[], options: FixOptions) {
    this.#first = files;
    this.#options = options;
  }

  next(report: Report): readonly InputFile[] | undefined {
    if (!this.#now || !this.#start) this.#start = this.#now = { files: this.#first, report };
    let suspects: readonly ChosenFix[] | undefined;
    if (this.#trial) {
      const tried = { files: this.#trial.files, report };
      const harm = findHarm(this.#now, tried);
      if (harm) suspects = this.#without(this.#trial.chosen, harm);
      else this.#accept(this.#trial, tried);
      this.#trial = undefined;
    }
    this.#trial = this.#plan(suspects);
    return this.#trial?.files;
  }

  get outcome(): FixOutcome {
    if (!this.#now || !this.#start) throw new Error('nothing was linted');
    const { files, report } = this.#now;
    const changed = files.flatMap(({ path, text }, index) => (text === this.#first[index]?.text ? [] : [path])).sort();
    const fixed: Fixed = { findings: changed.length === 0 ? 0 : this.#rounds.flat().length, files: changed };
    const closed = [...this.#closed].flatMap(([path, reason]): Incomplete[] => (reason === undefined ? [] : [{ path, reason, undone: 'fixed' }]));
    return {
      files,
      changed,
      isSettled: this.#isSettled,
      before: this.#start.report,
      told: this.#notices,
      closed,
      report: { ...report, incomplete: [...report.incomplete, ...closed], notices: [...report.notices, ...this.#notices], fixed },
    };
  }

  /** The next texts to lint: with the given fixes, or with all that can be made now. */
  #plan(given: readonly ChosenFix[] | undefined): Trial | undefined {
    let chosen = given;
    while (this.#now) {
      const isWhole = chosen === undefined;
      chosen ??= this.#choose(this.#now.report);
      if (chosen.length === 0) return undefined;
      // What is tried apart is no round of its own, but does not go on without end either.
      if (this.#wholeRounds >= MOST_ROUNDS || ++this.#trials > MOST_TRIALS) {
        this.#isSettled = false;
        this.#tell(chosen, `fixes were still to be made after ${String(MOST_ROUNDS)} rounds`);
        return undefined;
      }
      const files = applyChosen(this.#now.files, chosen);
      const harm = findTextHarm(this.#now.files, files);
      if (harm) chosen = this.#without(chosen, harm);
      else if (!this.#endsCycle(files, chosen)) return { chosen, isWhole, files };
      else chosen = undefined;
    }
    return undefined;
  }

  #choose(report: Report): ChosenFix[] {
    return chooseFixes(report.findings, this.#options.allowed, chosen => this.#barred.has(keyOf(chosen)) || pathsOf(chosen).some(path => this.#isClosed(path)));
  }

  #isClosed(path: string): boolean {
    if (!this.#closed.has(path)) {
      const isInput = this.#first.some(file => file.path === path);
      this.#closed.set(path, isInput ? this.#options.explainClosed?.(path) : 'it is not part of the input');
    }
    return this.#closed.get(path) !== undefined;
  }

  #accept({ chosen, isWhole }: Trial, tried: Linted): void {
    if (isWhole) this.#wholeRounds++;
    this.#rounds.push([...chosen]);
    this.#states.push(this.#stateOf(this.#now?.files ?? this.#first));
    this.#now = tried;
  }

  /** What of a round can still be tried: without the one that did harm, or, while that is not known, with half of those that may have. */
  #without(chosen: readonly ChosenFix[], { reason, paths }: Harm): readonly ChosenFix[] | undefined {
    const near = chosen.filter(each => pathsOf(each).some(path => paths.includes(path)));
    const suspects = near.length > 0 ? near : chosen;
    const innocent = chosen.filter(each => !suspects.includes(each));
    const [only] = suspects;
    if (only && suspects.length === 1) {
      this.#bar(suspects);
      this.#tell(suspects, `a fix of ${only.finding.rule.id} was not made: ${reason}`);
      return innocent.length > 0 ? innocent : undefined;
    }
    return [...innocent, ...suspects.slice(0, Math.ceil(suspects.length / 2))];
  }

  /** Fixes that lead back to texts that were there before undo each other: all starts again without them. */
  #endsCycle(files: readonly InputFile[], chosen: readonly ChosenFix[]): boolean {
    const from = this.#states.indexOf(this.#stateOf(files));
    if (from === -1 && this.#stateOf(files) !== this.#stateOf(this.#now?.files ?? this.#first)) return false;
    const circle = [...(from === -1 ? [] : this.#rounds.slice(from).flat()), ...chosen];
    const ids = ruleIds(circle);
    this.#bar(circle);
    const [id = ''] = ids;
    this.#tell(
      circle,
      ids.length > 1
        ? `fixes of ${ids.slice(0, -1).join(', ')} and ${ids.at(-1) ?? ''} undo each other and were not made`
        : `fixes of ${id} undo each other and were not made`,
    );
    this.#isSettled = false;
    this.#now = this.#start;
    this.#rounds = [];
    this.#states = [];
    this.#wholeRounds = 0;
    return true;
  }

  #bar(chosen: readonly ChosenFix[]): void {
    for (const each of chosen) this.#barred.add(keyOf(each));
  }

  #tell(chosen: readonly ChosenFix[], text: string): void {
    for (const path of new Set(chosen.flatMap(pathsOf))) this.#notices.push({ path, text });
  }

  /** The texts that differ from those at the start. */
  #stateOf(files: readonly InputFile[]): string {
    return JSON.stringify(files.filter(({ text }, index) => text !== this.#first[index]?.text).map(({ path, text }) => [path, text]));
  }
}

/** Fixes texts with a lint that answers at once. */
export function fixFiles(files: readonly InputFile[], lint: (files: readonly InputFile[]) => Report, options: FixOptions): FixOutcome {
  const fixing = new Fixing(files, options);
  for (let texts: readonly InputFile[] | undefined = files; texts;) texts = fixing.next(lint(texts));
  return fixing.outcome;
}

/** Fixes texts with a lint that has to be waited for. */
export async function fixFilesLater(
  files: readonly InputFile[],
  lint: (files: readonly InputFile[]) => Promise<Report>,
  options: FixOptions,
): Promise<FixOutcome> {
  const fixing = new Fixing(files, options);
  for (let texts: readonly InputFile[] | undefined = files; texts;) texts = fixing.next(await lint(texts));
  return fixing.outcome;
}
