import { applicationSpecOf, isApplication } from '../../model/gitops/argo.ts';
import type { ReleaseFault } from '../../model/release-fault.ts';
import { labelOf, type Resource } from '../../model/resource.ts';
import { directoriesAbove, directoryOf } from '../../text/path.ts';
import { valueOf } from '../../yaml/field.ts';
import { applyRelease, type AppliedSet, type ApplyContext } from './apply-release.ts';
import { isGitOpsObject, ReleaseFinder } from './find-releases.ts';
import type { Release } from './release.ts';
import { fileOfObject } from './repository.ts';
import { faultsOfRelease } from './release-faults.ts';
import { placeKeyOf } from './rewrite.ts';

/** All that a GitOps tool puts into one cluster, starting from objects that someone applies by hand. */
export interface FollowedCluster {
  /** What someone applies by hand: `flux bootstrap` does, or `kubectl`. */
  readonly entries: readonly Resource[];
  /** Server or name of another cluster than the one that the tool runs in; empty for that one. */
  readonly destination: string;
  /** Each release once, those that lead to others first. */
  readonly releases: readonly Release[];
  readonly sets: readonly AppliedSet[];
  /** Why objects may be missing: releases of charts and other repositories. Empty where the sets are the whole cluster, but for what stands in no GitOps tool. */
  readonly openings: readonly { readonly reason: string; readonly by: Resource }[];
}

export interface FollowedReleases {
  readonly clusters: readonly FollowedCluster[];
  /** What keeps releases from being applied as they are written. */
  readonly faults: readonly ReleaseFault[];
}

/** No repository has chains of objects that are so long; a set that makes objects with ever new names has. */
const [MOST_RELEASES, MOST_LEVELS] = [5_000, 32];

/** Of one that is written once and applied under several names, each counts. */
function keyOf(resource: Resource): string {
  return `${placeKeyOf(resource)}/${valueOf(resource.name) ?? ''}`;
}

function destinationOf(from: Resource): string {
  if (isApplication(from)) {
    const destination = applicationSpecOf(from).get('destination');
    const name = destination.get('server').text || destination.get('name').text || '';
    return name === 'in-cluster' || name === 'https://kubernetes.default.svc' ? '' : name;
  }
  return from.body.get('spec').get('kubeConfig').get('secretRef').get('name').text ?? '';
}

function reasonOf(release: Release): string | undefined {
  if (release.kind === 'chart') return `${labelOf(release.from)} installs a chart that is not rendered here`;
  if (release.kind !== 'unseen') return undefined;
  return `${labelOf(release.from)} applies what is not among the files`;
}

/** Follows releases to the sets that they apply, and on to the releases in those (F-4). Each object is followed once, so circles end. */
class Following {
  readonly #context: ApplyContext;
  readonly #finder: ReleaseFinder;
  readonly #sets = new Map<string, { readonly release: Release; readonly set: AppliedSet | undefined; readonly next: readonly Release[] }[]>();
  #left = MOST_RELEASES;

  constructor(context: ApplyContext, finder: ReleaseFinder) {
    this.#context = context;
    this.#finder = finder;
  }

