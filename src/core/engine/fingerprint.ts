import { digest } from '../text/digest.ts';
import type { Place } from '../yaml/place.ts';
import type { ResourceName } from './report.ts';

interface Identity {
  readonly rule: string;
  readonly variant: string;
  readonly resource: ResourceName | null;
  readonly at: Place;
  /** How the repository calls the file, from wherever it was linted. */
  readonly path: string;
}

/** 128 bits: no two findings share it by chance, and it still fits a line of a baseline. */
const DIGITS = 32;

function groupOf(apiVersion: string): string {
  return apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
}

/** The object and the field; without an object the file and the text of the line, however it is indented. */
function subjectOf({ resource, at, path }: Identity): readonly (string | null)[] {
  if (resource) return [groupOf(resource.apiVersion), resource.kind, resource.namespace, resource.name, at.path];
  const { lines } = at.file;
  return [path, lines.lineText(lines.position(at.span.start).line).trim()];
}

/** Stable name of a finding: no line, no wording, no version of the API (design §4.5). */
export function fingerprintOf(identity: Identity): string {
  return digest(JSON.stringify([identity.rule, identity.variant, ...subjectOf(identity)])).slice(0, DIGITS);
}
