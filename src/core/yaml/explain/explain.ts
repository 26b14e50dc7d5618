import { MAX_DEPTH } from '../compose.ts';
import { explainComma, explainEscape, explainTrailingText, explainUnclosed } from './enclosures.ts';
import { failedLine, contentSpan, type Explanation, type Failure } from './failure.ts';
import { explainDash, explainIndentation, explainMixture } from './indentation.ts';
import { explainMissingColon } from './lines.ts';
import { explainTab } from './tabs.ts';
import { explainColonInValue, explainFlowStart, explainValueStart } from './values.ts';

/** What the parser itself says with certainty. */
function explainText({ text, at, reason }: Failure): Explanation | undefined {
  const span = { start: at, end: at + 1 };
  if (reason.startsWith('null byte')) return { cause: 'a NUL byte stands here', help: 'save the file as text, or leave it out', span };
  if (reason.startsWith('nesting exceeded')) return { cause: `the value is nested deeper than ${MAX_DEPTH} levels`, help: 'flatten the value', span };
  if (!reason.includes('non-printable') && reason !== 'expected valid JSON character') return undefined;
  const code = (text.codePointAt(at) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return { cause: `the control character U+${code} stands here`, help: 'delete it, or write it as an escape in double quotes', span };
}

/** Lines that a merge of two branches left behind. */
function explainConflict({ text, at }: Failure): Explanation | undefined {
  const conflict = /^(?:<{7}|={7}|>{7})(?: .*)?$/m.exec(text);
  if (!conflict || conflict.index > at) return undefined;
  const span = { start: conflict.index, end: conflict.index + conflict[0].length };
  return { cause: 'a conflict of two branches is not resolved here', help: 'resolve the conflict and delete its markers', span };
}

/** From the most certain to the vaguest: the first that knows the cause gives it. */
const EXPLAINERS: readonly ((failure: Failure) => Explanation | undefined)[] = [
  explainText,
  explainConflict,
  explainTab,
  explainEscape,
  explainUnclosed,
  explainTrailingText,
  explainFlowStart,
  explainComma,
  explainValueStart,
  explainColonInValue,
  explainDash,
  explainMixture,
  explainMissingColon,
  explainIndentation,
];

/** A second parser's word on a document: where it found the first error, and what is wrong there. */
export interface Opinion {
  readonly at: number;
  readonly cause: string;
}

/** Reads a document with another parser; asked only where the first one failed and the text itself shows no known cause. */
export type SecondOpinion = (text: string) => Opinion | undefined;

/** Why a document does not parse, in words that name the true cause. */
export function explainFailure(failure: Failure, ask: SecondOpinion | undefined): Explanation {
  for (const explain of EXPLAINERS) {
    const found = explain(failure);
    if (found) return found;
  }
  const help = 'correct the form of this line';
  const opinion = ask?.(failure.text);
  if (opinion) return { cause: opinion.cause, help, span: { start: opinion.at, end: opinion.at + 1 } };
  return { cause: 'this line does not have the form of YAML', help, span: contentSpan(failedLine(failure)) };
}
