import { editsOverlap, editsTouch, isSameEdit, type TextEdit } from '../../text/edit.ts';
import { commentsOf } from '../../yaml/comments.ts';
import type { ReportedEdit, ReportedFinding, ReportedFix } from '../report.ts';

/** What the flags allow: safe fixes, or the guesses too. */
export type AllowedFixes = 'safe' | 'unsafe';

/** A fix to be made, with the finding that it is of. */
export interface ChosenFix {
  readonly finding: ReportedFinding;
  readonly fix: ReportedFix;
}

/** The fix of a finding that is made: the first one that is allowed. */
export function fixOf({ fixes, suppressed }: ReportedFinding, allowed: AllowedFixes): ReportedFix | undefined {
  return suppressed ? undefined : fixes.find(({ safety }) => safety === 'safe' || allowed === 'unsafe');
}

export function pathsOf({ fix }: ChosenFix): readonly string[] {
  return [...new Set(fix.edits.map(edit => edit.location.file.path))];
}

export function editOf({ location, newText }: ReportedEdit): TextEdit {
  return { span: location.span, newText };
}

/** Whether edits of a fix contradict each other. */
function isTangled({ edits }: ReportedFix): boolean {
  return edits.some((edit, index) =>
    edits.some(
      (other, place) =>
        place < index &&
        other.location.file === edit.location.file &&
        editsOverlap(editOf(other), editOf(edit)) &&
        !isInsertionAtStart(other, edit) &&
        !isInsertionAtStart(edit, other),
    ),
  );
}

/** Text that comes before a place is no contradiction to what becomes of the place. */
function isInsertionAtStart(a: ReportedEdit, b: ReportedEdit): boolean {
  const [inserted, other] = [a.location.span, b.location.span];
  return inserted.start === inserted.end && inserted.start === other.start && other.end > other.start;
}

/** Whether a comment stands in what is replaced and not in what replaces it. Removing a suppression is what its fixes are for. */
function losesComment({ rule }: ReportedFinding, { edits }: ReportedFix): boolean {
  if (rule.subject === 'suppression') return false;
  const written = edits.map(edit => edit.newText).join('\n');
  return edits.some(({ location: { file, span } }) => {
    if (!file.text.slice(span.start, span.end).includes('#')) return false;
    const inside = commentsOf(file).filter(comment => comment.span.start < span.end && span.start < comment.span.end);
    return inside.some(comment => !written.includes(file.text.slice(comment.span.start, comment.span.end)));
  });
}

/** The edits that are taken already, by file. */
class TakenEdits {
  readonly #byPath = new Map<string, TextEdit[]>();

  /** Takes all edits of a fix, or none where one of them meets another fix. */
  take(edits: readonly ReportedEdit[]): boolean {
    if (edits.some(edit => this.#meets(edit))) return false;
    for (const edit of edits) this.#of(edit).push(editOf(edit));
    return true;
  }

  #meets(edit: ReportedEdit): boolean {
    const own = editOf(edit);
    return this.#of(edit).some(other => !isSameEdit(own, other) && editsTouch(own, other));
  }

  #of({ location: { file } }: ReportedEdit): TextEdit[] {
    const edits = this.#byPath.get(file.path) ?? [];
    this.#byPath.set(file.path, edits);
    return edits;
  }
}

/** Why a fix can never be made: a clause in which "it" is the fix. */
export function explainUnusable({ finding, fix }: ChosenFix): string | undefined {
  if (fix.edits.length === 0) return 'it edits nothing';
  if (isTangled(fix)) return 'its edits contradict each other';
  return losesComment(finding, fix) ? 'it loses a comment' : undefined;
}

/** Fixes that can be made at once, in the order of the report: where two meet, the first one wins. `isBarred` leaves some out. */
export function chooseFixes(findings: readonly ReportedFinding[], allowed: AllowedFixes, isBarred: (chosen: ChosenFix) => boolean = () => false): ChosenFix[] {
  const taken = new TakenEdits();
  return findings.flatMap(finding => {
    const fix = fixOf(finding, allowed);
    const chosen = fix && { finding, fix };
    return chosen && explainUnusable(chosen) === undefined && !isBarred(chosen) && taken.take(fix.edits) ? [chosen] : [];
  });
}
