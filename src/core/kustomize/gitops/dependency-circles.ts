import { valueOf } from '../../yaml/field.ts';
import type { Release } from './release.ts';

function keyOf(kind: string, namespace: string | undefined, name: string): string {
  return `${kind}/${namespace ?? ''}/${name}`;
}

function ownKeyOf({ from }: Release): string {
  return keyOf(from.kind, valueOf(from.namespace), valueOf(from.name) ?? '');
}

function neededKeysOf({ from, dependsOn }: Release): readonly string[] {
  return dependsOn.map(({ kind, name, namespace }) => keyOf(kind, namespace ?? valueOf(from.namespace), name));
}

/**
 * Releases of one cluster that wait for each other (`dependsOn`), so that none of them is ever applied. Each circle once, in the order in which
 * one needs the next. A release is looked at once, however many need it.
 */
export function findDependencyCircles(releases: readonly Release[]): readonly (readonly Release[])[] {
  const byKey = new Map(releases.map(release => [ownKeyOf(release), release]));
  const done = new Set<Release>();
  const circles: Release[][] = [];
  const way: { readonly release: Release; readonly pending: string[] }[] = [];
  const enter = (release: Release): void => {
    const start = way.findIndex(step => step.release === release);
    if (start !== -1) circles.push(way.slice(start).map(step => step.release));
    else if (!done.has(release)) way.push({ release, pending: [...neededKeysOf(release)] });
  };
  for (const release of releases) {
    enter(release);
    for (let step = way.at(-1); step; step = way.at(-1)) {
      const next = step.pending.shift();
      const needed = next === undefined ? undefined : byKey.get(next);
      if (needed) enter(needed);
      else if (next === undefined) {
        done.add(step.release);
        way.pop();
      }
    }
  }
  return circles;
}
