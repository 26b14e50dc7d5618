import type { Resource } from '../../model/resource.ts';
import { valueOf } from '../../yaml/field.ts';
import type { SyntaxProblem } from '../../yaml/problem.ts';
import type { Review } from './review.ts';

/** `Service`, `Deployment.apps`: how the server names a kind. */
function qualifiedKind({ kind, group }: Resource): string {
  return group === '' ? kind : `${kind}.${group}`;
}

/** The causes that the server lists, each as one sentence. */
export function sentencesOf({ told }: Review): readonly string[] {
  return told.map(({ field, message }) => (field === '' ? message : `${field}: ${message}`));
}

function lineOf({ resource }: Review, { span }: SyntaxProblem): number {
  return resource.document.file.lines.position(span.start).line;
}

/** The whole message of a refusal, as the server sends it: `Service "web" is invalid: …`; undefined where nothing is refused. */
export function messageOf(review: Review): string | undefined {
  const { resource, code, unread } = review;
  if (unread) return `error converting YAML to JSON: yaml: line ${String(lineOf(review, unread))}: ${unread.cause}`;
  const sentences = sentencesOf(review);
  const [only = ''] = sentences;
  if (sentences.length === 0) return undefined;
  if (code === 404 || code === 405) return only;
  if (code === 400) {
    const strict = review.told.every(({ reason }) => reason !== 'decode') ? 'strict decoding error: ' : '';
    const said = review.told.map(({ message }) => message).join(', ');
    return `${resource.kind} in version "${resource.version}" cannot be handled as a ${resource.kind}: ${strict}${said}`;
  }
  return `${qualifiedKind(resource)} "${valueOf(resource.name) ?? ''}" is invalid: ${sentences.length === 1 ? only : `[${sentences.join(', ')}]`}`;
}
