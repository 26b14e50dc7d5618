import { applicationSpecOf, sourcesOf, type ApplicationSource, type ApplicationSpec } from '../../model/gitops/argo.ts';
import { labelOf, nameplateOf, type Resource } from '../../model/resource.ts';
import { normalizePath } from '../../text/path.ts';
import type { Cursor } from '../../yaml/cursor.ts';
import { valueOf } from '../../yaml/field.ts';
import { readArgoAdditions } from './argo-additions.ts';
import { listManifests } from './argo-directory.ts';
import type { ArgoSource, ArgoSources } from './argo-source.ts';
import { readArgoValues } from './argo-values.ts';
import { findNearPath, holdsChart, holdsKustomization } from './directory-kind.ts';
import { readText } from './flux-additions.ts';
import type { Release, ReleaseProblem, UnseenRelease } from './release.ts';
import { locate, type Located, type Repository } from './repository.ts';

type Head = Pick<Release, 'from' | 'at' | 'isSuspended' | 'dependsOn' | 'problems'>;

function headOf(from: Resource, source: Cursor<ApplicationSource>): Head {
  const path = source.get('path');
  return { from, at: path.isPresent ? path.at : nameplateOf(from), isSuspended: false, dependsOn: [], problems: [] };
}

function unseen(head: Head, why: UnseenRelease['why'], problem?: ReleaseProblem): UnseenRelease {
  return { ...head, kind: 'unseen', why, problems: problem ? [problem] : [] };
}

/** A path that Argo CD refuses whatever is there. */
function outsideProblem(written: string, head: Head): ReleaseProblem | undefined {
  if (written.startsWith('/')) return { kind: 'path-outside', answer: `${written}: app path is absolute`, at: head.at, subject: written, isCertain: true };
  const leaves = normalizePath(written).split('/', 1)[0] === '..';
  return leaves ? { kind: 'path-outside', answer: `${written}: app path outside root`, at: head.at, subject: written, isCertain: true } : undefined;
}

function find(written: string, head: Head, { isThis, isLikely }: ArgoSource, repository: Repository): Located | UnseenRelease {
  if (isThis === 'no') return unseen(head, 'other-repository');
  const outside = outsideProblem(written, head);
  if (outside) return unseen(head, 'path-missing', outside);
  const located = locate(written, head.from, repository);
  const { kind, clean } = located;
  if (kind === 'unknown' || (clean === '.' && isThis !== 'yes' && !isLikely)) return unseen(head, 'unknown-source');
  if (kind === 'directory') return located;
  if (isThis !== 'yes' && !isLikely) return unseen(head, 'unknown-source');
  const problem = { at: head.at, subject: clean, isCertain: isThis === 'yes' };
  if (kind === 'file') return unseen(head, 'path-missing', { ...problem, kind: 'path-no-directory', answer: `${clean}: app path is not a directory` });
  const near = findNearPath(written, located, repository.tree);
  const answer = `${clean}: app path does not exist`;
  return unseen(head, 'path-missing', { ...problem, kind: 'path-missing', answer, ...(near !== undefined && { near }) });
}

/** What kind of a source a directory is: as a block says, else as its files say (F-6). */
function kindOf(source: Cursor<ApplicationSource>, directory: string, { tree }: Repository): 'chart' | 'kustomization' | 'directory' {
  const isWritten = (block: 'helm' | 'kustomize' | 'directory'): boolean => source.get(block).isMapping && source.get(block).entries().length > 0;
  if (isWritten('kustomize')) return 'kustomization';
  if (isWritten('helm')) return 'chart';
  if (isWritten('directory')) return 'directory';
  if (holdsChart(directory, tree)) return 'chart';
  return holdsKustomization(directory, tree) ? 'kustomization' : 'directory';
}

function releaseOfSource(source: Cursor<ApplicationSource>, from: Resource, search: ArgoSources): Release {
  const head = headOf(from, source);
  if (source.get('chart').isPresent) return unseen(head, 'chart-repository');
  if (source.get('plugin').isPresent) return unseen(head, 'plugin');
  const path = source.get('path').string();
  if (path.state === 'unknown') return unseen(head, 'templated');
  const found = find(path.state === 'known' && path.value !== '' ? path.value : '.', head, search.of(source), search.repository);
  if ('why' in found) return found;
  const spec = applicationSpecOf(from);
  const defaultNamespace = readText(spec.get('destination').get('namespace'), `destination.namespace of ${labelOf(from)}`);
  const place = { ...head, path: found.path };
  const namespace = defaultNamespace?.value === '' ? undefined : defaultNamespace;
  switch (kindOf(source, found.path, search.repository)) {
    case 'directory':
      return { ...place, kind: 'directory', files: listManifests(found.path, source.get('directory'), search.repository.tree), defaultNamespace: namespace };
    case 'kustomization':
      return {
        ...place,
        kind: 'kustomization',
        isGenerated: false,
        isRestricted: true,
        additions: readArgoAdditions(source.get('kustomize'), from),
        added: new Map(),
        defaultNamespace: namespace,
        ignore: undefined,
      };
    case 'chart':
      return chartOf(source, place, { namespace, spec, search });
  }
}

interface ChartPlace {
  readonly namespace: ReturnType<typeof readText>;
  readonly spec: Cursor<ApplicationSpec>;
  readonly search: ArgoSources;
}

function chartOf(source: Cursor<ApplicationSource>, place: Head & { readonly path: string }, { namespace, spec, search }: ChartPlace): Release {
  const helm = source.get('helm');
  const written = helm.get('releaseName').string();
  const { values, problems } = readArgoValues(source, place.path, {
    refs: sourcesOf(spec),
    topOf: lender => (search.of(lender).isThis === 'no' ? undefined : (search.repository.top ?? '.')),
    tree: search.repository.tree,
    isCertain: search.of(source).isThis === 'yes',
  });
  return {
    ...place,
    kind: 'chart',
    releaseName: written.state === 'absent' ? valueOf(place.from.name) : valueOf(written),
    namespace: readText(helm.get('namespace')) ?? namespace,
    values,
    problems,
    includesCrds: valueOf(helm.get('skipCrds').boolean()) !== true,
    leavesOwnValues: false,
    obstacle: spec.get('destination').get('namespace').string().state === 'unknown' ? 'its namespace is not known' : undefined,
  };
}

/** What an Application applies, a release for each source; sources that only lend their files to others have none. */
export function releasesOfApplication(from: Resource, sources: ArgoSources): Release[] {
  return sourcesOf(applicationSpecOf(from))
    .filter(source => source.get('path').isPresent || source.get('chart').isPresent || source.get('ref').isAbsent)
    .map(source => releaseOfSource(source, from, sources));
}
