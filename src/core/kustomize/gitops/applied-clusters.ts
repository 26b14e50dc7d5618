import type { Opening } from '../../model/opening.ts';
import type { AppliedCluster, FollowReleases, RenderingFault } from '../../model/rendering.ts';
import { directoryOf } from '../../text/path.ts';
import type { SourceFile } from '../../yaml/source-file.ts';
import type { BuildFiles } from '../files.ts';
import { gapsOf, YAML_FILE } from '../render.ts';
import type { AppliedSet } from './apply-release.ts';
import { followReleases, type FollowedCluster } from './follow-releases.ts';
import { isGitOpsObject } from './find-releases.ts';
import { fileOfObject } from './repository.ts';

/** `clusters/home`, and of another cluster than the one that the tool runs in `clusters/home for staging`. */
function nameOf({ destination }: FollowedCluster, path: string): string {
  const directory = directoryOf(path);
  return destination === '' ? directory : `${directory} for ${destination}`;
}

/** Sources of a set whose faults and templates leave it open. */
function gapsOfSet({ build, files: paths }: AppliedSet, files: BuildFiles): readonly Opening[] {
  const sources = sourcesOf(paths, files);
  return gapsOf(build?.faults ?? [], sources).map(({ reason, document }) => ({ reason, document, hinders: 'both' }));
}

function sourcesOf(paths: ReadonlySet<string>, files: BuildFiles): readonly SourceFile[] {
  return [...paths].filter(path => YAML_FILE.test(path)).flatMap(path => files.source(path) ?? []);
}

/** What is not among the files; a chart that a release installs is told by the release itself, which is an object that may make others. */
function openingsOf({ releases }: FollowedCluster): readonly Opening[] {
  return releases.flatMap(({ kind, from }) =>
    kind === 'unseen'
      ? [{ reason: `what ${from.kind} ${from.name.state === 'known' ? from.name.value : ''} applies is not read`, document: from.document, hinders: 'both' }]
      : [],
  );
}

function applied(cluster: FollowedCluster, files: BuildFiles): AppliedCluster[] {
  const [entry] = cluster.entries;
  if (!entry || cluster.sets.length === 0) return [];
  const path = fileOfObject(entry);
  const builds = cluster.sets.flatMap(({ build }) => build ?? []);
  const taken = new Set(cluster.sets.flatMap(set => [...set.files]));
  const faults: readonly RenderingFault[] = builds.flatMap(build => build.faults);
  return [
    {
      path,
      name: nameOf(cluster, path),
      resources: cluster.sets.flatMap(({ resources }) => resources),
      directories: builds.map(({ directory }) => directory),
      taken,
      sources: sourcesOf(taken, files),
      instructions: builds.flatMap(({ kustomizations }) => kustomizations.map(({ document }) => document)),
      faults,
      builds: builds.map(({ directory, faults: own, remarks, files: paths }) => ({ directory, faults: own, remarks, sources: sourcesOf(paths, files) })),
      openings: [...openingsOf(cluster), ...cluster.sets.flatMap(set => gapsOfSet(set, files))],
    },
  ];
}

/** What follows the Flux and Argo CD objects of a run to the sets that they apply (F-4). */
export function followerOf(files: BuildFiles, top: string | undefined): FollowReleases {
  return resources => {
    if (!resources.some(isGitOpsObject)) return [];
    return followReleases({ files, resources, repository: { top, urls: [], tree: files } }).flatMap(cluster => applied(cluster, files));
  };
}
