import type { Cause, Warning } from '../predict/admission/cause.ts';
import type { Review } from '../predict/admission/review.ts';
import { messageOf, sentencesOf } from '../predict/admission/status-message.ts';
import { renderMinors } from '../text/minors.ts';
import { valueOf } from '../yaml/field.ts';
import { SpanPlace, type Place } from '../yaml/place.ts';
import type { SyntaxProblem } from '../yaml/problem.ts';
import { escapeUnseen } from './escape.ts';
import { maskAt } from './mask.ts';

function renderPlace({ file, span }: Place): string {
  const { line, column } = file.lines.position(span.start);
  return `  --> ${escapeUnseen(file.path)}:${String(line)}:${String(column)}`;
}

/** The minors that say it, where not all of the target do. */
function renderVersions({ minors }: Cause | Warning, target: readonly number[]): string {
  return minors.length === target.length ? '' : ` (Kubernetes ${renderMinors(minors)})`;
}

/** `deployment.apps/web`, as kubectl prints what it has applied. */
function renderObject({ resource: { kind, group, name } }: Review): string {
  return `${[kind.toLowerCase(), ...(group === '' ? [] : [group])].join('.')}/${valueOf(name) ?? '(unknown)'}`;
}

function renderWarning(warning: Warning, target: readonly number[]): string[] {
  return [`Warning: ${escapeUnseen(warning.message)}${renderVersions(warning, target)}`, renderPlace(warning.at)];
}

function renderInvalid(review: Review, target: readonly number[]): string[] {
  const { resource, told } = review;
  const sentences = sentencesOf(review).map((sentence, i) => `${escapeUnseen(sentence)}${told[i] ? renderVersions(told[i], target) : ''}`);
  const head = `The ${resource.kind} "${escapeUnseen(valueOf(resource.name) ?? '')}" is invalid:`;
  const places = told.map(({ at }) => renderPlace(at));
  if (sentences.length === 1) return [`${head} ${sentences[0] ?? ''}`, ...places];
  return [head, ...sentences.flatMap((sentence, i) => [`* ${sentence}`, places[i] ?? ''])];
}

function renderRefusal(review: Review, target: readonly number[]): string[] {
  const { resource, code, told } = review;
  const [first] = told;
  const message = escapeUnseen(messageOf(review) ?? '');
  const file = escapeUnseen(resource.body.at.file.path);
  if (code === 422) return renderInvalid(review, target);
  const versions = first ? renderVersions(first, target) : '';
  const places = told.map(({ at }) => renderPlace(at));
  if (code === 400) return [`Error from server (BadRequest): error when creating "${file}": ${message}${versions}`, ...places];
  const [name, namespace] = [resource.name, resource.namespace].map(field => escapeUnseen(valueOf(field) ?? ''));
  const mapping = `error: resource mapping not found for name: "${name ?? ''}" namespace: "${namespace ?? ''}" from "${file}"`;
  return [`${mapping}: ${message}${versions}`, 'ensure CRDs are installed first', ...places];
}

/** What kubectl says of a text that it cannot read. */
function renderUnread(review: Review, { span }: SyntaxProblem): string[] {
  const { document } = review.resource;
  const file = escapeUnseen(document.file.path);
  return [`error: error parsing ${file}: ${escapeUnseen(messageOf(review) ?? '')}`, renderPlace(new SpanPlace(document, span))];
}

function renderReview(review: Review, target: readonly number[]): string[] {
  const { verdict, told, toldWarnings, unread } = review;
  if (unread) return renderUnread(review, unread);
  const object = escapeUnseen(renderObject(review));
  const accepted = verdict === 'accept' ? [`${object} created (server dry run)`] : [];
  const undecided =
    verdict === 'unknown' && told.length === 0 ? [`${object} undecided: it holds values that are not known`, renderPlace(review.resource.body.at)] : [];
  const said = toldWarnings.flatMap(warning => renderWarning(warning, target));
  const lines = [...said, ...(told.length > 0 ? renderRefusal(review, target) : []), ...accepted, ...undecided];
  const places = [...told, ...toldWarnings].map(({ at }) => at);
  return lines.map(line => maskAt(line, places));
}

/** What `kubectl apply --dry-run=server` would print, each refusal with its places. */
export function renderAdmit(reviews: readonly Review[], target: readonly number[]): string {
  if (reviews.length === 0) return 'No objects found\n';
  return reviews
    .flatMap(review => renderReview(review, target))
    .map(line => `${line}\n`)
    .join('');
}
