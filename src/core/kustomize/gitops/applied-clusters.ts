import type { Opening } from '../../model/opening.ts';
import type { AppliedCluster, FollowReleases, InstallChartsOf } from '../../model/rendering.ts';
import { isHelmRelease } from '../../model/gitops/flux.ts';
import { labelOf, type Resource } from '../../model/resource.ts';
import { directoryOf } from '../../text/path.ts';
import type { BuildFiles } from '../files.ts';
import { renderingOf, YAML_FILE } from '../render.ts';
import { followReleases, type FollowedCluster } from './follow-releases.ts';
import { isGitOpsObject, ReleaseFinder } from './find-releases.ts';
import type { ChartInstaller, InstalledChart } from './install-charts.ts';
import type { Release } from './release.ts';
import { faultsOfDependencies } from './dependency-faults.ts';
import { fileOfObject, type Repository } from './repository.ts';
import { placeKeyOf } from './rewrite.ts';

/** What GitOps objects of a run are followed with. */
export interface FollowTools {
  readonly files: BuildFiles;
  readonly repository: Repository;
  readonly installer: ChartInstaller;
}

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

/** Charts that Applications install. Those of HelmReleases belong to the scope that the HelmRelease is in, whoever applies it. */
function installAll({ releases }: FollowedCluster, installer: ChartInstaller): ReadonlyMap<Release, InstalledChart> {
  return new Map(
    releases.flatMap(release => {
      const installed = release.kind === 'chart' && !isHelmRelease(release.from) ? installer.install(release) : undefined;
      return installed ? [[release, installed]] : [];
    }),
  );
}

/** Objects of a cluster all of whose releases were followed to the end. */
function followedIn(resources: readonly Resource[], { releases, sets }: FollowedCluster, installed: ReadonlyMap<Release, InstalledChart>): readonly Resource[] {
  const built = new Set(sets.filter(({ build }) => (build?.faults ?? []).length === 0).map(({ release }): Release => release));
  const isWhole = (release: Release): boolean => built.has(release) || installed.get(release)?.openings.length === 0;
  const open = new Set(releases.filter(release => !isWhole(release)).map(({ from }) => placeKeyOf(from)));
  const whole = new Set(releases.filter(isWhole).map(({ from }) => placeKeyOf(from)));
  return resources.filter(resource => isGitOpsObject(resource) && whole.has(placeKeyOf(resource)) && !open.has(placeKeyOf(resource)));
}

function applied(cluster: FollowedCluster, { files, installer }: FollowTools): AppliedCluster[] {
  const [entry] = cluster.entries;
  const installed = installAll(cluster, installer);
  if (!entry || (cluster.sets.length === 0 && installed.size === 0)) return [];
  const path = fileOfObject(entry);
  const renderings = cluster.sets.flatMap(({ build }) => (build ? [renderingOf(build, files)] : []));
  const taken = new Set(cluster.sets.flatMap(set => [...set.files]));
  const gaps = renderings.flatMap(rendering => rendering.gaps.map(({ reason, document }): Opening => ({ reason, document, hinders: 'both' })));
  const charts = [...installed.values()];
  const resources = [...cluster.sets.flatMap(set => set.resources), ...charts.flatMap(chart => chart.resources)];
  return [
    {
      path,
      name: nameOf(cluster, path),
      resources,
      renderings,
      taken,
      sources: [...taken].filter(file => YAML_FILE.test(file)).flatMap(file => files.source(file) ?? []),
      instructions: renderings.flatMap(({ instructions }) => instructions),
      openings: [...openingsOf(cluster), ...gaps, ...charts.flatMap(({ openings }) => openings)],
      followed: followedIn(resources, cluster, installed),
    },
  ];
}

/** What follows the Flux and Argo CD objects of a run to the sets that they apply (F-4). */
export function followerOf(tools: FollowTools): FollowReleases {
  return resources => {
    if (!resources.some(isGitOpsObject)) return { clusters: [], faults: [] };
    const { files, repository } = tools;
    const { clusters, faults } = followReleases({ files, resources, repository });
    return {
      clusters: clusters.flatMap(cluster => applied(cluster, tools)),
      faults: [...faults, ...clusters.flatMap(cluster => faultsOfDependencies(cluster, resources))],
    };
  };
}

/** What finds the charts that the HelmReleases of a scope install. `run`: all objects of the run, where sources and values may stand. */
export function installerOf({ repository, installer }: FollowTools): InstallChartsOf {
  return run => {
    const finder = new ReleaseFinder(run, repository);
    return resources => {
      // One for another cluster brings nothing into this one.
      const own = resources.filter(resource => isHelmRelease(resource) && resource.body.get('spec').get('kubeConfig').isAbsent);
      const installed = finder.find(own, resources).flatMap(release => {
        const chart = release.kind === 'chart' ? installer.install(release) : undefined;
        return chart ? [{ from: release.from, chart }] : [];
      });
      return {
        resources: installed.flatMap(({ chart }) => chart.resources),
        openings: installed.flatMap(({ chart }) => chart.openings),
        followed: installed.filter(({ chart }) => chart.openings.length === 0).map(({ from }) => from),
      };
    };
  };
}
