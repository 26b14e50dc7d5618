import { fluxKustomizationSpecOf, helmReleaseSpecOf } from '../../model/gitops/flux.ts';
import { helmReleaseNameOf } from '../../model/gitops/release-names.ts';
import { labelOf, nameplateOf, type Resource } from '../../model/resource.ts';
import type { Cursor } from '../../yaml/cursor.ts';
import { valueOf } from '../../yaml/field.ts';
import { findNearPath, holdsKustomization } from './directory-kind.ts';
import { readCommonMetadata, readFluxAdditions, readText } from './flux-additions.ts';
import type { FluxSource, FluxSources } from './flux-source.ts';
import { readHelmReleaseValues } from './helm-release-values.ts';
import type { Dependency, Release, ReleaseProblem, UnseenRelease } from './release.ts';
import { locate, type Located, type Repository } from './repository.ts';

/** What is looked at beside one object. */
export interface FluxSearch {
  readonly resources: readonly Resource[];
  /** Objects of the set that it is in. */
  readonly beside: readonly Resource[];
  readonly sources: FluxSources;
  readonly repository: Repository;
}

type Head = Pick<Release, 'from' | 'at' | 'isSuspended' | 'dependsOn' | 'problems'>;

function readDependencies(spec: Cursor<{ readonly dependsOn: readonly { readonly name: string; readonly namespace: string }[] }>, kind: string): Dependency[] {
  return spec
    .get('dependsOn')
    .items()
    .flatMap(item => {
      const name = valueOf(item.get('name').string());
      return name === undefined ? [] : [{ kind, name, namespace: valueOf(item.get('namespace').string()), at: item.get('name').at }];
    });
}

/** Why a path of a source leads to nothing that can be applied; undefined where it leads to a directory, or nobody knows. */
function pathProblem(written: string, located: Located, { at }: Head, { isThis, tree }: Pick<FluxSource, 'isThis'> & Pick<Repository, 'tree'>): ReleaseProblem | undefined {
  const { kind, clean } = located;
  if (kind === 'directory' || kind === 'unknown') return undefined;
  const isCertain = isThis === 'yes';
  if (kind === 'file') return { kind: 'path-no-directory', answer: `kustomization path "${clean}" is not a directory`, at, subject: clean, isCertain };
  const near = findNearPath(written, located, tree);
  const answer = `kustomization path not found: ${clean}: no such file or directory`;
  return { kind: 'path-missing', answer, at, subject: clean, isCertain, ...(near !== undefined && { near }) };
}

function unseen(head: Head, why: UnseenRelease['why'], problem?: ReleaseProblem): UnseenRelease {
  return { ...head, kind: 'unseen', why, problems: problem ? [problem] : [] };
}

/** What a path of a source is, or why it is not seen. */
function find(path: string, head: Head, source: FluxSource, { repository }: FluxSearch): Located | UnseenRelease {
  if (source.isThis === 'no') return unseen(head, 'other-repository');
  const located = locate(path, head.from, repository);
  const isLikely = source.isThis === 'yes' || source.isLikely;
  const isHere = located.kind === 'directory' && (located.clean !== '.' || !source.isWritten);
  if (located.kind === 'unknown' || (!isLikely && !isHere)) return unseen(head, 'unknown-source');
  const problem = pathProblem(path, located, head, { isThis: source.isThis, tree: repository.tree });
  return problem ? unseen(head, 'path-missing', problem) : located;
}

/** What a Flux Kustomization applies (F-1, F-2). */
export function releaseOfFluxKustomization(from: Resource, search: FluxSearch): Release {
  const spec = fluxKustomizationSpecOf(from);
  const path = spec.get('path').string();
  const head: Head = {
    from,
    at: path.state === 'known' ? path.at : nameplateOf(from),
    isSuspended: valueOf(spec.get('suspend').boolean()) === true,
    dependsOn: readDependencies(spec, 'Kustomization'),
    problems: [],
  };
  if (path.state === 'unknown') return unseen(head, 'templated');
  const source = search.sources.of(spec.get('sourceRef'), from);
  const found = find(path.state === 'known' ? path.value : '.', head, source, search);
  if ('why' in found) return found;
  return {
    ...head,
    kind: 'kustomization',
    path: found.path,
    isGenerated: !holdsKustomization(found.path, search.repository.tree),
    isRestricted: false,
    additions: readFluxAdditions(from),
    added: readCommonMetadata(from),
    defaultNamespace: undefined,
    ignore: source.ignore,
  };
}

/** What a HelmRelease does to its chart that helm is not asked for. */
function obstacleOf(from: Resource): string | undefined {
  const spec = helmReleaseSpecOf(from);
  if (spec.get('postRenderers').isPresent) return 'its postRenderers change what the chart makes';
  const isHidden = spec.get('targetNamespace').string().state === 'unknown' || from.namespace.state === 'unknown';
  return isHidden ? 'its namespace is not known' : undefined;
}

/** What a HelmRelease installs (F-5). Charts of registries are not among the files. */
export function releaseOfHelmRelease(from: Resource, search: FluxSearch): Release {
  const spec = helmReleaseSpecOf(from);
  const chart = spec.get('chart').get('spec');
  const path = chart.get('chart').string();
  const head: Head = {
    from,
    at: path.state === 'known' ? path.at : nameplateOf(from),
    isSuspended: valueOf(spec.get('suspend').boolean()) === true,
    dependsOn: readDependencies(spec, 'HelmRelease'),
    problems: [],
  };
  if (path.state === 'unknown') return unseen(head, 'templated');
  const reference = chart.get('sourceRef');
  const kind = valueOf(reference.get('kind').string());
  if (path.state === 'absent' || (kind !== 'GitRepository' && kind !== 'Bucket')) return unseen(head, 'chart-repository');
  const source = search.sources.of(reference, from);
  const found = find(path.value, head, source, search);
  if ('why' in found) return found;
  const owner = labelOf(from);
  return {
    ...head,
    kind: 'chart',
    path: found.path,
    releaseName: helmReleaseNameOf(from),
    namespace: readText(spec.get('targetNamespace'), `targetNamespace of ${owner}`) ?? readText(from.metadata.get('namespace'), `the namespace of ${owner}`),
    ...readHelmReleaseValues(from, source.isThis === 'yes', search),
    includesCrds: true,
    leavesOwnValues: chart.get('valuesFiles').items().length > 0,
    obstacle: obstacleOf(from),
  };
}
