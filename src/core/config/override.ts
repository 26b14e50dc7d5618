import { readLabels } from '../model/labels.ts';
import type { Resource } from '../model/resource.ts';
import { valueOf } from '../yaml/field.ts';
import type { Override, ResourceConditions } from './configuration.ts';
import { includesPath } from './path-pattern.ts';
import { matchesWildcard } from '../text/wildcard.ts';

/** What a finding is about, as far as settings depend on it. */
export interface Subject {
  /** Relative to the working directory. */
  readonly path: string;
  readonly resource: Resource | undefined;
}

function matchesOne(patterns: readonly string[] | undefined, value: string | undefined): boolean {
  return patterns === undefined || (value !== undefined && patterns.some(pattern => matchesWildcard(pattern, value)));
}

function carries(labels: ReadonlyMap<string, string> | undefined, resource: Resource): boolean {
  if (!labels) return true;
  const { entries } = readLabels(resource.metadata.get('labels'));
  return [...labels].every(([key, value]) => {
    const field = entries.get(key);
    return field !== undefined && valueOf(field) === value;
  });
}

/** A condition on a value that is not known does not hold. */
function meets(conditions: ResourceConditions, resource: Resource): boolean {
  return (
    matchesOne(conditions.kind, resource.kind) &&
    matchesOne(conditions.namespace, valueOf(resource.namespace)) &&
    matchesOne(conditions.name, valueOf(resource.name)) &&
    carries(conditions.labels, resource)
  );
}

/** Whether an override is for a file or object. `path` is seen from the directory of the configuration. */
export function appliesTo({ paths, resources }: Override, path: string, resource: Resource | undefined): boolean {
  if (paths && !includesPath(paths, path)) return false;
  return !resources || (resource !== undefined && meets(resources, resource));
}
