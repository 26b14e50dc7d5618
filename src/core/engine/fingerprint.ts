import { hashText } from '../yaml/element-step.ts';
import type { Place } from '../yaml/place.ts';
import type { ResourceName } from './report.ts';

interface Identity {
  readonly rule: string;
  readonly variant: string;
  readonly resource: ResourceName | null;
  readonly at: Place;
}

function subjectOf({ resource, at }: Identity): string {
  if (resource) return [resource.apiVersion.split('/')[0], resource.kind, resource.namespace, resource.name, at.path].join('\u0000');
  const line = at.file.lines.lineText(at.file.lines.position(at.span.start).line);
  return [at.file.path, hashText(line.trim())].join('\u0000');
}

/** Stable name of a finding: no line, no wording. A finding without an object is told by its file and the text of its line. */
export function fingerprintOf(identity: Identity): string {
  const subject = subjectOf(identity);
  return hashText(`${identity.rule}\u0000${identity.variant}\u0000${subject}`) + hashText(`${subject}\u0000${identity.variant}\u0000${identity.rule}`);
}
