import type { Cause } from '../predict/admission/cause.ts';
import type { Review } from '../predict/admission/review.ts';
import { messageOf } from '../predict/admission/status-message.ts';
import type { Ownership } from '../rule/ownership.ts';
import { valueOf } from '../yaml/field.ts';
import { maskAt } from './mask.ts';
import type { PlainValue } from './yaml.ts';

/** Reasons of a Status by its code. */
const REASONS: Readonly<Record<number, string>> = { 400: 'BadRequest', 404: 'NotFound', 405: 'MethodNotAllowed', 422: 'Invalid' };

function causeValue({ reason, field, message, check, at }: Cause, ownership: Ownership): PlainValue {
  const { line, column } = at.file.lines.position(at.span.start);
  return { reason, field: field && maskAt(field, [at]), message: maskAt(message, [at]), check, rule: ownership.ownerOf(check) ?? null, line, column };
}

function objectValue(review: Review, ownership: Ownership): PlainValue {
  const { resource, verdict, code, told, toldWarnings, unread } = review;
  const { file, span } = resource.body.at;
  const message = messageOf(review);
  const places = told.map(({ at }) => at);
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
    message: message === undefined ? null : maskAt(message, places),
    causes: told.map(cause => causeValue(cause, ownership)),
    warnings: toldWarnings.map(warning => maskAt(warning.message, [warning.at])),
  };
}

/** The contract of design §9.3. */
export function admitValue(reviews: readonly Review[], ownership: Ownership): PlainValue {
  return { version: 1, objects: reviews.map(review => objectValue(review, ownership)) };
}
