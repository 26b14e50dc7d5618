import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { holdsKustomization } from '../../../../src/core/kustomize/gitops/directory-kind.ts';
import { findReleases } from '../../../../src/core/kustomize/gitops/find-releases.ts';
import type { BuildFiles } from '../../../../src/core/kustomize/files.ts';
import { followReleases } from '../../../../src/core/kustomize/gitops/follow-releases.ts';
import type { Release } from '../../../../src/core/kustomize/gitops/release.ts';
import { cleanPath } from '../../../../src/core/kustomize/gitops/repository.ts';
import { treeOf } from '../../../../src/core/model/file-tree.ts';
import { isApplication, isApplicationSet } from '../../../../src/core/model/gitops/argo.ts';
import { fluxKustomizationSpecOf, helmReleaseSpecOf, isFluxKustomization, isHelmRelease } from '../../../../src/core/model/gitops/flux.ts';
import { readDocument } from '../../../../src/core/model/read-documents.ts';
import { valueOf } from '../../../../src/core/yaml/field.ts';
import type { SourceFile } from '../../../../src/core/yaml/source-file.ts';
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
  const resources = sources.flatMap(({ file, text }) => parseSource(file, text).documents.flatMap(document => (/\/patches\//.test(file) ? [] : readDocument(document).resources)));
  const tree = treeOf([...files.keys()]);
  const parsed = new Map<string, SourceFile>();
  const source = (file: string): SourceFile | undefined => {
    const known = parsed.get(file);
    if (known || !files.has(file)) return known;
    const found = parseSource(file, read(file));
    parsed.set(file, found);
    return found;
  };
  const bytes = (file: string): Uint8Array | undefined => (files.has(file) ? new TextEncoder().encode(read(file)) : undefined);
  const build: BuildFiles = { ...tree, real: file => (tree.kindOf(file) === 'absent' ? undefined : file), source, bytes };
  return { resources, tree, build, repository: { top: '.', urls: [`https://github.com/${name.replace('__', '/')}`], tree } };
}

describeShared('the corpus', 'corpus', folder => {
  const repositories = readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(({ name }) => ({ name, ...readRepository(folder, name) }))
    .filter(({ resources }) => resources.some(({ group }) => OF_TOOLS.test(group)));
  const all = repositories.map(each => ({ ...each, releases: findReleases(each.resources, each.repository) }));
  const releases = all.flatMap(each => each.releases);

  test('x', () => {
    for (const { name, resources, build, repository } of all) {
      const t = performance.now();
      const clusters = followReleases({ files: build, repository, resources });
      console.log(name, performance.now() - t);
      for (const c of clusters) console.log(c.entries.map(e => e.body.at.file.path).join(','), '->', c.destination, c.releases.length, c.sets.length, c.sets.flatMap(s => s.resources).length, c.openings.length, c.sets.flatMap(s => s.postBuild.faults.map(f => f.answer)), [...new Set(c.sets.flatMap(s => s.postBuild.unset.map(f => f.name)))], [...new Set(c.sets.flatMap(s => s.build?.faults.map(f => f.answer) ?? []))].slice(0, 5));
    }
  });
});
