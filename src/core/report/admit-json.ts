import type { Cause } from '../predict/admission/cause.ts';
import type { Review } from '../predict/admission/review.ts';
import { messageOf } from '../predict/admission/status-message.ts';
import type { Ownership } from '../rule/ownership.ts';
import { valueOf } from '../yaml/field.ts';
import type { PlainValue } from './yaml.ts';

/** Reasons of a Status by its code. */
const REASONS: Readonly<Record<number, string>> = { 400: 'BadRequest', 404: 'NotFound', 405: 'MethodNotAllowed', 422: 'Invalid' };

function causeValue({ reason, field, message, check, at }: Cause, ownership: Ownership): PlainValue {
  const { line, column } = at.file.lines.position(at.span.start);
  return { reason, field, message, check, rule: ownership.ownerOf(check) ?? null, line, column };
}

function objectValue(review: Review, ownership: Ownership): PlainValue {
  const { resource, verdict, code, told, toldWarnings, unread } = review;
  const { file, span } = resource.body.at;
  const isRefused = told.length > 0 || unread !== undefined;
  return {
    apiVersion: resource.apiVersion,
    kind: resource.kind,
    namespace: valueOf(resource.namespace) ?? null,
    name: valueOf(resource.name) ?? null,
    path: file.path,
    line: file.lines.position(span.start).line,
    verdict,
    code: verdict === 'accept' || isRefused ? code : null,
    reason: (isRefused ? REASONS[code] : undefined) ?? null,
    message: messageOf(review) ?? null,
    causes: told.map(cause => causeValue(cause, ownership)),
    warnings: toldWarnings.map(({ message }) => message),
  };
}

/** The contract of design §9.3. */
export function admitValue(reviews: readonly Review[], ownership: Ownership): PlainValue {
  return { version: 1, objects: reviews.map(review => objectValue(review, ownership)) };
}
