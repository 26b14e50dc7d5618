import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { BuildFiles } from '../../../../src/core/kustomize/files.ts';
import { holdsKustomization } from '../../../../src/core/kustomize/gitops/directory-kind.ts';
import { findReleases } from '../../../../src/core/kustomize/gitops/find-releases.ts';
import { followReleases } from '../../../../src/core/kustomize/gitops/follow-releases.ts';
import type { Release } from '../../../../src/core/kustomize/gitops/release.ts';
import { cleanPath, type Repository } from '../../../../src/core/kustomize/gitops/repository.ts';
import { treeOf } from '../../../../src/core/model/file-tree.ts';
import { isApplication, isApplicationSet } from '../../../../src/core/model/gitops/argo.ts';
import { fluxKustomizationSpecOf, helmReleaseSpecOf, isFluxKustomization, isHelmRelease } from '../../../../src/core/model/gitops/flux.ts';
import { readDocument } from '../../../../src/core/model/read-documents.ts';
import type { Resource } from '../../../../src/core/model/resource.ts';
import { valueOf } from '../../../../src/core/yaml/field.ts';
import { parseSource } from '../../../../src/core/yaml/parse-source.ts';
import type { Place } from '../../../../src/core/yaml/place.ts';
import type { SourceFile } from '../../../../src/core/yaml/source-file.ts';
import { describeShared } from '../../../harness/shared.ts';

const OF_TOOLS = /toolkit\.fluxcd\.io|argoproj\.io/;

interface Corpus {
  readonly name: string;
  readonly resources: readonly Resource[];
  readonly files: BuildFiles;
  readonly repository: Repository;
  readonly releases: readonly Release[];
}

/** Where the files of a repository are: its manifests and charts stand in two folders of the corpus. */
function listFiles(folder: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const part of readdirSync(folder).filter(name => name === 'manifests' || name === 'helm')) {
    for (const entry of readdirSync(path.join(folder, part), { recursive: true, withFileTypes: true })) {
      const file = path.join(entry.parentPath, entry.name);
      if (entry.isFile()) files.set(path.relative(path.join(folder, part), file).split(path.sep).join('/'), file);
    }
  }
  return files;
}

function filesOf(places: ReadonlyMap<string, string>): BuildFiles {
  const tree = treeOf([...places.keys()]);
  const parsed = new Map<string, SourceFile>();
  const bytes = (file: string): Uint8Array | undefined => (places.has(file) ? readFileSync(places.get(file) ?? '') : undefined);
  const source = (file: string): SourceFile | undefined => {
    const content = bytes(file);
    const known = parsed.get(file) ?? (content && parseSource(file, new TextDecoder().decode(content)));
    if (known) parsed.set(file, known);
    return known;
  };
  return { ...tree, real: file => (tree.kindOf(file) === 'absent' ? undefined : file), source, bytes };
}

