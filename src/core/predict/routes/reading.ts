import type { PathReading } from '../../model/ingress-controller.ts';
import { annotationOf, type Ingress, type IngressPath } from '../../model/ingress.ts';
import { valueOf } from '../../yaml/field.ts';
import type { Entry, Match } from './types.ts';

const MATCHES: readonly Match[] = ['Exact', 'Prefix', 'ImplementationSpecific'];

/** The type of a path; undefined where it is not known, or none that there is. */
export function matchOf({ pathType }: IngressPath): Match | undefined {
  return MATCHES.find(match => match === valueOf(pathType));
}

/** Whether annotations of an Ingress make expressions of paths; undefined where a value hides it. */
function asksForExpressions(ingress: Ingress, keys: readonly string[]): boolean | undefined {
  const values = keys.map(key => annotationOf(ingress, key));
  if (values.some(value => value.state === 'known' && value.value !== 'false')) return true;
  return values.some(value => value.state === 'unknown') || ingress.annotations.isOpen ? undefined : false;
}

/** Whether paths of a host are expressions because one of the Ingresses that share it asks for that. */
function readsExpressions(path: IngressPath, { controller, ingresses }: Entry): boolean | undefined {
  const keys = controller?.regexAnnotations ?? [];
  if (keys.length === 0) return false;
  const host = valueOf(path.rule.host);
  const answers = ingresses.filter(({ rules }) => rules.some(rule => valueOf(rule.host) === host)).map(ingress => asksForExpressions(ingress, keys));
  return answers.includes(true) ? true : answers.includes(undefined) ? undefined : false;
}

/** Words of the annotations of controllers that let an Ingress say how its paths are read. */
const WRITTEN: Readonly<Record<string, PathReading | 'exact'>> = {
  Path: 'exact',
  PathPrefix: 'begin',
  PathRegexp: 'regex',
  exact: 'exact',
  prefix: 'elements',
  begin: 'begin',
  regex: 'regex',
  case_insensitive: 'regex',
};

function writtenReading({ rule: { ingress } }: IngressPath, match: Match, { controller }: Entry): PathReading | 'exact' | undefined {
  const annotation = controller?.readingAnnotation;
  if (!annotation || (annotation.of === 'unspecified' && match !== 'ImplementationSpecific')) return undefined;
  const field = annotationOf(ingress, annotation.key);
  return field.state === 'absent' ? undefined : (WRITTEN[valueOf(field) ?? ''] ?? 'unknown');
}

/** How a path is compared with that of a request, by its type and its controller. */
export function readingOf(path: IngressPath, entry: Entry): PathReading | 'exact' {
  const match = matchOf(path);
  const expressions = readsExpressions(path, entry);
  if (match === undefined || expressions === undefined) return 'unknown';
  if (expressions) return 'regex';
  const written = writtenReading(path, match, entry);
  if (written !== undefined || match === 'Exact') return written ?? 'exact';
  return entry.controller?.[match === 'Prefix' ? 'prefix' : 'implementationSpecific'] ?? (match === 'Prefix' ? 'elements' : 'unknown');
}
