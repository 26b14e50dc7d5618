import type { Opening } from '../../model/opening.ts';
import type { AppliedCluster, FollowReleases } from '../../model/rendering.ts';
import { labelOf } from '../../model/resource.ts';
import { directoryOf } from '../../text/path.ts';
import type { BuildFiles } from '../files.ts';
import { renderingOf, YAML_FILE } from '../render.ts';
import { followReleases, type FollowedCluster } from './follow-releases.ts';
import { isGitOpsObject } from './find-releases.ts';
import { fileOfObject } from './repository.ts';

/** `clusters/home`, and of another cluster than the one that the tool runs in `clusters/home for staging`. */
function nameOf({ destination }: FollowedCluster, path: string): string {
  const directory = directoryOf(path);
  return destination === '' ? directory : `${directory} for ${destination}`;
}

/** What is not among the files; a chart that a release installs is told by the release itself, which is an object that may make others. */
function openingsOf({ releases }: FollowedCluster): readonly Opening[] {
  const unseen = releases.filter(({ kind }) => kind === 'unseen');
  return unseen.map(({ from }) => ({ reason: `what ${labelOf(from)} applies is not read`, document: from.document, hinders: 'both' }));
}

function applied(cluster: FollowedCluster, files: BuildFiles): AppliedCluster[] {
  const [entry] = cluster.entries;
  if (!entry || cluster.sets.length === 0) return [];
  const path = fileOfObject(entry);
  const renderings = cluster.sets.flatMap(({ build }) => (build ? [renderingOf(build, files)] : []));
  const taken = new Set(cluster.sets.flatMap(set => [...set.files]));
  const gaps = renderings.flatMap(rendering => rendering.gaps.map(({ reason, document }): Opening => ({ reason, document, hinders: 'both' })));
  return [
    {
      path,
      name: nameOf(cluster, path),
      resources: cluster.sets.flatMap(({ resources }) => resources),
      renderings,
      taken,
      sources: [...taken].filter(file => YAML_FILE.test(file)).flatMap(file => files.source(file) ?? []),
      instructions: renderings.flatMap(({ instructions }) => instructions),
      openings: [...openingsOf(cluster), ...gaps],
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
