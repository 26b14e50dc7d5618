import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { holdsKustomization } from '../../../../src/core/kustomize/gitops/directory-kind.ts';
import { findReleases } from '../../../../src/core/kustomize/gitops/find-releases.ts';
import type { Release } from '../../../../src/core/kustomize/gitops/release.ts';
import { cleanPath } from '../../../../src/core/kustomize/gitops/repository.ts';
import { treeOf } from '../../../../src/core/model/file-tree.ts';
import { isApplication, isApplicationSet } from '../../../../src/core/model/gitops/argo.ts';
import { fluxKustomizationSpecOf, helmReleaseSpecOf, isFluxKustomization, isHelmRelease } from '../../../../src/core/model/gitops/flux.ts';
import { readDocument } from '../../../../src/core/model/read-documents.ts';
import { valueOf } from '../../../../src/core/yaml/field.ts';
import { parseSource } from '../../../../src/core/yaml/parse-source.ts';
import { describeShared } from '../../../harness/shared.ts';

const OF_TOOLS = /toolkit\.fluxcd\.io|argoproj\.io/;

/** A repository of the corpus as it was: its manifests and charts stand in two folders there. */
function readRepository(folder: string, name: string) {
  const files = new Map<string, string>();
  for (const part of ['manifests', 'helm']) {
    for (const entry of readdirSync(path.join(folder, name), { recursive: false }).includes(part) ? readdirSync(path.join(folder, name, part), { recursive: true, withFileTypes: true }) : []) {
      if (!entry.isFile()) continue;
      const file = path.join(entry.parentPath, entry.name);
      files.set(path.relative(path.join(folder, name, part), file).split(path.sep).join('/'), file);
    }
  }
  const read = (file: string): string => readFileSync(files.get(file) ?? '', 'utf8');
  const manifests = [...files.keys()].filter(file => /\.ya?ml$/.test(file) && !/(?:^|\/)templates\//.test(file));
  const sources = manifests.map(file => ({ file, text: read(file) })).filter(({ text }) => OF_TOOLS.test(text));
  const resources = sources.flatMap(({ file, text }) => parseSource(file, text).documents.flatMap(document => readDocument(document).resources));
  const tree = treeOf([...files.keys()]);
  return { resources, tree, repository: { top: '.', urls: [`https://github.com/${name.replace('__', '/')}`], tree } };
}

describeShared('the corpus', 'corpus', folder => {
  const repositories = readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(({ name }) => ({ name, ...readRepository(folder, name) }))
    .filter(({ resources }) => resources.some(({ group }) => OF_TOOLS.test(group)));
  const all = repositories.flatMap(({ name, resources, tree, repository }) => ({ name, resources, tree, releases: findReleases(resources, repository) }));
  const count = (releases: readonly Release[]): Record<string, number> => {
    const counts: Record<string, number> = {};
    for (const release of releases) {
      const key = release.kind === 'unseen' ? release.why : release.kind === 'kustomization' && release.isGenerated ? 'generated' : release.kind;
      counts[key] = (counts[key] ?? 0) + 1;
    }
    return counts;
  };

  test('Flux Kustomizations', () => {
    const found = all.flatMap(({ resources, tree }) => resources.filter(isFluxKustomization).map(resource => ({ spec: fluxKustomizationSpecOf(resource), tree })));
    const kinds = found.map(({ spec, tree }) => {
      const at = cleanPath(valueOf(spec.get('path').string()) ?? '');
      return tree.kindOf(at) !== 'directory' ? 'absent' : holdsKustomization(at, tree) ? 'kustomization' : 'directory';
    });
    expect(found).toHaveLength(90);
    expect(kinds.filter(kind => kind === 'kustomization')).toHaveLength(81);
    expect(count(all.flatMap(({ releases }) => releases).filter(({ from }) => isFluxKustomization(from)))).toEqual({});
  });

  test('HelmReleases', () => {
    const found = all.flatMap(({ resources }) => resources.filter(isHelmRelease).map(helmReleaseSpecOf));
    const c: Record<string, string[]> = {};
    for (const spec of found) (c[spec.get('chartRef').get('kind').text ?? spec.get('chart').get('spec').get('sourceRef').get('kind').text ?? '-'] ??= []).push(spec.document.file.path + ' ' + valueOf(spec.get('chartRef').get('name').string()));
    console.log(JSON.stringify(Object.entries(c).map(([k, v]) => [k, v.length, v.length < 10 ? v : []])));
    expect(count(all.flatMap(({ releases }) => releases).filter(({ from }) => isHelmRelease(from)))).toEqual({});
  });

  test('Applications', () => {
    const releases = all.flatMap(each => each.releases).filter(({ from }) => isApplication(from));
    expect(releases.map(release => [release.from.document.file.path, release.kind === 'unseen' ? release.why : `${release.kind} ${release.path}`, release.problems.map(({ answer }) => answer)].join(' '))).toEqual([]);
    expect(all.flatMap(({ resources }) => resources.filter(isApplicationSet))).toHaveLength(1);
  });

  test('problems', () => {
    expect(all.flatMap(({ releases }) => releases.flatMap(({ problems }) => problems.map(({ answer, at, isCertain }) => `${at.file.path} ${answer} ${isCertain}`)))).toEqual([]);
  });
});