function readRepository(folder: string, name: string): Corpus {
  const places = listFiles(path.join(folder, name));
  const files = filesOf(places);
  // Patches look like the objects that they change.
  const manifests = [...places].filter(([file]) => /\.ya?ml$/.test(file) && !/(?:^|\/)(?:templates|patches)\//.test(file));
  const own = manifests.filter(([, place]) => OF_TOOLS.test(readFileSync(place, 'utf8'))).flatMap(([file]) => files.source(file)?.documents ?? []);
  const resources = own.flatMap(document => readDocument(document).resources);
  const repository = { top: '.', urls: [`https://github.com/${name.replace('__', '/')}`], tree: files };
  return { name, resources, files, repository, releases: findReleases(resources, repository) };
}

function count(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

/** What a release is, in one word. */
function wordOf(release: Release): string {
  return release.kind === 'unseen' ? release.why : release.kind === 'kustomization' && release.isGenerated ? 'generated' : release.kind;
}

describeShared('the corpus', 'corpus', folder => {
  const all = readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(({ name }) => readRepository(folder, name))
    .filter(({ resources }) => resources.some(({ group }) => OF_TOOLS.test(group)));
  const releases = all.flatMap(each => each.releases);
  const wordsOf = (isMeant: (resource: Resource) => boolean): Record<string, number> => count(releases.filter(({ from }) => isMeant(from)).map(wordOf));

  test('90 Flux Kustomizations: 81 paths with a kustomization, 8 plain directories, 1 absent', () => {
    const found = all.flatMap(({ resources, files }) =>
      resources.filter(isFluxKustomization).map(resource => ({ spec: fluxKustomizationSpecOf(resource), files })),
    );
    const kinds = found.map(({ spec, files }) => {
      const at = cleanPath(valueOf(spec.get('path').string()) ?? '');
      return files.kindOf(at) !== 'directory' ? 'absent' : holdsKustomization(at, files) ? 'kustomization' : 'directory';
    });
    expect(count(kinds)).toEqual({ kustomization: 81, directory: 8, absent: 1 });
    const fields = (['targetNamespace', 'components', 'patches'] as const).map(field => found.filter(({ spec }) => spec.get(field).isPresent).length);
    const filled = (['substitute', 'substituteFrom'] as const).map(field => found.filter(({ spec }) => spec.get('postBuild').get(field).isPresent).length);
    expect([...fields, ...filled]).toEqual([77, 20, 2, 20, 3]);
    // Five of the plain ones are tops of other repositories, and the absent one is a path of another.
    expect(wordsOf(isFluxKustomization)).toEqual({ kustomization: 81, generated: 3, 'other-repository': 6 });
  });

  test('HelmReleases take charts of registries', () => {
    const kinds = all
      .flatMap(({ resources }) => resources.filter(isHelmRelease))
      .map(resource => {
        const spec = helmReleaseSpecOf(resource);
        return spec.get('chartRef').get('kind').text ?? spec.get('chart').get('spec').get('sourceRef').get('kind').text ?? 'none';
      });
    expect(count(kinds)).toEqual({ OCIRepository: 69, HelmRepository: 57 });
    expect(wordsOf(isHelmRelease)).toEqual({ 'chart-repository': 126 });
  });

  test('26 Applications, an ApplicationSet', () => {
    const objects = all.flatMap(({ resources }) => resources);
    expect(objects.filter(isApplication)).toHaveLength(26);
    expect(objects.filter(isApplicationSet)).toHaveLength(1);
    // Examples that were copied out of their repository keep its paths: these are found above them. The set's Applications are two.
    expect(wordsOf(isApplication)).toEqual({ directory: 15, kustomization: 3, chart: 6, 'chart-repository': 4, 'path-missing': 1 });
  });

  test('paths that lead nowhere', () => {
    expect([...new Set(releases.flatMap(({ problems }) => problems.map(({ answer }) => answer)))]).toEqual([
      'examples/continuous-delivery/argocd/kube-prometheus: app path does not exist',
      // The corpus has charts, and no values files beside them.
      'open ../generic/values.yaml: no such file or directory',
      'open ../generic/values-ghsvc.yaml: no such file or directory',
      'open ../generic/values-ds.yaml: no such file or directory',
    ]);
  });

  test('what is applied to one cluster', () => {
    const clusters = all.flatMap(({ name, resources, files, repository }) =>
      followReleases({ files, repository, resources }).clusters.map(({ destination, sets, releases: found }) => {
        const of = destination === '' ? name : `${name} to ${destination}`;
        return `${of}: ${String(found.length)} releases, ${String(sets.length)} sets`;
      }),
    );
    expect(clusters).toEqual([
      'Azure-Samples__aks-store-demo: 1 releases, 1 sets',
      'ClaudiuBogdan__hack-for-facts-eb-server: 2 releases, 2 sets',
      'istio__istio: 2 releases, 2 sets',
      'istio__istio to ambient-cluster: 7 releases, 2 sets',
      'onedr0p__home-ops: 146 releases, 78 sets',
      'toboshii__home-ops: 61 releases, 6 sets',
      'tpayne__kubernetes-examples: 16 releases, 11 sets',
    ]);
  });

  test('variables and patches of a repository reach its objects, with the places where they are written', () => {
    const home = all.find(({ name }) => name === 'onedr0p__home-ops');
    const sets = home ? followReleases(home).clusters.flatMap(cluster => cluster.sets) : [];
    const atuin = sets.find(({ release }) => valueOf(release.from.name) === 'atuin');
    const claim = atuin?.resources.find(({ kind }) => kind === 'PersistentVolumeClaim');
    const release = atuin?.resources.find(isHelmRelease);
    expect(claim && valueOf(claim.name)).toBe('atuin');
    expect(claim && tell(claim.name.at)).toEqual([
      'kubernetes/components/kopiur/backup/pvc.yaml:5:9 ${APP}',
      'postBuild.substitute of Kustomization "atuin" sets ${APP}',
    ]);
    // A patch of the Kustomization that applies this one puts a patch into it.
    expect(release && tell(release.body.get('spec').get('upgrade').get('crds').at)).toEqual(['kubernetes/flux/cluster/ks.yaml:39:27 CreateReplace']);
    // The corpus keeps manifests alone: scripts that become ConfigMaps are not in it.
    const faults = sets.flatMap(({ build }) => build?.faults ?? []).filter(({ answer }) => !/evalsymlink failure .*\.sh'/.test(answer));
    expect(faults.map(({ answer }) => answer)).toEqual([]);
  });
});

/** Where a value is written, its text, and what changed it. */
function tell({ file, valueSpan, origin }: Place): string[] {
  const { line, column } = file.lines.position(valueSpan.start);
  const written = `${file.path}:${String(line)}:${String(column)} ${file.text.slice(valueSpan.start, valueSpan.end)}`;
  return [written, ...(origin?.changes ?? []).map(({ note }) => note)];
}
