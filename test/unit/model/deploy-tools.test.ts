import { expect, test } from 'vitest';
import { findDeployTools, renderDeployTool } from '../../../src/core/model/gitops/deploy-tools.ts';
import { parseSource } from '../../../src/core/yaml/parse-source.ts';

function noticesOf(texts: Readonly<Record<string, string>>): (string | undefined)[] {
  return findDeployTools(Object.entries(texts).map(([path, text]) => parseSource(path, text))).map(renderDeployTool);
}

const SKAFFOLD = 'apiVersion: skaffold/v4beta6\nkind: Config\n';

test('Skaffold', () => {
  const helm = `${SKAFFOLD}build: { artifacts: [{ image: web }] }\nmanifests: { rawYaml: [k8s/*.yaml], helm: { releases: [{ name: web }] } }\nprofiles: [{ name: dev }]\n`;
  expect(noticesOf({ 'skaffold.yaml': helm })).toEqual(['Skaffold: Helm releases, profiles and names of built images are not read']);
  // Plain manifests are linted where they stand.
  expect(noticesOf({ 'skaffold.yaml': `${SKAFFOLD}manifests: { rawYaml: [k8s/*.yaml] }\n` })).toEqual([undefined]);
  expect(noticesOf({ 'config.yaml': 'apiVersion: v1\nkind: Config\n' })).toEqual([]);
});

test('helmfile', () => {
  expect(
    noticesOf({
      'a/helmfile.yaml': 'releases: []\n',
      'helmfile.d/01.yaml': '',
      'helmfile.d/02.yaml': '',
      'b/helmfile.prod.yaml': '',
      'b/my-helmfile.yaml': '',
    }),
  ).toEqual(['helmfile: releases are not read', 'helmfile: releases are not read', 'helmfile: releases are not read']);
});
