import { compareByName } from '../../model/name-order.ts';
import { compareNamespaces } from '../../model/namespace.ts';
import type { ReleaseFault } from '../../model/release-fault.ts';
import { labelOf, nameplateOf, type Resource } from '../../model/resource.ts';
import { findNearest } from '../../text/near.ts';
import { valueOf } from '../../yaml/field.ts';
import type { Place } from '../../yaml/place.ts';
import { findDependencyCircles } from './dependency-circles.ts';
import type { FollowedCluster } from './follow-releases.ts';
import type { Dependency, Release } from './release.ts';

/** The same circle from the release on whose name comes first, wherever it was entered. */
function fromFirst(circle: readonly Release[]): readonly Release[] {
  const [first] = circle.toSorted((a, b) => compareByName(a.from, b.from));
  const at = circle.findIndex(release => release === first);
  return [...circle.slice(at), ...circle.slice(0, at)];
}

function circleFault(found: readonly Release[]): ReleaseFault[] {
  const circle = fromFirst(found);
  const [first, ...others] = circle;
  if (!first) return [];
  const placeOf = ({ from, dependsOn }: Release, next: Release): Place =>
    dependsOn.find(({ name }) => name === valueOf(next.from.name))?.at ?? nameplateOf(from);
  const at = placeOf(first, others[0] ?? first);
  const related = others.map((release, index) => {
    const next = others[index + 1] ?? first;
    return { at: placeOf(release, next), note: `${labelOf(release.from)} waits for ${labelOf(next.from)}` };
  });
  const names = others.map(({ from }) => `"${valueOf(from.name) ?? ''}"`);
  const subject = names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
  return [{ kind: 'dependency-circle', from: first.from, at, subject, isCertain: true, related }];
}

/** Whether all Flux objects of a cluster are in sight. Charts of registries hardly bring any. */
function showsAll({ releases, sets }: FollowedCluster): boolean {
  return releases.every(release => release.kind !== 'unseen' || release.why === 'chart-repository') && sets.every(({ build }) => (build?.faults ?? []).length === 0);
}

/** A dependency that no object of the run carries the name of: it is never ready. Where not all is in sight, only what looks like a slip is told. */
function missingFault({ from }: Release, dependency: Dependency, all: readonly Resource[], isWhole: boolean): ReleaseFault[] {
  const { kind, name, namespace, at } = dependency;
  const others = all.filter(other => other.kind === kind && other.group === from.group);
  if (others.some(other => other.name.state === 'unknown')) return [];
  const named = others.filter(other => valueOf(other.name) === name);
  const isIn = (other: Resource): boolean =>
    namespace === undefined
      ? compareNamespaces(from.namespace, other.namespace) !== 'no'
      : other.namespace.state !== 'known' || other.namespace.value === namespace;
  if (named.some(isIn)) return [];
  const [elsewhere] = named;
  const near = elsewhere ? undefined : findNearest(name, others.filter(isIn), other => valueOf(other.name) ?? '');
  if (!isWhole && !elsewhere && !near) return [];
  const meant = elsewhere ?? near;
  const note = elsewhere ? `${labelOf(elsewhere)} is in namespace "${valueOf(elsewhere.namespace) ?? ''}"` : meant && `${labelOf(meant)} is here`;
  const related = meant && note !== undefined ? [{ at: nameplateOf(meant), note }] : [];
  return [{ kind: 'dependency-missing', from, at, subject: name, near: near && valueOf(near.name), isCertain: isWhole, related }];
}

/** What the releases of one cluster wait for in vain. `resources`: all objects in sight. */
export function faultsOfDependencies(cluster: FollowedCluster, resources: readonly Resource[]): ReleaseFault[] {
  const { releases, sets } = cluster;
  const waiting = releases.filter(({ dependsOn }) => dependsOn.length > 0);
  if (waiting.length === 0) return [];
  const all = [...new Set([...resources, ...sets.flatMap(set => set.resources)])].filter(({ group }) => group.endsWith('.toolkit.fluxcd.io'));
  const isWhole = showsAll(cluster);
  return [
    ...findDependencyCircles(releases).flatMap(circleFault),
    ...waiting.flatMap(release => release.dependsOn.flatMap(dependency => missingFault(release, dependency, all, isWhole))),
  ];
}