  /** The sets of a release. In a set that applies the object itself, as the one of `flux bootstrap` does, the object is not followed again. */
  of(release: Release): { readonly set: AppliedSet | undefined; readonly next: readonly Release[] } {
    const key = keyOf(release.from);
    const known = this.#sets.get(key) ?? [];
    const found = known.find(each => each.release === release);
    if (found) return found;
    const isSeen = (release.kind === 'kustomization' || release.kind === 'directory') && this.#left-- > 0;
    const set = isSeen ? applyRelease(release, this.#context) : undefined;
    const inner = set?.resources.filter(isGitOpsObject) ?? [];
    const next = inner.length > 0 ? this.#finder.find(inner, set?.resources) : [];
    const result = { release, set, next };
    this.#sets.set(key, [...known, result]);
    return result;
  }

  /** Of all that was followed, each object and set once. */
  get faults(): readonly ReleaseFault[] {
    return [...this.#sets.values()].flat().flatMap(({ release, set }) => faultsOfRelease(release, set));
  }

  follow(entries: readonly Release[]): { releases: Release[]; sets: AppliedSet[] } {
    const [releases, sets]: [Release[], AppliedSet[]] = [[], []];
    const seen = new Set(entries.map(({ from }) => keyOf(from)));
    let level: readonly Release[] = entries;
    for (let depth = 0; level.length > 0 && depth < MOST_LEVELS; depth++) {
      const below: Release[] = [];
      for (const release of level) {
        const { set, next } = this.of(release);
        releases.push(release);
        if (set) sets.push(set);
        const fresh = next.filter(({ from }) => !seen.has(keyOf(from)));
        for (const { from } of fresh) seen.add(keyOf(from));
        below.push(...fresh);
      }
      level = below;
    }
    return { releases, sets };
  }
}

/** An object that is written somewhere, with what it applies: an Application has a release for each of its sources. */
interface Origin {
  readonly key: string;
  readonly file: string;
  readonly releases: readonly Release[];
}

function originsOf(releases: readonly Release[]): readonly Origin[] {
  const found = new Map<string, Release[]>();
  for (const release of releases) {
    const key = placeKeyOf(release.from);
    const known = found.get(key);
    if (known) known.push(release);
    else found.set(key, [release]);
  }
  return [...found].map(([key, own]) => ({ key, releases: own, file: own.map(({ from }) => fileOfObject(from))[0] ?? '' }));
}

/** Those that stand in no directory that another one applies come first: they are followed, and most others are met on the way. */
function outermostFirst(origins: readonly Origin[]): readonly Origin[] {
  const byPath = new Map<string, Set<Origin>>();
  for (const origin of origins) {
    for (const release of origin.releases) {
      if ('path' in release) byPath.set(release.path, (byPath.get(release.path) ?? new Set()).add(origin));
    }
  }
  const isInner = (origin: Origin): boolean =>
    directoriesAbove(origin.file).some(directory => [...(byPath.get(directory) ?? [])].some(other => other !== origin));
  const inner = new Set(origins.filter(isInner));
  return [...origins.filter(origin => !inner.has(origin)), ...inner];
}

/** Objects that no other one applies. Of a circle, the first. */
function findEntries(releases: readonly Release[], following: Following): readonly Origin[] {
  const reached = new Map<Origin, ReadonlySet<string>>();
  const covered = new Set<string>();
  for (const origin of outermostFirst(originsOf(releases))) {
    if (covered.has(origin.key)) continue;
    const keys = new Set(following.follow(origin.releases).releases.map(({ from }) => placeKeyOf(from)));
    reached.set(origin, keys);
    for (const key of keys) covered.add(key);
  }
  // One that was followed first may still be applied by a later one.
  const isApplied = (origin: Origin): boolean =>
    [...reached].some(([other, keys]) => other !== origin && keys.has(origin.key) && reached.get(origin)?.has(other.key) !== true);
  return [...reached.keys()].filter(origin => !isApplied(origin));
}

function clusterOf(entries: readonly Release[], destination: string, found: { releases: readonly Release[]; sets: readonly AppliedSet[] }): FollowedCluster {
  const releases = found.releases.filter(({ from }) => destinationOf(from) === destination);
  const openings = releases.flatMap(release => {
    const reason = reasonOf(release);
    return reason === undefined ? [] : [{ reason, by: release.from }];
  });
  return {
    entries: [...new Set(entries.map(({ from }) => from))],
    destination,
    releases,
    sets: found.sets.filter(({ release }) => destinationOf(release.from) === destination),
    openings,
  };
}

/**
 * What the Flux and Argo CD objects among the resources bring into clusters. An object that no other one applies is an entry: what can be
 * reached from the entries of one directory is applied to one cluster, or to the one that is named as its destination. Objects that lead to
 * nothing among the files make no cluster.
 *
 * Each cluster is a scope: the objects of its `sets`, with its `openings`. Files of `sets` belong to it, also those of plain directories, and
 * kustomizations that its sets take in are no scopes of their own. It is as wide as what was followed, and no wider: objects that no GitOps
 * tool applies are not in it, so that absence proves nothing as long as there are openings. An object of `releases` whose set was followed
 * opens nothing, although its kind may make objects.
 */
export function followReleases(context: ApplyContext): FollowedReleases {
  const finder = new ReleaseFinder(context.resources, context.repository);
  const following = new Following(context, finder);
  const groups = new Map<string, Release[]>();
  for (const { file, releases } of findEntries(finder.find(context.resources), following)) {
    const directory = directoryOf(file);
    groups.set(directory, [...(groups.get(directory) ?? []), ...releases]);
  }
  const clusters = [...groups.values()].flatMap(entries => {
    const found = following.follow(entries);
    const destinations = new Set(found.releases.map(({ from }) => destinationOf(from)));
    const all = [...destinations].map(destination => clusterOf(entries, destination, found));
    return all.filter(({ releases }) => releases.some(({ kind }) => kind !== 'unseen'));
  });
  return { clusters, faults: following.faults };
}
