import { readResource, type Resource } from '../../src/core/model/resource.ts';
import { readDocument } from '../../src/core/model/read-documents.ts';
import type { Cause } from '../../src/core/predict/admission/cause.ts';
import { FURTHER_VALIDATORS } from '../../src/core/predict/admission/further-validators.ts';
import { createCel } from '../../src/core/predict/cel/create-cel.ts';
import { reviewResource, type Review } from '../../src/core/predict/admission/review.ts';
import { messageOf } from '../../src/core/predict/admission/status-message.ts';
import type { Kinds } from '../../src/core/schema/kinds.ts';
import { DEFAULT_TARGET } from '../../src/core/engine/settings.ts';
import type { Target } from '../../src/core/model/cluster.ts';
import { Cursor } from '../../src/core/yaml/cursor.ts';
import { parseSource } from '../../src/core/yaml/parse-source.ts';

/** One line of a recording: what an API server answered to a manifest. */
export interface AdmissionCase {
  readonly id: string;
  readonly kind: string;
  readonly mutation: string;
  readonly yaml: string;
  readonly verdict: 'accept' | 'refuse' | 'decode' | 'unknown-kind' | 'yaml';
  readonly causes: readonly { readonly reason: string; readonly field: string; readonly message: string }[];
  readonly message?: string;
  readonly warnings: readonly string[];
  /** The verdict rests on what existed in the recorded cluster. */
  readonly state?: boolean;
}

/** Reads a line of a recording. */
export function readCase(line: string): AdmissionCase {
  return JSON.parse(line) as AdmissionCase;
}

export const ENGINES = { cel: createCel(), validators: FURTHER_VALIDATORS };

/** The recorded server. */
export const RECORDED_TARGET: Target = { ...DEFAULT_TARGET, minors: [36], serviceCidrs: ['10.96.0.0/12', 'fd00:10:96::/112'] };

export interface Deviation {
  readonly id: string;
  readonly what: 'verdict' | 'causes' | 'messages' | 'warnings';
  readonly recorded: string;
  readonly predicted: string;
}

const VERDICTS: Readonly<Record<number, AdmissionCase['verdict']>> = { 201: 'accept', 400: 'decode', 404: 'unknown-kind', 405: 'refuse', 422: 'refuse' };

type Answer = Pick<AdmissionCase, 'verdict' | 'causes' | 'warnings'> & { readonly unknown: boolean; readonly message?: string | undefined };

function readObject(yaml: string): Resource | undefined {
  const [document] = parseSource('case.yaml', yaml).documents;
  const root = document && Cursor.root(document);
  return document && root ? (readDocument(document).resources[0] ?? readResource(root)) : undefined;
}

function isYaml(yaml: string): boolean {
  return parseSource('case.yaml', yaml).documents.every(document => document.problems.length === 0);
}

function answerOf(review: Review): Answer {
  // What is said of a kind as a whole has no field, and the recording has no causes of it.
  const told = review.code === 404 || review.code === 405 ? [] : review.told;
  const causes = told.map(({ reason, field, message }: Cause) => ({ reason, field, message }));
  const verdict = review.unread ? 'yaml' : (VERDICTS[review.code] ?? 'accept');
  const warnings = review.toldWarnings.map(({ message }) => message);
  const unknown = review.verdict === 'unknown';
  return { verdict, causes, warnings, unknown, ...(told === review.told ? {} : { message: messageOf(review) }) };
}

/** The review of the object of a case; undefined where the text holds none. */
export function reviewCase(yaml: string, kinds: Kinds): Review | undefined {
  const resource = readObject(yaml);
  return resource && reviewResource(resource, kinds, RECORDED_TARGET, ENGINES);
}

export function predict(yaml: string, kinds: Kinds): Answer {
  const review = reviewCase(yaml, kinds);
  if (review) return answerOf(review);
  return { verdict: isYaml(yaml) ? 'unknown-kind' : 'yaml', causes: [], warnings: [], unknown: false };
}

const keysOf = (causes: AdmissionCase['causes']): string => [...new Set(causes.map(({ reason, field }) => `${reason} ${field}`))].sort().join('\n');

/** Values that the server dumps differ in form: only what stands outside of braces is compared. */
const withoutDumps = (text: string): string => text.replace(/(?:map\[|\{|[a-z]+\.\w+\{|\[\{).*(?:\}|\])/s, '<dump>');

const sentencesOf = (causes: AdmissionCase['causes']): string =>
  [...new Set(causes.map(({ field, message }) => `${field}: ${withoutDumps(message)}`))].sort().join('\n');

/** How a prediction differs from its recording. What follows from another difference is not told again. */
export function compare(recorded: AdmissionCase, predicted: Answer): Deviation[] {
  const { id } = recorded;
  const found: Deviation[] = [];
  const note = (what: Deviation['what'], theirs: string, ours: string): boolean => {
    if (theirs !== ours) found.push({ id, what, recorded: theirs, predicted: ours });
    return theirs !== ours;
  };
  const detail = (answer: Pick<Answer, 'verdict' | 'causes'>): string => [answer.verdict, sentencesOf(answer.causes)].join(' ').trim();
  if (recorded.verdict !== predicted.verdict || predicted.unknown) {
    note('verdict', detail(recorded), predicted.unknown ? 'unknown' : detail(predicted));
    return found;
  }
  if (!note('causes', keysOf(recorded.causes), keysOf(predicted.causes))) note('messages', sentencesOf(recorded.causes), sentencesOf(predicted.causes));
  if (predicted.message !== undefined) note('messages', recorded.message ?? '', predicted.message);
  note('warnings', [...recorded.warnings].sort().join('\n'), [...predicted.warnings].sort().join('\n'));
  return found;
}
